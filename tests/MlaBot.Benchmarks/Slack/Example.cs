using System.Text.Json.Nodes;
using MlaBot.SlackServer.World;

namespace MlaBot.Benchmarks.Slack;

/// <summary>What MlaBot sent: the others send the same, so that nobody carries less.</summary>
/// <param name="Question">A posted question.</param>
/// <param name="Answer">The private answer to a press.</param>
/// <param name="Window">The view in which a service is looked up.</param>
/// <param name="Suggestion">The payload of an acknowledged suggestion.</param>
internal sealed record Example(Message Question, Message Answer, JsonObject Window, JsonObject Suggestion)
{
    /// <summary>As the Node programs read it.</summary>
    public JsonObject Json() => new()
    {
        ["question"] = Json(Question),
        ["answer"] = Json(Answer),
        ["window"] = Window.DeepClone(),
        ["suggestion"] = Suggestion.DeepClone(),
    };

    private static JsonObject Json(Message message) => new() { ["text"] = message.Text, ["blocks"] = message.Blocks.DeepClone() };
}

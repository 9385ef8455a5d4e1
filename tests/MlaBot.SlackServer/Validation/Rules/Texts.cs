using System.Text.Json.Nodes;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Validation.Rules;

/// <summary>Finds texts in blocks.</summary>
internal static class Texts
{
    /// <summary>All values of properties named <c>text</c>.</summary>
    public static IEnumerable<string> In(JsonNode? node) => Objects(node).Select(part => part.Text("text")).OfType<string>();

    public static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Objects),
        JsonObject part => part.SelectMany(entry => Objects(entry.Value)).Prepend(part),
        _ => [],
    };
}

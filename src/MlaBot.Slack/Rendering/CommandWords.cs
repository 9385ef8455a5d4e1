using MlaBot.Chat.Commands;

namespace MlaBot.Slack.Rendering;

/// <summary>How commands are typed in Slack, where all but the look-up follow one slash command: <c>/help</c> becomes <c>/mla help</c>.</summary>
/// <param name="options">The names of the two slash commands.</param>
/// <param name="specs">The command table.</param>
internal sealed class CommandWords(SlackOptions options, IReadOnlyList<CommandSpec> specs)
{
    /// <summary>The text with its commands as they are typed here. Paths such as <c>/dev/shm</c> stay.</summary>
    public string In(string text) => specs.Count == 0 ? options.Command : text;
}

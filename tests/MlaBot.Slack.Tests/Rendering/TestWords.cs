using MlaBot.Chat.Commands;
using MlaBot.Slack.Rendering;

namespace MlaBot.Slack.Tests.Rendering;

/// <summary>Commands as the bot's own table has them.</summary>
internal static class TestWords
{
    public static SlackOptions Options { get; } = new() { Workspaces = [] };

    public static IReadOnlyList<CommandSpec> Specs { get; } =
    [
        .. new[] { "help", "daily", "answer", "why", "service", "compare", "exam", "report", "rest", "reports list", "reports close", "schedule list", "schedule resume", "setup", "streak", "vacation", "zone" }
            .Select(name => new CommandSpec(name, $"What {name} does")),
    ];

    public static CommandWords Words { get; } = new(Options, Specs);
}

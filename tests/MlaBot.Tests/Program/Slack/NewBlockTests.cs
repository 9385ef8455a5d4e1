using MlaBot.SlackServer.Faults;
using MlaBot.SlackServer.World;

namespace MlaBot.Tests.Program.Slack;

/// <summary>A workspace that does not know tables yet: what they say comes as text, wherever a card goes.</summary>
public sealed class NewBlockTests
{
    [Fact]
    public async Task Where_tables_are_refused_their_words_come_all_the_same()
    {
        await using var stage = await SlackStage.StartAsync();
        var table = await stage.Learner(stage.Ana).AskAsync("/mla exam");
        Types(stage, table).ShouldContain("table");
        using var fault = stage.Server.Faults.Add(new(FaultKind.InvalidBlock) { BlockType = "table" });

        var text = await stage.Learner(stage.Ana).AskAsync("/mla exam");
        Types(stage, text).ShouldNotContain("table");
        text.Words.ShouldContain("Domain");
        Lines(text).ShouldBe(Lines(table));

        stage.Server.Control.SayDirect(stage.Ana, stage.App, "exam");
        var letter = await stage.UntilAsync("a direct message", () => stage.Server.Control.DirectMessages(stage.Ana, stage.App).LastOrDefault(message => message.App is not null));
        Types(stage, letter).ShouldNotContain("table");
        stage.ShouldHaveBehaved();
    }

    private static IReadOnlyList<string> Types(SlackStage stage, Message message)
    {
        lock (stage.Server.World.Gate)
        {
            return [.. message.Blocks.Select(block => (string)block!["type"]!)];
        }
    }

    // The words without what a table or its text put between them.
    private static IEnumerable<string> Lines(Message message) => message.Words.Split([' ', '\n', '|', '\t'], StringSplitOptions.RemoveEmptyEntries);
}

using MlaBot.Core.Daily;
using MlaBot.SlackServer;
using MlaBot.SlackServer.Faults;

namespace MlaBot.Tests.Program.Slack;

/// <summary>A bot that dies after Slack took a post finds it again, however much is said meanwhile.</summary>
public sealed class BusyChannelTests
{
    private const int SaidMeanwhile = 250;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_posted_before_a_crash_is_found_behind_everything_that_was_said_since(bool refusesKnownIds)
    {
        await using var stage = await SlackStage.StartAsync(new SlackServerOptions { RefusesKnownClientMessageIds = refusesKnownIds });
        await stage.SetUpAsync(stage.Study, stage.Admin, "open:1");
        await stage.EphemeralAsync(stage.Admin, stage.Study, "This channel is set up");

        await DieWhilePostingAsync(stage, () => stage.LetClockReach("2050-03-07T09:00:05Z"), () => stage.MessageAsync(stage.Study, "Question 1"));
        var question = await stage.MessageAsync(stage.Study, "Question 1");
        Talk(stage, thread: null);
        await stage.StartBotAsync();
        await stage.StoredAsync(() => stage.Records.Posts().Any(post => post.State == PostState.Open), "the question that opens");

        await DieWhilePostingAsync(stage, () => stage.LetClockReach("2050-03-07T10:00:30Z"), () => stage.UntilAsync("the reveal", () => stage.Server.Control.Replies(question) is [var first, ..] ? first : null));
        Talk(stage, question);
        await stage.StartBotAsync();
        await stage.StoredAsync(() => stage.Records.Posts().Any(post => post.State == PostState.Settled), "the reveal that is known to stand");

        stage.Server.Control.Seen(stage.Admin, stage.Study).Count(message => message.ThreadTs is null && message.Words.Contains("Question 1", StringComparison.Ordinal)).ShouldBe(1);
        stage.Server.Control.Replies(question).Count(reply => reply.Author == stage.App.Bot).ShouldBe(1);
        stage.ShouldHaveBehaved();
    }

    private static async Task DieWhilePostingAsync(SlackStage stage, Action act, Func<Task> posted)
    {
        using (stage.Server.Faults.Add(new Fault(FaultKind.DelayAfter) { Method = "chat.postMessage", Delay = TimeSpan.FromSeconds(30) }))
        {
            act();
            await posted();
            await stage.KillBotAsync();
        }
    }

    private static void Talk(SlackStage stage, SlackServer.World.Message? thread)
    {
        for (var said = 0; said < SaidMeanwhile; said++)
        {
            stage.Server.Control.Say(stage.Ana, stage.Study, $"Line {said}", thread);
        }
    }
}

using MlaBot.Benchmarks.Pacing;
using MlaBot.DiscordServer;
using MlaBot.DiscordServer.Limits;

namespace MlaBot.Tests.Program.Discord;

/// <summary>Many channels at one minute; <c>MlaBot.Benchmarks</c> runs it with two thousand.</summary>
public sealed class PacingTests
{
    [Fact]
    public async Task Hundred_channels_with_four_questions_at_one_minute_get_each_once_in_turn_without_a_429_and_presses_do_not_wait()
    {
        await using var server = await DiscordTestServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var folder = new BotFolder();
        var bot = server.Control.AddBot();
        var discord = await BusyDiscord.MakeAsync(server, bot, channels: 100, folder.Database, TestContext.Current.CancellationToken);
        folder.With("Discord__Token", bot.Token).With("Discord__ApiBaseUrl", server.ApiBaseUrl);
        await using var process = await folder.StartAsync();
        await process.WaitForErrorAsync("hears Discord");

        folder.SetClock(BusyDiscord.JustBefore);
        var morning = new BusyMorning(server, discord);
        var figures = await morning.WatchAsync(TimeSpan.FromSeconds(80), () => process.Errors, TestContext.Current.CancellationToken);

        figures.Posts.ShouldBe(morning.Expected);
        figures.Uneven.ShouldBe(0);
        figures.LargestLag.ShouldBeLessThan(20, "a guild had half of its questions before another had one");
        server.Limits.Hits.ShouldNotContain(hit => hit.Cause == LimitCause.Overrun);
        figures.Presses.Length.ShouldBeGreaterThan(20);
        figures.Presses[^1].ShouldBeLessThan(3_000, "Discord gives up on a press then");
        morning.Answers.ShouldAllBe(answer => answer.Type == 4);
        server.World.Violations.ShouldBeEmpty();
    }
}

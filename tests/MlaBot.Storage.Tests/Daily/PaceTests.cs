using System.Diagnostics;
using MlaBot.Core.Channels;
using MlaBot.Testing;
using MlaBot.Testing.Daily;
using NodaTime;

namespace MlaBot.Storage.Tests.Daily;

/// <summary>Thousands of questions at nine o'clock, over a client that sends 40 messages a second.</summary>
public sealed class PaceTests
{
    private const int Channels = 2000;
    private const int Early = 20;
    private static readonly Instant Nine = New.Instant("2026-03-02T08:00Z");
    private static readonly Instant EarlyCloses = Nine + Duration.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Eight_thousand_questions_of_one_minute_come_once_each_in_fair_order_while_others_close_on_time()
    {
        await using var group = await TestGroup.StartAsync(now: "2026-03-02T07:40Z");
        await SetUpAsync(group, "early", Early, "08:51", Duration.FromMinutes(10), domains: 1);
        await SetUpAsync(group, "big", Channels / 2, "09:00", Duration.FromHours(10), domains: 4);
        await Parallel.ForAsync(0, Channels / 2, Many, async (number, _) => await SetUpAsync(group, $"small{number}", 1, "09:00", Duration.FromHours(10), domains: 4));
        await group.RunToAsync("2026-03-02T07:59:59Z");
        group.Platform.Shown.Count.ShouldBe(Early);

        group.Platform.Pace = TimeSpan.FromMilliseconds(25);
        await RunPacedAsync(group, wanted: Early + (Channels * 4));

        var nine = group.Platform.Shown.Skip(Early).ToArray();
        nine.Select(shown => shown.Post.Id).Distinct().Count().ShouldBe(Channels * 4);
        nine.Length.ShouldBe(Channels * 4);
        group.Log.Lines.ShouldNotContain(line => line.StartsWith("will retry", StringComparison.Ordinal) || line.StartsWith("failed", StringComparison.Ordinal));
        group.Platform.LongestWait.ShouldBeLessThan(TimeSpan.FromSeconds(4));
        (nine[^1].At - Nine).ShouldBeLessThan(Duration.FromSeconds(215));

        // A group with a thousand channels takes a turn like a group with one, until the others are done.
        const int Groups = (Channels / 2) + 1;
        var slack = group.Rules.PostsInFlight;
        nine.Take(Groups + slack).Select(shown => shown.Post.Channel.Group).Distinct().Count().ShouldBe(Groups);
        Array.FindLastIndex(nine, shown => shown.Post.Channel.Group.Id != "big").ShouldBeLessThan((4 * Groups) + (4 * slack));
        nine.Where(shown => shown.Post.Channel.Group.Id == "big").Take(Channels / 2).Select(shown => shown.Post.Channel).Distinct().Count()
            .ShouldBeGreaterThan((Channels / 2) - slack);

        foreach (var early in group.Platform.Shown.Take(Early))
        {
            (early.ClosedAt!.Value - EarlyCloses).ShouldBeLessThan(Duration.FromSeconds(10));
            (early.RevealedAt!.Value - EarlyCloses).ShouldBeInRange(group.Rules.Drain, Duration.FromSeconds(20));
        }
    }

    private static ParallelOptions Many { get; } = new() { MaxDegreeOfParallelism = 64 };

    private static async Task SetUpAsync(TestGroup group, string id, int channels, string at, Duration openFor, int domains)
    {
        await Parallel.ForAsync(0, channels, Many, async (number, _) =>
        {
            var channel = group.Channel with { Key = new ChannelKey(new GroupKey("local", id), $"c{number}"), OpenFor = openFor };
            await group.Engine.Channels.SaveAsync(channel, CancellationToken.None);
            for (var domain = 1; domain <= domains; domain++)
            {
                await group.ScheduleAsync(at, $"{domain}", channel: channel.Key);
            }
        });
    }

    /// <summary>Lets the clock run in small steps with a sweep every five seconds, as the host does, and never waits for a round.</summary>
    private static async Task RunPacedAsync(TestGroup group, int wanted)
    {
        var rounds = new List<Task>();
        var began = Stopwatch.StartNew();
        var nextSweep = Nine;
        group.Clock.SetUtcNow(Nine.ToDateTimeOffset());
        while (group.Platform.Shown.Count < wanted || rounds.Exists(round => !round.IsCompleted))
        {
            if (group.Now >= nextSweep)
            {
                rounds.Add(group.RunDueAsync());
                nextSweep = group.Now + Duration.FromSeconds(5);
            }

            await SettleAsync(group, wanted);
            group.Clock.Advance(TimeSpan.FromMilliseconds(400));
            began.Elapsed.ShouldBeLessThan(Patience * 2);
        }

        await Task.WhenAll(rounds);
    }

    /// <summary>Waits until the engine has handed the client all that it will before the clock moves.</summary>
    private static async Task SettleAsync(TestGroup group, int wanted)
    {
        var began = Stopwatch.StartNew();
        while (group.Platform.Waiting < Math.Min(group.Rules.PostsInFlight, wanted - group.Platform.Shown.Count))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, TestContext.Current.CancellationToken);
            began.Elapsed.ShouldBeLessThan(Patience);
        }
    }
}

using System.Security.Cryptography;
using MlaBot.SlackServer.Faults;
using MlaBot.SlackServer.Sockets;
using MlaBot.Tests.Program.Discord;

namespace MlaBot.Tests.Program.Slack;

/// <summary>Daily posts and presses go on while Slack, the network and the program itself fail.</summary>
/// <remarks><c>MLABOT_CUTS</c> sets how often the sockets are cut, <c>MLABOT_SLACK_KILLS</c> how often the program is killed,
/// <c>MLABOT_KILL_SEED</c> repeats the moments of a run.</remarks>
[Collection(nameof(Alone))]
public sealed class FaultTests(ITestOutputHelper console)
{
    [Fact]
    public async Task Whatever_happens_to_the_sockets_the_bot_comes_back_and_nothing_is_lost()
    {
        await using var storm = await Storm.StartAsync(limitsRates: true);
        var cuts = Settings.Number("MLABOT_CUTS", 2);
        for (var cut = 0; cut < cuts; cut++)
        {
            await storm.BreakAsync(() => storm.Sockets.Cut());
        }

        await storm.BreakAsync(() => storm.Sockets.Close());
        await storm.BreakAsync(() => storm.Sockets.SendGarbage());
        foreach (var doubles in new[] { DoubleDelivery.SameEnvelope, DoubleDelivery.NewEnvelope })
        {
            storm.Sockets.Doubles = doubles;
            await storm.WalkAsync();
            await storm.BackAsync();
            storm.Sockets.Doubles = DoubleDelivery.No;
        }

        // Acknowledgements that come too late: people see a warning sign, events come again.
        storm.Sockets.AckDelay = TimeSpan.FromSeconds(4);
        await storm.WalkAsync();
        storm.Sockets.AckDelay = null;
        await storm.BackAsync();

        storm.Sockets.RefusesSockets = true;
        storm.Sockets.Cut();
        storm.Walk();
        await storm.Stage.Process.WaitForErrorAsync("is not connected");
        storm.Sockets.RefusesSockets = false;
        await storm.WalkAsync();
        await storm.BackAsync();

        var visits = storm.Sockets.Visits.Count;
        storm.Sockets.IsSilent = true;
        await storm.UntilAsync(() => storm.Sockets.Visits.Count > visits, "a socket in place of the silent ones");
        storm.Sockets.IsSilent = false;
        await storm.WalkAsync();
        await storm.BackAsync();

        console.WriteLine($"{cuts} cuts, a close, garbage, double deliveries, slow acknowledgements, refused and silent sockets: {await storm.EndAsync()}");
        storm.Stage.Log.ShouldBeFreeOfTraces();
    }

    [Fact]
    public async Task Refreshes_every_two_seconds_over_a_minute_leave_no_moment_deaf()
    {
        await using var storm = await Storm.StartAsync(limitsRates: true);
        await storm.UntilAsync(() => storm.Figures.Open == 2, "both sockets");
        var (deaf, unheard, timeouts, began) = (storm.Figures.Deaf, storm.Figures.Unheard, storm.Figures.OperationTimeouts, TimeProvider.System.GetTimestamp());
        using (storm.Sockets.RefreshEvery(TimeSpan.FromSeconds(2)))
        {
            while (TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromMinutes(1))
            {
                await storm.WalkAsync();
                await storm.BackAsync();
            }
        }

        var figures = storm.Figures;
        console.WriteLine($"{storm.Sockets.Visits.Count} sockets in a minute: {await storm.EndAsync()}");

        storm.Sockets.Visits.Count.ShouldBeGreaterThan(12);
        (figures.Deaf - deaf).ShouldBe(TimeSpan.Zero);
        (figures.Unheard - unheard).ShouldBe(0);
        (figures.OperationTimeouts - timeouts).ShouldBe(0);
        storm.Stage.ShouldHaveBehaved();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whatever_calls_come_to_the_bot_ends_with_each_question_posted_once_or_recorded_as_missed(bool limitsRates)
    {
        await using var storm = await Storm.StartAsync(limitsRates);
        await DuringAsync(storm, new Fault(FaultKind.TooManyRequests) { Rate = 0.5, Times = 25, RetryAfter = TimeSpan.FromSeconds(1) });
        await DuringAsync(storm, new Fault(FaultKind.ServerError) { Status = 502, Rate = 0.3 });
        await DuringAsync(storm, new Fault(FaultKind.RefuseAfter) { Method = "chat.postMessage", Rate = 0.5, Times = 10 });
        await DuringAsync(storm, new Fault(FaultKind.DropAfter) { Method = "chat.postMessage", Rate = 0.5, Times = 10 });
        await DuringAsync(storm, new Fault(FaultKind.DropAfter) { Rate = 0.3, Times = 15 });
        await DuringAsync(storm, new Fault(FaultKind.DropBefore) { Rate = 0.3, Times = 15 });
        await DuringAsync(storm, new Fault(FaultKind.DelayAfter) { Method = "chat.postMessage", Times = 1, Delay = TimeSpan.FromSeconds(10) });

        await storm.Server.StopAsync(TestContext.Current.CancellationToken);
        storm.Walk();
        await storm.Stage.Process.WaitForErrorAsync("is not connected");
        await storm.Server.StartAgainAsync(TestContext.Current.CancellationToken);
        await storm.WalkAsync();
        await storm.BackAsync();

        console.WriteLine($"limits {(limitsRates ? "on" : "off")}; 429, 502, posts that were made and refused, lost answers, cut calls, stalls, a stopped server: {await storm.EndAsync()}");
        storm.Stage.Log.ShouldBeFreeOfTraces();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Killed_at_random_moments_nothing_acknowledged_is_lost_and_nothing_is_posted_twice(bool limitsRates)
    {
        var (kills, seed) = (Settings.Number("MLABOT_SLACK_KILLS", 6), Settings.Number("MLABOT_KILL_SEED", RandomNumberGenerator.GetInt32(int.MaxValue)));
        console.WriteLine($"Repeat with MLABOT_SLACK_KILLS={kills} MLABOT_KILL_SEED={seed}");
        var random = new Random(seed);
        await using var storm = await Storm.StartAsync(limitsRates);
        for (var kill = 0; kill < kills; kill++)
        {
            storm.Walk();
            // The moment of death is the point of the test, so it is drawn and not waited for.
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(1200)), TimeProvider.System, TestContext.Current.CancellationToken);
            await storm.Stage.KillBotAsync();
            storm.Deaths++;
            await storm.Stage.StartBotAsync();
            if (random.Next(2) == 0)
            {
                // Some live long enough to answer, some die while they settle what the last one left.
                await storm.BackAsync();
            }
        }

        await storm.BackAsync();
        console.WriteLine($"limits {(limitsRates ? "on" : "off")}, {kills} kills: {await storm.EndAsync()}");
    }

    private async Task DuringAsync(Storm storm, Fault fault)
    {
        var (acknowledged, unanswered, began) = (storm.Acknowledged, storm.Unanswered, TimeProvider.System.GetTimestamp());
        using (storm.Server.Faults.Add(fault))
        {
            await storm.WalkAsync();
        }

        await storm.BackAsync();
        console.WriteLine(FormattableString.Invariant(
            $"{fault.Kind} {fault.Method}: {storm.Acknowledged - acknowledged} acknowledged, {storm.Unanswered - unanswered} not, {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0.0} s"));
    }
}

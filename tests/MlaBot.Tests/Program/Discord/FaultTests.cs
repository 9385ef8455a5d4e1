using System.Security.Cryptography;
using MlaBot.DiscordServer.Faults;
using MlaBot.DiscordServer.World;

namespace MlaBot.Tests.Program.Discord;

/// <summary>Daily posts and presses go on while Discord, the network and the program itself fail.</summary>
/// <remarks><c>MLABOT_CUTS</c> sets how often the connection is cut, <c>MLABOT_DISCORD_KILLS</c> how often the program is killed,
/// <c>MLABOT_KILL_SEED</c> repeats the moments of a run.</remarks>
[Collection(nameof(Alone))]
public sealed class FaultTests(ITestOutputHelper console)
{
    [Fact]
    public async Task Whatever_happens_to_the_gateway_the_bot_comes_back_and_nothing_is_lost()
    {
        await using var storm = await Storm.StartAsync();
        var cuts = Settings.Number("MLABOT_CUTS", 2);
        for (var cut = 0; cut < cuts; cut++)
        {
            await storm.Stage.WaitAsync(() => storm.Gateway.OpenConnections > 0 && storm.Gateway.Sessions.Count > 0, "a connection to cut");
            storm.Gateway.Cut();
            await storm.WalkAsync();
            await storm.BackAsync();
        }

        foreach (var act in new Action[]
        {
            storm.Gateway.AskToReconnect,
            () => storm.Gateway.InvalidateSession(canResume: true),
            () => storm.Gateway.InvalidateSession(canResume: false),
            () =>
            {
                storm.Gateway.ForgetSessions();
                storm.Gateway.AskToReconnect();
            },
            () => storm.Gateway.Close(4000),
        })
        {
            act();
            await storm.WalkAsync();
            await storm.BackAsync();
        }

        var before = storm.Gateway.Visits.Count;
        storm.Gateway.AcknowledgesHeartbeats = false;
        await storm.Stage.WaitAsync(() => storm.Gateway.Visits.Count > before, "a connection in place of the dead one");
        storm.Gateway.AcknowledgesHeartbeats = true;
        await storm.WalkAsync();
        await storm.BackAsync();

        console.WriteLine($"{cuts} cuts, then op 7, op 9, forgotten sessions, close 4000, no heartbeat answers: {await storm.EndAsync()}");
        storm.Stage.Process.Errors.ShouldBeFreeOfTraces();
    }

    [Fact]
    public async Task Whatever_calls_come_to_the_bot_ends_with_each_question_posted_once_or_recorded_as_missed()
    {
        await using var storm = await Storm.StartAsync();
        foreach (var scope in new[] { "user", "global", "shared" })
        {
            await DuringAsync(storm, new Fault(FaultKind.TooManyRequests) { Scope = scope, Rate = 0.5, Times = 25, RetryAfter = TimeSpan.FromMilliseconds(700) });
        }

        await DuringAsync(storm, new Fault(FaultKind.ServerError) { Status = 502, Rate = 0.3 });
        await DuringAsync(storm, new Fault(FaultKind.DropAfter) { Rate = 0.4, Method = "POST", Route = Route.Messages });
        await DuringAsync(storm, new Fault(FaultKind.DropAfter) { Rate = 0.3, Times = 15 });
        await DuringAsync(storm, new Fault(FaultKind.DropBefore) { Rate = 0.3, Times = 15 });
        await DuringAsync(storm, new Fault(FaultKind.DelayAfter) { Times = 1, Delay = TimeSpan.FromSeconds(10), Route = Route.Messages });

        await storm.Server.StopAsync(TestContext.Current.CancellationToken);
        storm.Walk();
        await storm.Stage.Process.WaitForErrorAsync("has lost Discord");
        await storm.Server.StartAgainAsync(TestContext.Current.CancellationToken);
        await storm.WalkAsync();
        await storm.BackAsync();

        console.WriteLine($"429 of every scope, 502, lost answers, cut calls, stalls, a stopped server: {await storm.EndAsync()}");
        storm.Stage.Process.Errors.ShouldBeFreeOfTraces();
    }

    [Fact]
    public async Task Cloudflares_refusal_is_said_and_presses_go_on_and_the_question_comes_once()
    {
        await using var storm = await Storm.StartAsync();
        using (storm.Server.Faults.Add(new Fault(FaultKind.CloudflareBan) { Method = "POST", Route = Route.Messages, Times = 1 }))
        {
            storm.Walk();
            await storm.Stage.Process.WaitForErrorAsync("Requests stop for 5 minutes");
        }

        await storm.BackAsync();
        // A pause of minutes ends with the program; the operator who cannot wait starts it again.
        await storm.Stage.KillBotAsync();
        await storm.Stage.StartBotAsync();
        console.WriteLine(await storm.EndAsync());
    }

    [Fact]
    public async Task Killed_at_random_moments_nothing_acknowledged_is_lost_and_nothing_is_posted_twice()
    {
        var (kills, seed) = (Settings.Number("MLABOT_DISCORD_KILLS", 10), Settings.Number("MLABOT_KILL_SEED", RandomNumberGenerator.GetInt32(int.MaxValue)));
        console.WriteLine($"Repeat with MLABOT_DISCORD_KILLS={kills} MLABOT_KILL_SEED={seed}");
        var random = new Random(seed);
        await using var storm = await Storm.StartAsync();
        for (var kill = 0; kill < kills; kill++)
        {
            storm.Walk();
            // The moment of death is the point of the test, so it is drawn and not waited for.
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(1200)), TimeProvider.System, TestContext.Current.CancellationToken);
            await storm.Stage.KillBotAsync();
            await storm.Stage.StartBotAsync();
        }

        await storm.BackAsync();
        console.WriteLine($"{kills} kills: {await storm.EndAsync()}");
    }

    private async Task DuringAsync(Storm storm, Fault fault)
    {
        var (confirmed, failed, began) = (storm.Confirmed, storm.Failed, TimeProvider.System.GetTimestamp());
        using (storm.Server.Faults.Add(fault))
        {
            await storm.WalkAsync();
        }

        await storm.BackAsync();
        console.WriteLine(FormattableString.Invariant(
            $"{fault.Kind} {fault.Scope}: {storm.Confirmed - confirmed} confirmed, {storm.Failed - failed} unanswered, {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0.0} s"));
    }
}

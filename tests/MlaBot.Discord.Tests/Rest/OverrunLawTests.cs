using FsCheck;
using FsCheck.Fluent;
using MlaBot.Discord.Rest;

namespace MlaBot.Discord.Tests.Rest;

public sealed class OverrunLawTests
{
    /// <summary>Many random worlds without sockets: answers late and out of order, callers that give up, windows that end at any moment.</summary>
    [Fact]
    public void Whatever_is_asked_and_however_late_answers_come_no_bucket_is_overrun_by_us() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            using var world = new LimitWorld(new System.Random(seed));
            world.Run();
            return world.Overruns == 0 && world.Served > 0 && world.IsDone;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    /// <summary>Fewer worlds, with a real server, real connections and real time.</summary>
    [Fact]
    public async Task A_real_server_never_refuses_what_we_count_ourselves()
    {
        var random = new System.Random(7);
        for (var world = 0; world < 3; world++)
        {
            await RunRealAsync(random);
        }
    }

    private static async Task RunRealAsync(System.Random random)
    {
        var gate = new Lock();
        var windows = new Dictionary<string, FixedWindow>(StringComparer.Ordinal);
        var clock = TimeProvider.System;
        var start = clock.GetTimestamp();
        var (limit, length) = (random.Next(1, 6), TimeSpan.FromMilliseconds(random.Next(150, 400)));
        await using var rest = await RestHarness.StartRealAsync(received =>
        {
            var channel = received.Path.Split('/')[2];
            lock (gate)
            {
                if (!windows.TryGetValue(channel, out var window))
                {
                    windows.Add(channel, window = new FixedWindow(limit, length));
                }

                var now = clock.GetElapsedTime(start);
                var isServed = window.Serve(now);
                var reply = isServed ? Reply.Message() : Reply.Limited((window.End - now).TotalSeconds);
                return reply.InBucket("bucket", limit, window.Remaining, (window.End - now).TotalSeconds, 1_800_000_000 + window.End.TotalSeconds);
            }
        }, new RestTuning { RequestsPerSecond = 1000, Burst = 1000 });
        // Learning a route's bucket may overrun it: nobody can know it before the first answer.
        await rest.PostAsync("0");
        await rest.Api.EditMessageAsync("1", "0", "1", RestHarness.Text, CancellationToken.None);
        var learning = rest.Api.Counters.LimitedUser;

        var calls = Enumerable.Range(0, 30).Select(_ => random.Next(2) == 0
            ? rest.PostAsync($"{random.Next(1, 4)}")
            : rest.Api.EditMessageAsync("1", $"{random.Next(1, 4)}", "1", RestHarness.Text, CancellationToken.None));
        await Task.WhenAll(calls).WaitAsync(TimeSpan.FromSeconds(60), clock);

        rest.Api.Counters.LimitedUser.ShouldBe(learning, $"limit {limit} in {length.TotalMilliseconds} ms");
    }
}

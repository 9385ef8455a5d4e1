using MlaBot.Discord.Rest;

namespace MlaBot.Discord.Tests.Rest;

public sealed class GlobalLimitTests
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(25);

    [Fact]
    public async Task A_global_429_holds_all_counted_requests_until_it_is_over()
    {
        var isFirst = true;
        await using var rest = await RestHarness.StartAsync(received =>
        {
            var limited = isFirst && received.Path.StartsWith("/channels");
            isFirst &= !limited;
            return limited ? Reply.Limited(7.5, "global") : Reply.Message();
        });
        var refused = rest.PostAsync("10");
        await RestHarness.UntilAsync(() => rest.Api.Counters.LimitedGlobal == 1 && rest.Manual.TimersSet == 1, "no wait after a global 429");
        var other = rest.PostAsync("11", guild: "2");

        // Webhooks and callbacks are not bound to the bot's global limit.
        await rest.Api.EditOriginalAsync("40", "tok", RestHarness.Text, CancellationToken.None);
        rest.Manual.Advance(TimeSpan.FromSeconds(7.4));
        await RestHarness.SettleAsync(Task.WhenAny(refused, other));
        rest.Server.All.Count(received => received.Path.StartsWith("/channels")).ShouldBe(1);

        rest.Manual.Advance(TimeSpan.FromSeconds(0.2));
        await Task.WhenAll(refused, other).WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System);
        rest.Logs.Lines.ShouldContain(line => line.Id == 3001 && line.Text.Contains("scope Global") && line.Text.Contains("POST /channels/10/messages"));
    }

    [Fact]
    public async Task No_second_sees_more_than_the_pace_and_its_small_burst()
    {
        await using var rest = await RestHarness.StartRealAsync(_ => Reply.Message());
        var posts = Enumerable.Range(0, 110).Select(channel => rest.PostAsync($"{channel}", guild: $"{channel % 7}")).ToArray();

        await Task.WhenAll(posts).WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System);

        var times = rest.Server.All.Select(received => TimeProvider.System.GetElapsedTime(0, received.At).TotalSeconds).Order().ToArray();
        // Arrival differs from sending by what the loopback takes; 50 is what Discord allows.
        times.Max(start => times.Count(time => time >= start && time < start + 1)).ShouldBeLessThan(50);
        (times[^1] - times[0]).ShouldBeGreaterThan((110 - 5 - 1) / 40.0 - 0.2);
    }

    [Fact]
    public async Task After_a_pause_a_few_go_at_once_and_the_rest_evenly()
    {
        await using var rest = await RestHarness.StartAsync(_ => Reply.Message());
        var posts = Task.WhenAll(Enumerable.Range(0, 20).Select(channel => rest.PostAsync($"{channel}")));

        await RestHarness.UntilAsync(() => rest.Server.All.Count == 5, "the burst did not go");
        await RestHarness.SettleAsync(posts);
        rest.Server.All.Count.ShouldBe(5);
        rest.Manual.Advance(Step);
        await RestHarness.UntilAsync(() => rest.Server.All.Count == 6, "the next did not go");
        await RestHarness.SettleAsync(posts);
        rest.Server.All.Count.ShouldBe(6);

        (await rest.AdvanceUntilAsync(posts, Step, TimeSpan.FromSeconds(5))).ShouldBeLessThanOrEqualTo(14 * Step);
    }

    [Fact]
    public async Task Guilds_take_turns_and_each_keeps_its_order()
    {
        await using var rest = await RestHarness.StartAsync(_ => Reply.Message(), new RestTuning { Burst = 1 });
        await rest.PostAsync("1");
        var big = Enumerable.Range(100, 30).Select(channel => rest.PostAsync($"{channel}", guild: "big")).ToArray();
        var small = Enumerable.Range(200, 3).Select(channel => rest.PostAsync($"{channel}", guild: "small")).ToArray();

        foreach (var sent in Enumerable.Range(2, 8))
        {
            rest.Manual.Advance(Step);
            await RestHarness.UntilAsync(() => rest.Server.All.Count == sent, "the next did not go");
        }

        rest.Server.All.Skip(1).Select(received => received.Path.Split('/')[2])
            .ShouldBe(["100", "200", "101", "201", "102", "202", "103", "104"]);
        await Task.WhenAll(small);
        big.Count(post => !post.IsCompleted).ShouldBeGreaterThanOrEqualTo(25);
        await rest.AdvanceUntilAsync(Task.WhenAll(big), TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task A_caller_that_gives_up_while_waiting_for_the_pace_frees_its_place()
    {
        await using var rest = await RestHarness.StartAsync(_ => Reply.Message(), new RestTuning { Burst = 1 });
        await rest.PostAsync("1");
        using var giveUp = new CancellationTokenSource();
        var given = rest.PostAsync("2", cancellationToken: giveUp.Token);
        var patient = rest.PostAsync("3");

        await giveUp.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(given);
        rest.Manual.Advance(Step);

        await patient.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System);
        rest.Server.All.Select(received => received.Path).ShouldBe(["/channels/1/messages", "/channels/3/messages"]);
        // The place in its bucket is free too: another request of that channel goes.
        var again = rest.PostAsync("2");
        rest.Manual.Advance(Step);
        await again.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System);
    }
}

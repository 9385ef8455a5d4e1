using System.Collections.Concurrent;
using MlaBot.Discord.Rest;

namespace MlaBot.Discord.Tests.Rest;

public sealed class BucketTests
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    // Buckets are what these tests are about: the global pace stays out of their way.
    private static readonly RestTuning NoPace = new() { RequestsPerSecond = 1000, Burst = 1000 };

    [Fact]
    public async Task Two_routes_of_one_bucket_share_what_is_left()
    {
        await using var rest = await RestHarness.StartAsync(received => Reply.Message().InBucket("shared", limit: 3, remaining: received.Method == "POST" ? 2 : 0, resetAfter: 5), NoPace);
        await rest.PostAsync();
        await rest.Api.EditMessageAsync("1", "10", "20", RestHarness.Text, CancellationToken.None);

        // The edit's answer left nothing: the post has to wait although its own answer left two.
        var post = rest.PostAsync();
        (await rest.AdvanceUntilAsync(post, Step, TimeSpan.FromSeconds(20))).ShouldBeInRange(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5.2));
    }

    [Fact]
    public async Task Until_the_bucket_is_known_one_request_goes_at_a_time()
    {
        using var gate = new Gate();
        await using var rest = await RestHarness.StartAsync(async (_, context) =>
        {
            await gate.PassAsync();
            await Reply.Message().InBucket("b", 5, 4, 5).WriteAsync(context);
        }, NoPace);

        var posts = Posts(rest, 5);
        await RestHarness.UntilAsync(() => gate.Inside == 1, "nothing arrived");
        await RestHarness.SettleAsync(Task.WhenAny(posts));
        gate.Inside.ShouldBe(1);

        gate.Open(1);
        // Four left and four waiting: now all go side by side.
        await RestHarness.UntilAsync(() => gate.Inside == 4, "the others did not follow");
        gate.Open(4);
        await Task.WhenAll(posts);
    }

    [Fact]
    public async Task Requests_side_by_side_never_overrun_the_bucket()
    {
        using var gate = new Gate();
        await using var rest = await RestHarness.StartAsync(async (_, context) =>
        {
            await gate.PassAsync();
            await Reply.Message().InBucket("b", 5, 4, 5).WriteAsync(context);
        }, NoPace);
        gate.Open(1);
        await rest.PostAsync();

        var posts = Posts(rest, 20);
        await RestHarness.UntilAsync(() => gate.Inside == 4, "the four that are left did not go");
        await RestHarness.SettleAsync(Task.WhenAny(posts));

        gate.Inside.ShouldBe(4);
        gate.Open(int.MaxValue);
        await rest.AdvanceUntilAsync(Task.WhenAll(posts), TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Channels_of_one_bucket_hash_are_counted_apart()
    {
        await using var rest = await RestHarness.StartAsync(_ => Reply.Message().InBucket("b", 1, 0, 60), NoPace);
        await rest.PostAsync("10");

        await rest.PostAsync("11").WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System);

        var again = rest.PostAsync("10");
        await RestHarness.SettleAsync(again);
        again.IsCompleted.ShouldBeFalse();
        rest.Server.All.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_empty_bucket_waits_for_its_reset_and_no_longer()
    {
        await using var rest = await RestHarness.StartAsync(_ => Reply.Message().InBucket("b", 1, 0, 2.5), NoPace);
        await rest.PostAsync();

        var next = rest.PostAsync();
        rest.Manual.Advance(TimeSpan.FromSeconds(2.5));
        await RestHarness.SettleAsync(next);
        rest.Server.All.Count.ShouldBe(1);

        rest.Manual.Advance(TimeSpan.FromMilliseconds(50));
        await next;
        rest.Server.All.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_lower_count_that_comes_late_is_not_raised_by_an_older_answer()
    {
        var gates = new ConcurrentQueue<TaskCompletionSource<Reply>>();
        var isFirst = true;
        await using var rest = await RestHarness.StartAsync(async (_, context) =>
        {
            if (isFirst)
            {
                isFirst = false;
                await Reply.Message().InBucket("b", 5, 4, 5).WriteAsync(context);
                return;
            }

            var held = new TaskCompletionSource<Reply>(TaskCreationOptions.RunContinuationsAsynchronously);
            gates.Enqueue(held);
            await (await held.Task).WriteAsync(context);
        }, NoPace);
        await rest.PostAsync();
        var posts = Posts(rest, 3);
        await RestHarness.UntilAsync(() => gates.Count == 3, "three did not go");
        TaskCompletionSource<Reply>[] held = [.. gates];

        // The newest answer comes first; the older ones must not bring tokens back.
        held[2].SetResult(Reply.Message().InBucket("b", 5, 1, 5));
        held[1].SetResult(Reply.Message().InBucket("b", 5, 2, 5));
        held[0].SetResult(Reply.Message().InBucket("b", 5, 3, 5));
        await Task.WhenAll(posts);
        var more = Posts(rest, 3);
        await RestHarness.UntilAsync(() => gates.Count == 4, "the last one that is left did not go");
        await RestHarness.SettleAsync(Task.WhenAny(more));

        gates.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_bucket_that_changes_its_name_is_followed()
    {
        var name = "old";
        await using var rest = await RestHarness.StartAsync(_ => Reply.Message().InBucket(name, 2, name == "old" ? 1 : 0, 5), NoPace);
        await rest.PostAsync();
        name = "new";
        await rest.PostAsync();

        var third = rest.PostAsync();
        await RestHarness.SettleAsync(third);

        third.IsCompleted.ShouldBeFalse();
        await rest.AdvanceUntilAsync(third, Step, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_caller_that_gives_up_takes_nothing_from_the_bucket_and_lets_the_next_one_go()
    {
        await using var rest = await RestHarness.StartAsync(_ => Reply.Message().InBucket("b", 1, 0, 5), NoPace);
        await rest.PostAsync();
        using var giveUp = new CancellationTokenSource();
        var given = rest.PostAsync(cancellationToken: giveUp.Token);
        var patient = rest.PostAsync();

        await giveUp.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(given);
        await rest.AdvanceUntilAsync(patient, Step, TimeSpan.FromSeconds(5.3));
        rest.Server.All.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Requests_of_one_channel_keep_their_order()
    {
        await using var rest = await RestHarness.StartAsync(_ => Reply.Message().InBucket("b", 1, 0, 1), NoPace);
        var edits = Enumerable.Range(100, 8).Select(id => rest.Api.EditMessageAsync("1", "10", id.ToString(), RestHarness.Text, CancellationToken.None)).ToArray();

        await rest.AdvanceUntilAsync(Task.WhenAll(edits), Step, TimeSpan.FromSeconds(30));

        rest.Server.All.Select(received => received.Path).ShouldBe(Enumerable.Range(100, 8).Select(id => $"/channels/10/messages/{id}"));
    }

    [Fact]
    public async Task A_webhook_is_counted_by_its_token_and_needs_no_authorization()
    {
        await using var rest = await RestHarness.StartAsync(_ => Reply.Message().InBucket("hook", 1, 0, 60));
        await rest.Api.EditOriginalAsync("40", "first", RestHarness.Text, CancellationToken.None);

        await rest.Api.EditOriginalAsync("40", "second", RestHarness.Text, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System);
        var again = rest.Api.EditOriginalAsync("40", "first", RestHarness.Text, CancellationToken.None);
        await RestHarness.SettleAsync(again);

        again.IsCompleted.ShouldBeFalse();
        rest.Server.All.ShouldAllBe(received => !received.Headers.ContainsKey("Authorization"));
        rest.Server.All.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_webhook_that_is_gone_is_not_called_again()
    {
        await using var rest = await RestHarness.StartAsync(_ => Reply.Error(404, DiscordErrorCode.UnknownWebhook).InBucket("hook", 5, 4, 1));
        await Should.ThrowAsync<DiscordApiException>(rest.Api.EditOriginalAsync("40", "over", RestHarness.Text, CancellationToken.None));

        var failure = await Should.ThrowAsync<DiscordApiException>(rest.Api.EditOriginalAsync("40", "over", RestHarness.Text, CancellationToken.None));

        failure.Code.ShouldBe(DiscordErrorCode.UnknownWebhook);
        rest.Server.All.Count.ShouldBe(1);
    }

    private static Task[] Posts(RestHarness rest, int count) => [.. Enumerable.Range(0, count).Select(_ => rest.PostAsync())];

    /// <summary>Holds requests inside the server until a test lets some go.</summary>
    private sealed class Gate : IDisposable
    {
        private readonly SemaphoreSlim _open = new(0);
        private int _inside;

        public int Inside => Volatile.Read(ref _inside);

        public async Task PassAsync()
        {
            Interlocked.Increment(ref _inside);
            await _open.WaitAsync();
            Interlocked.Decrement(ref _inside);
        }

        public void Open(int count) => _open.Release(count == int.MaxValue ? 1000 : count);

        public void Dispose() => _open.Dispose();
    }
}

using MlaBot.Slack.WebApi;
using MlaBot.Slack.WebApi.Limits;
using MlaBot.Testing;

namespace MlaBot.Slack.Tests.WebApi;

/// <summary>The queue of a method under a manual clock, without a network.</summary>
public sealed class PacingTests : IDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    private readonly ManualTimeProvider _clock = new(DateTimeOffset.UnixEpoch);
    private readonly List<(string Line, TimeSpan At)> _gone = [];
    private readonly List<(string Line, Task Entered)> _waiting = [];
    private readonly List<MethodQueue> _queues = [];

    public void Dispose() => _queues.ForEach(queue => queue.Dispose());

    [Fact]
    public void A_burst_goes_at_once_and_no_minute_sees_more_than_four_fifths_of_the_tier()
    {
        var queue = Queue(SlackMethods.Update);
        var all = Enumerable.Range(0, 150).Select(_ => Enter(queue, "C1")).ToList();

        Advance(TimeSpan.FromMinutes(5));

        all.ShouldAllBe(call => call.IsCompletedSuccessfully);
        _gone.Count(gone => gone.At == TimeSpan.Zero).ShouldBe(20);
        MostInAMinute().ShouldBe(40);
    }

    [Fact]
    public void A_crowd_that_opens_views_is_let_go_at_once()
    {
        var queue = Queue(SlackMethods.OpenView);
        for (var view = 0; view < 80; view++)
        {
            Enter(queue, "").IsCompletedSuccessfully.ShouldBeTrue();
        }

        Should.Throw<SlackApiException>(() => { _ = Enter(queue, ""); }).Error.ShouldBe(SlackErrors.ExpiredTrigger);
    }

    [Fact]
    public void A_channel_gets_three_messages_and_then_one_a_second_while_others_are_not_held_up()
    {
        var queue = Queue(SlackMethods.PostMessage);
        for (var message = 0; message < 8; message++)
        {
            _ = Enter(queue, "C1");
        }

        Advance(TimeSpan.FromSeconds(1.5));
        _ = Enter(queue, "C2");
        Advance(TimeSpan.FromSeconds(4));

        _gone.Where(gone => gone.Line == "C1").Select(gone => gone.At.TotalSeconds).ShouldBe([0, 0, 0, 1, 2, 3, 4, 5]);
        _gone.Single(gone => gone.Line == "C2").At.TotalSeconds.ShouldBe(1.5);
    }

    [Fact]
    public void A_workspace_gets_at_most_240_messages_in_a_minute()
    {
        var queue = Queue(SlackMethods.PostMessage);
        for (var message = 0; message < 450; message++)
        {
            _ = Enter(queue, $"C{message}");
        }

        Advance(TimeSpan.FromMinutes(3));

        _gone.Count.ShouldBe(450);
        MostInAMinute().ShouldBe(240);
    }

    [Fact]
    public void Channels_that_wait_take_turns()
    {
        var queue = Queue(SlackMethods.Update);
        Fill(queue);
        foreach (var line in "AAAAAABBC")
        {
            _ = Enter(queue, $"{line}");
        }

        Advance(TimeSpan.FromMinutes(2));

        string.Concat(_gone.Skip(20).Select(gone => gone.Line)).ShouldBe("ABCABAAAA");
    }

    [Fact]
    public void After_a_429_the_method_rests_and_then_goes_on_in_order_with_the_refused_call_first()
    {
        var queue = Queue(SlackMethods.Update);
        var (first, second) = (queue.NextNumber(), queue.NextNumber());
        Fill(queue);

        queue.Limited("C1", TimeSpan.FromSeconds(1.6));
        _ = Enter(queue, "B");
        _ = Enter(queue, "C2", second, isAgain: true);
        _ = Enter(queue, "C1", first, isAgain: true);
        Advance(TimeSpan.FromSeconds(10));

        _gone.Skip(20).Select(gone => (gone.Line, gone.At.TotalSeconds)).ShouldBe([("C1", 1.6), ("C2", 3), ("B", 4.5)]);
    }

    [Fact]
    public void A_429_of_a_channel_that_was_posted_to_fast_stops_that_channel_only()
    {
        var queue = Queue(SlackMethods.PostMessage);
        for (var message = 0; message < 3; message++)
        {
            _ = Enter(queue, "C1");
        }

        queue.Limited("C1", TimeSpan.FromSeconds(5));
        _ = Enter(queue, "C1");
        _ = Enter(queue, "C2");
        Advance(TimeSpan.FromSeconds(6));

        _gone.Skip(3).ShouldBe([("C2", TimeSpan.Zero), ("C1", TimeSpan.FromSeconds(5))]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Any_other_429_for_a_post_stops_the_whole_workspace(bool isSecondChannel)
    {
        var queue = Queue(SlackMethods.PostMessage);
        foreach (var channel in (string[])["C1", "C1", "C1", "C2", "C2", "C2"])
        {
            _ = Enter(queue, channel);
        }

        if (isSecondChannel)
        {
            queue.Limited("C1", TimeSpan.FromSeconds(5));
        }

        queue.Limited(isSecondChannel ? "C2" : "C9", TimeSpan.FromSeconds(5));
        _ = Enter(queue, "C3");
        Advance(TimeSpan.FromSeconds(6));

        _gone.Last().ShouldBe(("C3", TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task No_more_than_a_bounded_number_waits_and_who_gives_up_makes_room()
    {
        var queue = Queue(SlackMethods.Update, new WebTuning { MostWaiting = 2 });
        Fill(queue);
        using var source = new CancellationTokenSource();
        _ = Enter(queue, "A");
        var second = Enter(queue, "A", cancellationToken: source.Token);

        (await Should.ThrowAsync<SlackApiException>(() => Enter(queue, "B"))).IsTransient.ShouldBeTrue();
        await source.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(second);
        queue.Waiting.ShouldBe(1);
        var last = Enter(queue, "B");
        Advance(TimeSpan.FromSeconds(10));

        last.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public async Task A_method_that_is_stopped_for_long_refuses_new_calls_at_once()
    {
        var queue = Queue(SlackMethods.Update);
        queue.Limited("C1", TimeSpan.FromHours(1));

        var failure = await Should.ThrowAsync<SlackApiException>(() => Enter(queue, "C1"));

        (failure.IsTransient, failure.MayHaveHappened, failure.RetryAfter).ShouldBe((true, false, TimeSpan.FromHours(1)));
    }

    [Fact]
    public void Channels_that_are_quiet_again_are_forgotten()
    {
        var queue = Queue(SlackMethods.PostMessage);
        for (var channel = 0; channel < 1000; channel++)
        {
            _ = Enter(queue, $"C{channel}");
            Advance(TimeSpan.FromSeconds(1));
        }

        queue.Lines.ShouldBeLessThan(200);
    }

    [Fact]
    public void Every_method_has_one_row()
    {
        SlackMethods.All.Select(method => method.Name).ShouldBeUnique();
        SlackMethods.All.Where(method => method.HasTrigger).ShouldAllBe(method => method.Repeat == Repeat.Never);
        SlackMethods.All.Where(method => method.IsForApp).Select(method => method.Name).ShouldBe(["apps.connections.open"]);
    }

    private MethodQueue Queue(SlackMethod method, WebTuning? tuning = null)
    {
        _queues.Add(new MethodQueue(method, tuning ?? new WebTuning(), _clock));
        return _queues[^1];
    }

    // Uses up the burst, so that everything after it has to wait.
    private void Fill(MethodQueue queue)
    {
        for (var call = 0; call < 20; call++)
        {
            _ = Enter(queue, "full");
        }
    }

    private Task Enter(MethodQueue queue, string line, long? number = null, bool isAgain = false, CancellationToken cancellationToken = default)
    {
        var entered = queue.EnterAsync(new Turn(line, number ?? queue.NextNumber()) { IsAgain = isAgain }, cancellationToken);
        _waiting.Add((line, entered));
        Note();
        return entered;
    }

    private void Advance(TimeSpan by)
    {
        var end = _clock.GetUtcNow() + by;
        while (_clock.GetUtcNow() < end)
        {
            var left = end - _clock.GetUtcNow();
            _clock.Advance(left < Step ? left : Step);
            Note();
        }
    }

    // A queue lets calls go on the thread that moves the clock.
    private void Note()
    {
        foreach (var entry in _waiting.Where(entry => entry.Entered.IsCompletedSuccessfully).ToList())
        {
            _waiting.Remove(entry);
            _gone.Add((entry.Line, _clock.GetUtcNow() - DateTimeOffset.UnixEpoch));
        }
    }

    private int MostInAMinute() => _gone.Max(first => _gone.Count(gone => gone.At >= first.At && gone.At < first.At + TimeSpan.FromMinutes(1)));
}

using MlaBot.Slack.WebApi;
using MlaBot.Slack.WebApi.Limits;
using MlaBot.Slack.WebApi.Updates;
using MlaBot.Slack.Wire;
using MlaBot.Testing;

namespace MlaBot.Slack.Tests.WebApi;

/// <summary>Counts that may come late never keep a closing waiting.</summary>
public sealed class PatienceTests : IDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    private readonly ManualTimeProvider _clock = new(DateTimeOffset.UnixEpoch);
    private readonly MethodQueue _queue;
    private readonly List<(string Text, double At)> _sent = [];
    private readonly List<(string Line, Task Entered)> _waiting = [];
    private long _numbers;

    public PatienceTests() => _queue = new MethodQueue(SlackMethods.Update, new WebTuning(), _clock);

    public void Dispose() => _queue.Dispose();

    [Fact]
    public void What_can_wait_leaves_half_of_a_burst_and_as_many_calls_of_each_minute()
    {
        for (var count = 0; count < 100; count++)
        {
            Enter($"C{count}", canWait: true);
        }

        Advance(TimeSpan.FromMinutes(1) - Step);

        _sent.Count(sent => sent.At == 0).ShouldBe(10);
        _sent.Count.ShouldBe(30);
    }

    [Fact]
    public void However_many_counts_wait_a_closing_goes_at_once_and_twenty_closings_go_ahead_of_all_of_them()
    {
        for (var count = 0; count < 50; count++)
        {
            Enter($"C{count}", canWait: true);
        }

        Advance(TimeSpan.FromSeconds(20));
        var before = _sent.Count;
        for (var closing = 0; closing < 20; closing++)
        {
            Enter($"closing{closing}", canWait: false);
        }

        _sent.Count.ShouldBe(before + 10, "half of a burst was left");
        _sent[before].Text.ShouldBe("closing0");
        Advance(TimeSpan.FromMinutes(2));
        var order = _sent.Skip(before).Select(sent => sent.Text.StartsWith("closing", StringComparison.Ordinal)).ToArray();
        order.Take(20).ShouldAllBe(isClosing => isClosing);
        _sent.Count.ShouldBe(70, "counts go on afterwards");
    }

    [Fact]
    public async Task A_closing_takes_the_place_of_its_own_messages_count_that_waits_and_the_count_ends_with_it()
    {
        using var merger = new UpdateMerger(SendAsync, new WebCounters(), new WebTuning(), _clock);
        for (var other = 0; other < 30; other++)
        {
            Enter($"C{other}", canWait: true);
        }

        var count = merger.UpdateAsync("C99", "1.0", new SlackMessage("count", []), canWait: true, CancellationToken.None);
        count.IsCompleted.ShouldBeFalse();
        _sent.ShouldNotContain(sent => sent.Text == "count");

        await merger.UpdateAsync("C99", "1.0", new SlackMessage("closed", []), canWait: false, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        await count.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        _sent[^1].ShouldBe(("closed", 0));
        _sent.ShouldNotContain(sent => sent.Text == "count");
    }

    private async Task SendAsync(string channel, string ts, Func<SlackMessage> content, bool canWait, CancellationToken cancellationToken)
    {
        await _queue.EnterAsync(new Turn(channel, Interlocked.Increment(ref _numbers)) { CanWait = canWait }, cancellationToken);
        Note(content().Text);
    }

    private void Enter(string line, bool canWait)
    {
        _waiting.Add((line, _queue.EnterAsync(new Turn(line, Interlocked.Increment(ref _numbers)) { CanWait = canWait }, CancellationToken.None)));
        Note();
    }

    // A queue lets calls go on the thread that moves the clock.
    private void Note()
    {
        foreach (var entry in _waiting.Where(entry => entry.Entered.IsCompletedSuccessfully).ToList())
        {
            _waiting.Remove(entry);
            Note(entry.Line);
        }
    }

    private void Note(string text)
    {
        lock (_sent)
        {
            _sent.Add((text, (_clock.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds));
        }
    }

    private void Advance(TimeSpan time)
    {
        for (var end = _clock.GetUtcNow() + time; _clock.GetUtcNow() < end;)
        {
            _clock.Advance(Step);
            Note();
        }
    }
}

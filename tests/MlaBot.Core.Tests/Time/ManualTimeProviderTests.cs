using MlaBot.Testing;

namespace MlaBot.Core.Tests.Time;

public sealed class ManualTimeProviderTests
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly ManualTimeProvider _clock = new(Nine);
    private readonly List<string> _fired = [];

    [Fact]
    public void The_clock_stands_still_until_it_is_moved()
    {
        _clock.GetUtcNow().ShouldBe(Nine);
        _clock.Advance(TimeSpan.FromMinutes(5));
        _clock.GetUtcNow().ShouldBe(Nine.AddMinutes(5));
        _clock.SetUtcNow(Nine.AddHours(1));
        _clock.GetUtcNow().ShouldBe(Nine.AddHours(1));
    }

    [Fact]
    public void The_clock_never_goes_back()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => _clock.SetUtcNow(Nine.AddTicks(-1)));
        Should.Throw<ArgumentOutOfRangeException>(() => _clock.Advance(TimeSpan.FromTicks(-1)));
        _clock.GetUtcNow().ShouldBe(Nine);
    }

    [Fact]
    public void A_start_in_another_offset_is_the_same_instant()
    {
        var clock = new ManualTimeProvider(new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.FromHours(1)));

        clock.GetUtcNow().ShouldBe(Nine);
        clock.GetUtcNow().Offset.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void Elapsed_time_is_what_the_clock_was_moved_by()
    {
        var before = _clock.GetTimestamp();
        _clock.Advance(TimeSpan.FromMilliseconds(1234.5678));
        _clock.GetElapsedTime(before).ShouldBe(TimeSpan.FromMilliseconds(1234.5678));
    }

    [Fact]
    public void Timers_fire_in_the_order_of_their_time_and_see_it_on_the_clock()
    {
        Timer("late", dueTime: 3);
        Timer("early", dueTime: 1);
        Timer("middle", dueTime: 2);
        _clock.Advance(TimeSpan.FromSeconds(2));
        _fired.ShouldBe(["early@1", "middle@2"]);
        _clock.Advance(TimeSpan.FromSeconds(1));
        _fired.ShouldBe(["early@1", "middle@2", "late@3"]);
    }

    [Fact]
    public void Timers_of_one_instant_fire_in_the_order_in_which_they_were_set()
    {
        var first = Timer("first", dueTime: 1);
        Timer("second", dueTime: 1);
        first.Change(TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        _clock.Advance(TimeSpan.FromSeconds(1));
        _fired.ShouldBe(["second@1", "first@1"]);
    }

    [Fact]
    public void A_period_repeats_between_other_timers()
    {
        Timer("tick", dueTime: 1, period: 2);
        Timer("once", dueTime: 4);
        _clock.Advance(TimeSpan.FromSeconds(5));
        _fired.ShouldBe(["tick@1", "tick@3", "once@4", "tick@5"]);
    }

    [Fact]
    public void A_period_of_zero_fires_once()
    {
        Timer("once", dueTime: 1, period: 0);
        _clock.Advance(TimeSpan.FromSeconds(9));
        _fired.ShouldBe(["once@1"]);
    }

    [Fact]
    public void A_disposed_timer_is_silent_and_cannot_be_set_again()
    {
        var timer = Timer("never", dueTime: 1);
        timer.Dispose();
        timer.Change(TimeSpan.FromSeconds(2), TimeSpan.Zero).ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(9));
        _fired.ShouldBeEmpty();
    }

    [Fact]
    public void A_timer_set_by_a_callback_fires_in_the_same_move()
    {
        using var outer = _clock.CreateTimer(_ => Timer("inner", dueTime: 2), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        _clock.Advance(TimeSpan.FromSeconds(3));
        _fired.ShouldBe(["inner@3"]);
    }

    [Fact]
    public void A_callback_may_move_the_clock_further_than_its_mover_wanted()
    {
        using var jump = _clock.CreateTimer(_ => _clock.Advance(TimeSpan.FromSeconds(10)), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        _clock.Advance(TimeSpan.FromSeconds(2));
        _clock.GetUtcNow().ShouldBe(Nine.AddSeconds(11));
    }

    [Fact]
    public async Task A_delay_and_a_time_limit_end_with_the_clock()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30), _clock);
        var delay = Task.Delay(TimeSpan.FromSeconds(20), _clock, CancellationToken.None);
        _clock.Advance(TimeSpan.FromSeconds(19));
        delay.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(1));
        await delay;
        limit.IsCancellationRequested.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(10));
        limit.IsCancellationRequested.ShouldBeTrue();
    }

    [Fact]
    public async Task Moves_and_timers_from_many_threads_lose_nothing()
    {
        var fired = 0;
        await Parallel.ForAsync(0, 200, (index, _) =>
        {
            _clock.CreateTimer(_ => Interlocked.Increment(ref fired), null, TimeSpan.FromMilliseconds(index), Timeout.InfiniteTimeSpan);
            _clock.Advance(TimeSpan.FromMilliseconds(10));
            return ValueTask.CompletedTask;
        });
        _clock.Advance(TimeSpan.FromSeconds(1));

        fired.ShouldBe(200);
        _clock.GetUtcNow().ShouldBe(Nine.AddSeconds(3));
    }

    private ITimer Timer(string name, int dueTime, int? period = null) => _clock.CreateTimer(
        _ => _fired.Add($"{name}@{(_clock.GetUtcNow() - Nine).TotalSeconds}"),
        null,
        TimeSpan.FromSeconds(dueTime),
        period is { } seconds ? TimeSpan.FromSeconds(seconds) : Timeout.InfiniteTimeSpan);
}

namespace MlaBot.Testing;

/// <summary>A clock that stands still until a test moves it. Timers fire in order of their time, on the moving thread.</summary>
/// <param name="start">The first reading.</param>
public sealed class ManualTimeProvider(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly Lock _moving = new();
    private readonly List<ManualTimer> _waiting = [];
    private DateTimeOffset _now = start.ToUniversalTime();
    private long _changes;

    /// <summary>Ticks of 100 ns, so that elapsed time is exact.</summary>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>UTC: no test may depend on the machine.</summary>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>Timers that are set. A test that moves the clock waits for them first, or what it tests may set them too late.</summary>
    public int TimersSet
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count;
            }
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <summary>Moves the clock on and fires every timer that falls due on the way.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span is negative.</exception>
    public void Advance(TimeSpan by)
    {
        lock (_moving)
        {
            SetUtcNow(GetUtcNow() + by);
        }
    }

    /// <summary>Moves the clock to an instant and fires every timer that falls due on the way.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies in the past.</exception>
    public void SetUtcNow(DateTimeOffset to)
    {
        lock (_moving)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(to, GetUtcNow());
            while (NextDue(to) is { } timer)
            {
                timer.Fire();
            }

            lock (_gate)
            {
                // A callback may have moved the clock further.
                _now = to > _now ? to : _now;
            }
        }
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private ManualTimer? NextDue(DateTimeOffset to)
    {
        lock (_gate)
        {
            // Timers of the same instant fire in the order in which they were set.
            var next = _waiting.Where(timer => timer.DueAt <= to).OrderBy(timer => timer.DueAt).ThenBy(timer => timer.Order).FirstOrDefault();
            if (next is not null)
            {
                _now = next.DueAt > _now ? next.DueAt : _now;
                Set(next, next.Period, next.Period);
            }

            return next;
        }
    }

    private void Set(ManualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        _waiting.Remove(timer);
        timer.Period = period > TimeSpan.Zero ? period : Timeout.InfiniteTimeSpan;
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            timer.DueAt = _now + dueTime;
            timer.Order = _changes++;
            _waiting.Add(timer);
        }
    }

    private sealed class ManualTimer(ManualTimeProvider clock, TimerCallback callback, object? state) : ITimer
    {
        private bool _isDisposed;

        public DateTimeOffset DueAt { get; set; }

        public TimeSpan Period { get; set; }

        public long Order { get; set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                if (!_isDisposed)
                {
                    clock.Set(this, dueTime, period);
                }

                return !_isDisposed;
            }
        }

        public void Dispose()
        {
            lock (clock._gate)
            {
                _isDisposed = true;
                clock._waiting.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

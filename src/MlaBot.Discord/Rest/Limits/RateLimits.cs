namespace MlaBot.Discord.Rest.Limits;

/// <summary>Lets requests go when their bucket and the global limit allow it. Buckets are learnt from answers.</summary>
/// <remarks>A request first waits for its bucket and then, when it counts globally, for its guild's turn. Every request that was let go
/// is reported exactly once: <see cref="Answered"/>, <see cref="Limited"/>, <see cref="Failed"/> or <see cref="GiveBack"/>.</remarks>
internal sealed class RateLimits : IDisposable
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;
    private readonly long _start;
    private readonly GlobalPace _pace;
    private readonly ITimer _paceTimer;
    private readonly BucketTable _table = new();
    private TimeSpan _sweepAt = SweepEvery;
    private long _numbers;
    private Func<Exception>? _closed;

    /// <summary>Starts with nothing learnt.</summary>
    public RateLimits(RestTuning tuning, TimeProvider clock)
    {
        _clock = clock;
        _start = clock.GetTimestamp();
        _pace = new GlobalPace(tuning.RequestsPerSecond, tuning.Burst);
        _paceTimer = clock.CreateTimer(_ => Locked(PumpPace), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Time since this object was made, on a clock that never jumps.</summary>
    public TimeSpan Now => _clock.GetElapsedTime(_start);

    /// <summary>Buckets held in memory.</summary>
    public int BucketCount
    {
        get
        {
            lock (_gate)
            {
                return _table.Count;
            }
        }
    }

    /// <summary>A new request's place among all.</summary>
    public long NextNumber() => Interlocked.Increment(ref _numbers);

    /// <summary>Waits until the request may be sent.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up; nothing was taken.</exception>
    /// <exception cref="DiscordApiException">The limits were closed for good, or the webhook is gone.</exception>
    public async Task EnterAsync(Turn turn, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            Enter(turn);
        }

        if (!turn.Granted.IsCompleted)
        {
            await using var registration = cancellationToken.UnsafeRegister((_, token) => Leave(turn, token), null);
            await turn.Granted;
            return;
        }

        await turn.Granted;
    }

    /// <summary>The request was answered with anything but a 429.</summary>
    public void Answered(Turn turn, LimitHeaders headers) => Report(turn, headers, (bucket, now) => bucket.Answered(now, headers));

    /// <summary>The request was refused with a 429 that holds for its bucket.</summary>
    public void Limited(Turn turn, LimitHeaders headers, TimeSpan wait) => Report(turn, headers, (bucket, now) => bucket.Limited(now + wait, headers));

    /// <summary>The request ended without a word on its bucket.</summary>
    public void Failed(Turn turn) => Report(turn, default, (bucket, _) => bucket.Failed());

    /// <summary>The request was not sent after all.</summary>
    public void GiveBack(Turn turn) => Report(turn, default, (bucket, _) => bucket.GiveBack());

    /// <summary>Stops every globally counted request for a while.</summary>
    public void StopCounted(TimeSpan wait)
    {
        lock (_gate)
        {
            _pace.StopUntil(Now + wait);
            PumpPace();
        }
    }

    /// <summary>Refuses every authorised request from now on, the waiting ones too.</summary>
    public void CloseForGood(Func<Exception> reason)
    {
        lock (_gate)
        {
            _closed = reason;
            foreach (var turn in _pace.Clear())
            {
                turn.Queue!.Bucket.GiveBack();
                turn.IsReserved = false;
                turn.Refuse(reason());
            }

            foreach (var turn in _table.TakeAuthorised())
            {
                turn.Refuse(reason());
            }
        }
    }

    /// <summary>Discord does not know this webhook: it must not be called again.</summary>
    public void MarkGone(Turn turn, TimeSpan forget)
    {
        lock (_gate)
        {
            _table.Find(turn.Call).GoneUntil = Now + forget;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _paceTimer.Dispose();
            _table.Dispose();
        }
    }

    private void Enter(Turn turn)
    {
        var now = Now;
        Sweep(now);
        if (_closed is not null && turn.Call.IsAuthorised)
        {
            turn.Refuse(_closed());
            return;
        }

        var queue = _table.Find(turn.Call);
        if (now < queue.GoneUntil)
        {
            turn.Refuse(new DiscordApiException($"{turn.Call.Shown}: Discord does not know this webhook any more.", System.Net.HttpStatusCode.NotFound, DiscordErrorCode.UnknownWebhook, isTransient: false));
            return;
        }

        queue.Add(turn);
        Pump(queue);
    }

    private void Leave(Turn turn, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_pace.Remove(turn))
            {
                turn.IsReserved = false;
                turn.Queue!.Bucket.GiveBack();
                Pump(turn.Queue);
            }
            else if (!turn.IsReserved)
            {
                turn.Queue?.Waiting.Remove(turn);
            }

            turn.Cancel(cancellationToken);
        }
    }

    private void Report(Turn turn, LimitHeaders headers, Action<Bucket, TimeSpan> end)
    {
        lock (_gate)
        {
            var used = turn.Queue!;
            turn.IsReserved = false;
            if (headers.Hash is { } hash && _table.Learn(turn, hash) is { } learnt)
            {
                used.Bucket.Failed();
                learnt.Bucket.Adopt();
                end(learnt.Bucket, Now);
                turn.Queue = learnt;
                Pump(learnt);
            }
            else
            {
                end(used.Bucket, Now);
            }

            Pump(used);
        }
    }

    private void Pump(BucketQueue queue)
    {
        var now = Now;
        while (queue.Waiting.First?.Value is { } turn && queue.Bucket.TryReserve(now))
        {
            queue.Waiting.RemoveFirst();
            turn.IsReserved = true;
            turn.IsCovered = queue.Bucket.IsKnown;
            if (turn.Call.IsCounted)
            {
                _pace.Add(turn);
            }
            else
            {
                turn.Grant();
            }
        }

        if (queue.Waiting.Count > 0 && queue.Bucket.FreeAt(now) is { } at)
        {
            queue.Timer ??= _clock.CreateTimer(_ => Locked(() => Pump(queue)), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            Arm(queue.Timer, at - now);
        }

        PumpPace();
    }

    private void PumpPace()
    {
        var now = Now;
        while (_pace.Next(now) is { } turn)
        {
            turn.Grant();
        }

        if (_pace.WakeAt is { } at)
        {
            Arm(_paceTimer, at - now);
        }
    }

    private void Sweep(TimeSpan now)
    {
        if (now >= _sweepAt)
        {
            _table.DropIdle(now);
            _sweepAt = now + SweepEvery;
        }
    }

    // Timers count whole milliseconds and may fire early by a part of one.
    private static void Arm(ITimer timer, TimeSpan wait) =>
        timer.Change(TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(wait.TotalMilliseconds))), Timeout.InfiniteTimeSpan);

    private void Locked(Action action)
    {
        lock (_gate)
        {
            action();
        }
    }
}

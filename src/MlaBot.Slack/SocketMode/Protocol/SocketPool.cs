namespace MlaBot.Slack.SocketMode.Protocol;

/// <summary>Which sockets a workspace has and needs: news and clock ticks in, decisions out. Does no I/O and is not thread-safe.</summary>
/// <remarks>
/// Slack replaces a socket after hours, or cuts it. Two of different age leave no gap: whatever happens to one, the other hears. A third is
/// opened when both are half as old as Slack lets them become; from then on they end at different times, and none has to be closed for it,
/// since an envelope that is on its way to a socket which the client closes is lost. Instants are elapsed time on one monotonic clock.
/// Source: Slack developer documentation, "Using Socket Mode".
/// </remarks>
internal sealed class SocketPool(SocketModeOptions options, Random random)
{
    /// <summary>Sockets at the very most, closing ones counted. Slack allows 10 to all running copies of an app.</summary>
    public const int Most = 8;

    /// <summary>Sockets that stay, at most: two, and one while ages are being spread.</summary>
    public const int MostFresh = 3;

    private const int Wanted = 2;
    // At most MostFresh sockets can have been in use at the last hello, so no more than that can wait for a successor.
    private const int MostKept = 2 * MostFresh;

    private readonly List<PooledSocket> _sockets = [];
    private readonly OpenPacing _pacing = new(options, random);
    private int _lastNumber;
    private TimeSpan _secondAt;
    private TimeSpan _singleUntil;

    /// <summary>Every socket, the oldest first.</summary>
    public IReadOnlyList<PooledSocket> Sockets => _sockets;

    /// <summary>Sockets on which envelopes can come.</summary>
    public int Hearing => _sockets.Count(socket => socket.IsHearing);

    public long Opened { get; private set; }

    public long Refreshes { get; private set; }

    public long Cuts { get; private set; }

    public long FailedOpens { get; private set; }

    /// <summary>True while one socket has to do.</summary>
    public bool IsSingle(TimeSpan now) => now < _singleUntil;

    /// <summary>When <see cref="Decide"/> has to be called although nothing happened; <see cref="TimeSpan.MaxValue"/> for never.</summary>
    public TimeSpan NextTick => _sockets.Select(DueAt).Append(OpenAt()).Min();

    /// <summary>What is to be done now. Called after each piece of news and at <see cref="NextTick"/>.</summary>
    public IReadOnlyList<PoolStep> Decide(TimeSpan now)
    {
        List<PoolStep> steps = [];
        foreach (var socket in _sockets.Where(socket => DueAt(socket) <= now))
        {
            steps.Add(new(socket.Stage is SocketStage.Greeting ? PoolStepKind.Abort : PoolStepKind.Close, socket.Number));
            if (socket.Stage is SocketStage.Greeting)
            {
                Fail(retryAfter: null, now);
            }

            socket.Stage = SocketStage.Closing;
        }

        while (OpenAt() <= now)
        {
            if (_sockets.Count(socket => socket.Stage is not SocketStage.Closing) >= MostKept)
            {
                var first = _sockets.First(socket => socket.Stage is SocketStage.Leaving && socket.FollowedAt is not null);
                first.Stage = SocketStage.Closing;
                steps.Add(new(PoolStepKind.Close, first.Number));
            }

            _pacing.Opening(now);
            _sockets.Add(new(++_lastNumber));
            steps.Add(new(PoolStepKind.Open, _lastNumber));
        }

        return steps;
    }

    /// <summary>A socket is connected.</summary>
    public void Connected(int number, TimeSpan now)
    {
        if (Find(number) is { Stage: SocketStage.Opening } socket)
        {
            (socket.Stage, socket.HelloBy) = (SocketStage.Greeting, now + options.HelloLimit);
        }
    }

    /// <summary>A socket could not be opened.</summary>
    /// <param name="number">The socket.</param>
    /// <param name="retryAfter">How long Slack asks to wait; null when it did not say.</param>
    /// <param name="now">The time.</param>
    public void OpenFailed(int number, TimeSpan? retryAfter, TimeSpan now)
    {
        if (Find(number) is { } socket && _sockets.Remove(socket))
        {
            Fail(retryAfter, now);
        }
    }

    /// <summary>A socket said hello.</summary>
    /// <param name="number">The socket.</param>
    /// <param name="lifetime">How long Slack means to keep it; null when it did not say.</param>
    /// <param name="now">The time.</param>
    /// <returns>False when that was not expected.</returns>
    public bool Hello(int number, TimeSpan? lifetime, TimeSpan now)
    {
        if (Find(number) is not { Stage: SocketStage.Greeting } socket)
        {
            return false;
        }

        (socket.Stage, socket.HelloAt, socket.Lifetime) = (SocketStage.Open, now, lifetime ?? options.DefaultLifetime);
        Opened++;
        foreach (var leaving in _sockets.Where(other => other.Stage is SocketStage.Leaving))
        {
            leaving.FollowedAt ??= now;
        }

        if (_sockets.Count(other => other.IsFresh) == 1)
        {
            _secondAt = now + options.SecondAfter;
        }

        return true;
    }

    /// <summary>Slack announced the end of a socket.</summary>
    /// <exception cref="SocketFatalException">Socket Mode was switched off.</exception>
    public void Disconnecting(int number, DisconnectReason reason, TimeSpan now)
    {
        if (FatalSentences.After(reason) is { } fatal)
        {
            throw fatal;
        }

        if (Find(number) is not { IsFresh: true } socket)
        {
            return;
        }

        var isTooMany = reason is DisconnectReason.TooManyWebSockets;
        if (isTooMany)
        {
            TooMany(now);
        }

        if (socket.Stage is not SocketStage.Open)
        {
            // Nothing can have come on it: it has failed, and its end is only a matter of the hello that will not come.
            socket.HelloBy = now;
            return;
        }

        socket.Stage = SocketStage.Leaving;
        if (!isTooMany)
        {
            Refreshes++;
            _pacing.Asked();
        }

        if (_sockets.Count(other => other.Stage is SocketStage.Open) >= (IsSingle(now) ? 1 : Wanted))
        {
            socket.FollowedAt = now;
        }
    }

    /// <summary>Slack counts too many sockets: one has to do for a while, and nothing is opened soon.</summary>
    public void TooMany(TimeSpan now)
    {
        _singleUntil = now + options.SingleFor;
        _pacing.Hold(options.TooManyPause * (1 + random.NextDouble()), now);
    }

    /// <summary>A socket has ended: closed by either side, or cut.</summary>
    public void Ended(int number, TimeSpan now)
    {
        if (Find(number) is not { } socket || !_sockets.Remove(socket))
        {
            return;
        }

        if (socket.Stage is SocketStage.Open)
        {
            Cuts++;
            _pacing.Cut(now - socket.HelloAt, now);
        }
        else if (socket.IsFresh)
        {
            Fail(retryAfter: null, now);
        }
    }

    private TimeSpan DueAt(PooledSocket socket) => socket.Stage switch
    {
        SocketStage.Greeting => socket.HelloBy,
        SocketStage.Leaving => socket.FollowedAt + options.LeaveFor ?? TimeSpan.MaxValue,
        _ => TimeSpan.MaxValue,
    };

    private TimeSpan OpenAt()
    {
        var fresh = _sockets.Count(socket => socket.IsFresh);
        if (_sockets.Count >= Most || fresh >= MostFresh)
        {
            return TimeSpan.MaxValue;
        }

        var wish = fresh switch
        {
            0 => TimeSpan.Zero,
            // While nothing works, one try at a time.
            1 => Hearing > 0 ? Later(_secondAt, _singleUntil) : TimeSpan.MaxValue,
            _ => Later(SpreadAt(), _singleUntil),
        };
        return Later(wish, _pacing.NextAt);
    }

    /// <summary>When both sockets are half as old as they become.</summary>
    private TimeSpan SpreadAt() =>
        _sockets.Where(socket => socket.IsFresh).Max(socket => socket.Stage is SocketStage.Open ? socket.HelloAt + (socket.Lifetime / 2) : TimeSpan.MaxValue);

    private void Fail(TimeSpan? retryAfter, TimeSpan now)
    {
        FailedOpens++;
        _pacing.Failed(retryAfter, now);
    }

    private PooledSocket? Find(int number) => _sockets.Find(socket => socket.Number == number);

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;
}

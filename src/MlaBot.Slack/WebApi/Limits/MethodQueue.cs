namespace MlaBot.Slack.WebApi.Limits;

/// <summary>Lets the calls to one method go at their pace; channels that wait take turns, and one that must wait holds up no other.</summary>
/// <param name="method">The method.</param>
/// <param name="tuning">The client's numbers.</param>
/// <param name="clock">The clock.</param>
internal sealed class MethodQueue(SlackMethod method, WebTuning tuning, TimeProvider clock) : IDisposable
{
    private const int FewLines = 64;

    private readonly Lock _gate = new();
    private readonly long _start = clock.GetTimestamp();
    private readonly Pace _pace = new(method.PerMinute * tuning.Share, Math.Max(1, (int)(method.PerMinute * tuning.Share * method.BurstShare)));
    private readonly Dictionary<(string Name, bool CanWait), Line> _lines = [];
    private readonly LinkedList<Line> _rotation = [];
    private readonly LinkedList<Line> _patient = [];
    private ITimer? _timer;
    private TimeSpan _stoppedUntil;
    private (string Line, TimeSpan Until) _lastHeld;
    private int _waiting;
    private int _sweepAt = FewLines;
    private long _numbers;
    private bool _isClosed;

    public TimeSpan Now => clock.GetElapsedTime(_start);

    /// <summary>Channels and persons in memory.</summary>
    public int Lines
    {
        get
        {
            lock (_gate)
            {
                return _lines.Count;
            }
        }
    }

    /// <summary>Calls that wait.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _waiting;
            }
        }
    }

    public long NextNumber() => Interlocked.Increment(ref _numbers);

    /// <summary>Waits until a call may be sent.</summary>
    /// <exception cref="SlackApiException">Too many calls wait, or the method is stopped for longer than this call can wait.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up; the place in the queue is free again.</exception>
    /// <exception cref="ObjectDisposedException">The client is closed.</exception>
    public Task EnterAsync(Turn turn, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            var now = Now;
            RefuseHopeless(turn, now);
            var line = LineOf(turn.Line, turn.CanWait, now);
            if (_waiting == 0 && FreeAt(now, turn.CanWait) <= now && line.FreeAt(now) <= now)
            {
                _pace.Take(now);
                line.Take(now);
                return Task.CompletedTask;
            }

            if (_waiting >= tuning.MostWaiting)
            {
                throw Failures.TooMany(method.Name, tuning.MostWaiting);
            }

            line.Add(turn);
            _waiting++;
            Rotate(line, turn);
            Pump(now);
        }

        return cancellationToken.CanBeCanceled && !turn.Granted.IsCompleted ? WaitAsync(turn, cancellationToken) : turn.Granted;
    }

    /// <summary>Slack refused a call: nothing goes before the wait is over.</summary>
    /// <remarks>Slack counts a channel's messages and a workspace's, and a 429 does not say which were too many. The channel is meant when it
    /// was just posted to as fast as one channel may be, and no other one is refused meanwhile; else the workspace.</remarks>
    public void Limited(string name, TimeSpan wait)
    {
        lock (_gate)
        {
            var now = Now;
            var until = now + wait;
            var line = LineOf(name, canWait: false, now);
            var isFirst = _lastHeld.Until <= now || string.Equals(_lastHeld.Line, name, StringComparison.Ordinal);
            if (isFirst && line.IsAtItsPace(now))
            {
                _lastHeld = (name, until);
                line.HoldUntil(until);
            }
            else
            {
                _stoppedUntil = until > _stoppedUntil ? until : _stoppedUntil;
            }

            Pump(now);
        }
    }

    public void Dispose()
    {
        List<Turn> all;
        lock (_gate)
        {
            _isClosed = true;
            all = [.. _lines.Values.SelectMany(line => line.Waiting)];
            _lines.Clear();
            _rotation.Clear();
            _patient.Clear();
            _waiting = 0;
            _timer?.Dispose();
        }

        all.ForEach(turn => turn.Refuse(new ObjectDisposedException(nameof(SlackApi))));
    }

    private async Task WaitAsync(Turn turn, CancellationToken cancellationToken)
    {
        await using var giveUp = cancellationToken.UnsafeRegister(_ => Remove(turn, cancellationToken), state: null);
        await turn.Granted;
    }

    private void Remove(Turn turn, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_lines.TryGetValue((turn.Line, turn.CanWait), out var line) && line.Waiting.Remove(turn))
            {
                _waiting--;
                turn.Cancel(cancellationToken);
                Pump(Now);
            }
        }
    }

    private void RefuseHopeless(Turn turn, TimeSpan now)
    {
        var stop = _stoppedUntil - now;
        if (method.HasTrigger && FreeAt(now, canWait: false) - now > tuning.TriggerLife)
        {
            throw Failures.TriggerOver(method.Name);
        }

        if (!turn.IsAgain && stop > tuning.LongestStop)
        {
            throw Failures.Stopped(method.Name, stop);
        }
    }

    private Line LineOf(string name, bool canWait, TimeSpan now)
    {
        if (_lines.TryGetValue((name, canWait), out var line))
        {
            return line;
        }

        if (_lines.Count >= _sweepAt)
        {
            foreach (var (idle, _) in _lines.Where(entry => entry.Value.IsIdle(now)).ToList())
            {
                _lines.Remove(idle);
            }

            _sweepAt = Math.Max(FewLines, _lines.Count * 2);
        }

        line = new Line(method.IsPacedByChannel ? new Pace(60 / tuning.ChannelSeconds, tuning.ChannelBurst) : null) { CanWait = canWait };
        _lines.Add((name, canWait), line);
        return line;
    }

    // A call that was refused before goes first, after older ones of its kind.
    private void Rotate(Line line, Turn turn)
    {
        if (line.IsInRotation && !turn.IsAgain)
        {
            return;
        }

        var rotation = line.CanWait ? _patient : _rotation;
        if (line.IsInRotation)
        {
            rotation.Remove(line);
        }

        line.IsInRotation = true;
        var before = turn.IsAgain ? rotation.First : null;
        while (before?.Value.Waiting.First?.Value is { IsAgain: true } older && older.Number < turn.Number)
        {
            before = before.Next;
        }

        if (before is null)
        {
            rotation.AddLast(line);
        }
        else
        {
            rotation.AddBefore(before, line);
        }
    }

    private TimeSpan FreeAt(TimeSpan now, bool canWait)
    {
        var free = _pace.FreeAt(now, canWait ? _pace.HalfOfBurst : 0);
        return free > _stoppedUntil ? free : _stoppedUntil;
    }

    // While a call waits for the method's pace, those that can wait find it used up: they need more of it than one call.
    private void Pump(TimeSpan now)
    {
        var (first, second) = (Pump(_rotation, now), Pump(_patient, now));
        Arm(now, first < second ? first : second ?? first);
    }

    /// <returns>When the next call may go; null when none waits.</returns>
    private TimeSpan? Pump(LinkedList<Line> rotation, TimeSpan now)
    {
        TimeSpan? next = null;
        var node = rotation.First;
        while (node is not null)
        {
            var line = node.Value;
            var following = node.Next;
            if (line.Waiting.First is not { } first)
            {
                line.IsInRotation = false;
                rotation.Remove(node);
                node = following;
                continue;
            }

            var (free, lineFree) = (FreeAt(now, line.CanWait), line.FreeAt(now));
            free = free > lineFree ? free : lineFree;
            if (free > now)
            {
                next = next < free ? next : free;
                node = following;
                continue;
            }

            line.Waiting.RemoveFirst();
            _waiting--;
            _pace.Take(now);
            line.Take(now);
            first.Value.Grant();
            // Its next call comes after one of every other line; a line that could not go keeps its place.
            rotation.Remove(node);
            rotation.AddLast(node);
            node = following ?? rotation.First;
            if (following is null)
            {
                next = null;
            }
        }

        return next;
    }

    private void Arm(TimeSpan now, TimeSpan? next)
    {
        if (next is null || _isClosed)
        {
            return;
        }

        // Rounded up: a timer that fires early would find nothing free.
        var wait = TimeSpan.FromMilliseconds(Math.Ceiling((next.Value - now).TotalMilliseconds));
        _timer ??= clock.CreateTimer(static queue => ((MethodQueue)queue!).Wake(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(wait, Timeout.InfiniteTimeSpan);
    }

    private void Wake()
    {
        lock (_gate)
        {
            if (!_isClosed)
            {
                Pump(Now);
            }
        }
    }
}

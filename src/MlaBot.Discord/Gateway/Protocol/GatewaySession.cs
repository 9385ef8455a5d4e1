using System.Diagnostics;

namespace MlaBot.Discord.Gateway.Protocol;

/// <summary>One shard's session over all its connections: frames and clock ticks in, decisions out. Does no I/O and is not thread-safe.</summary>
/// <remarks>
/// Instants are elapsed time on one monotonic clock. Source: Discord, "Gateway: Connections".
/// </remarks>
internal sealed class GatewaySession(GatewayIdentity identity, WantedEvents wanted, Random random)
{
    /// <summary>Longest wait for HELLO, and for READY or RESUMED after the last sign of progress.</summary>
    public static readonly TimeSpan GreetingLimit = TimeSpan.FromSeconds(30);

    /// <summary>A session that was silent longer is not taken up again. Discord promises "a few minutes" only.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan PauseAfterRateLimit = TimeSpan.FromSeconds(10);

    private readonly SendBudget _budget = new();
    private readonly Heartbeat _heartbeat = new();
    private string? _sessionId;
    private Uri? _resumeUrl;
    private DropReason? _dropped;
    private bool _isOpen;
    private bool _isGreeted;
    private TimeSpan _progressAt;
    private TimeSpan _heardAt;

    /// <summary>The number of the last event; null before the first.</summary>
    public long? Sequence { get; private set; }

    /// <summary>True from READY or RESUMED to the end of the connection.</summary>
    public bool IsReady { get; private set; }

    /// <summary>Frames that made no sense, since the start.</summary>
    public long MalformedFrames { get; private set; }

    /// <summary>How long the last heartbeat's answer took; null before the first.</summary>
    public TimeSpan? Latency => _heartbeat.Latency;

    /// <summary>Heartbeats without an answer on this connection.</summary>
    public int OutstandingHeartbeats => _heartbeat.Outstanding;

    /// <summary>Where the session can be taken up; null when the next connection has to IDENTIFY.</summary>
    public ResumePoint? ResumePoint => _sessionId is { } id && Sequence is { } last && _resumeUrl is { } url ? new(id, last, url) : null;

    /// <summary>When <see cref="Tick"/> has to be called; <see cref="TimeSpan.MaxValue"/> while there is no connection.</summary>
    public TimeSpan NextTick
    {
        get
        {
            var limit = IsReady ? TimeSpan.MaxValue : _progressAt + GreetingLimit;
            return !_isOpen || _dropped is not null ? TimeSpan.MaxValue : limit < _heartbeat.DueAt ? limit : _heartbeat.DueAt;
        }
    }

    /// <summary>Takes up the session of an earlier run.</summary>
    public void Restore(ResumePoint point, TimeSpan now) => (_sessionId, Sequence, _resumeUrl, _heardAt) = (point.SessionId, point.Sequence, point.Url, now);

    /// <summary>A connection is about to be made.</summary>
    /// <returns>True when it will IDENTIFY, false when it will RESUME.</returns>
    public bool Connecting(TimeSpan now)
    {
        if (now - _heardAt > LongestSilence)
        {
            Forget();
        }

        return ResumePoint is null;
    }

    /// <summary>A connection stands.</summary>
    public void Opened(TimeSpan now)
    {
        _budget.Clear();
        _heartbeat.Clear();
        (_dropped, _isOpen, _isGreeted, IsReady, _progressAt) = (null, true, false, false, now);
    }

    /// <summary>A frame came.</summary>
    public GatewayStep Receive(ReadOnlySpan<byte> frame, TimeSpan now)
    {
        if (!_isOpen || _dropped is not null)
        {
            return default;
        }

        if (!GatewayEnvelope.TryRead(frame, wanted, out var envelope))
        {
            return Malformed();
        }

        _heardAt = now;
        var data = frame[envelope.Data];
        return envelope.Opcode switch
        {
            GatewayOpcode.Dispatch => Dispatch(envelope, data, now),
            GatewayOpcode.Heartbeat => RequestedHeartbeat(now),
            GatewayOpcode.Reconnect => Drop(DropReason.ServerAsked),
            GatewayOpcode.InvalidSession => Drop(data.SequenceEqual("true"u8) ? DropReason.ResumeAsked : DropReason.InvalidSession),
            GatewayOpcode.Hello => Hello(data, now),
            GatewayOpcode.HeartbeatAck => Acknowledge(now),
            // Discord adds opcodes; one that is new asks nothing of an older client.
            _ => default,
        };
    }

    /// <summary>The time of <see cref="NextTick"/> has come. Does nothing when it has not.</summary>
    public GatewayStep Tick(TimeSpan now)
    {
        if (now < NextTick)
        {
            return default;
        }

        if (now < _heartbeat.DueAt)
        {
            return Drop(_isGreeted ? DropReason.NotReady : DropReason.NoHello);
        }

        if (_heartbeat.IsUnanswered)
        {
            return Drop(DropReason.Zombie);
        }

        if (!_budget.TryTake(now, isDueHeartbeat: true))
        {
            _heartbeat.Postpone(_budget.NextAt);
            return default;
        }

        _heartbeat.SentDue(now);
        return new(StepKind.Send) { Payload = GatewayIdentity.Heartbeat(Sequence) };
    }

    /// <summary>The connection has ended, or could not be made.</summary>
    /// <param name="code">The server's close code; null when there was none.</param>
    /// <returns>How to connect again.</returns>
    /// <exception cref="GatewayFatalException">The code says that a person has to act.</exception>
    public Reconnect Closed(int? code)
    {
        var (wasOpen, dropped) = (_isOpen, _dropped);
        (_isOpen, _dropped, IsReady) = (false, null, false);
        if (dropped is { } reason)
        {
            return AfterDrop(reason);
        }

        switch (GatewayCloseCode.After(code))
        {
            case AfterClose.Fatal:
                Forget();
                throw GatewayCloseCode.ToException(code.GetValueOrDefault());
            case AfterClose.NewSession:
                Forget();
                return new(IsAtOnce: false, TimeSpan.Zero);
            case AfterClose.ResumeLater:
                return new(IsAtOnce: false, PauseAfterRateLimit);
            default:
                return new(wasOpen && ResumePoint is not null, TimeSpan.Zero);
        }
    }

    private Reconnect AfterDrop(DropReason reason)
    {
        switch (reason)
        {
            case DropReason.InvalidSession:
                Forget();
                return new(IsAtOnce: false, TimeSpan.FromSeconds(1 + (4 * random.NextDouble())));
            case DropReason.NotReady:
                // A session that the server will neither resume nor refuse would keep the shard out for ever.
                Forget();
                return new(IsAtOnce: false, TimeSpan.Zero);
            case DropReason.NoHello:
                return new(IsAtOnce: false, TimeSpan.Zero);
            case DropReason.ServerAsked or DropReason.ResumeAsked or DropReason.Zombie:
                return new(IsAtOnce: true, TimeSpan.Zero);
            default:
                throw new UnreachableException();
        }
    }

    private GatewayStep Dispatch(GatewayEnvelope envelope, ReadOnlySpan<byte> data, TimeSpan now)
    {
        _progressAt = now;
        if (envelope.Sequence > Sequence.GetValueOrDefault(-1))
        {
            Sequence = envelope.Sequence;
        }

        if (envelope.Name is null)
        {
            return default;
        }

        if (envelope.Name is WantedEvents.Ready)
        {
            if (GatewayBody.Ready(data) is not { } ready)
            {
                return Malformed();
            }

            if (ready.SessionId != _sessionId)
            {
                (_sessionId, Sequence) = (ready.SessionId, envelope.Sequence);
            }

            _resumeUrl = ready.ResumeUrl;
        }

        IsReady |= envelope.Name is WantedEvents.Ready or WantedEvents.Resumed;
        return new(StepKind.Dispatch) { Name = envelope.Name, Data = envelope.Data };
    }

    private GatewayStep Hello(ReadOnlySpan<byte> data, TimeSpan now)
    {
        if (_isGreeted || GatewayBody.HeartbeatInterval(data) is not { } interval)
        {
            return Malformed();
        }

        (_isGreeted, _progressAt) = (true, now);
        _heartbeat.Begin(interval, random.NextDouble(), now);
        // Nothing but asked-for heartbeats can have been sent before, so this fits unless the server asked for 115 of them.
        if (!_budget.TryTake(now, isDueHeartbeat: false))
        {
            return Drop(DropReason.NoHello);
        }

        if (ResumePoint is { } point)
        {
            return new(StepKind.Send) { Payload = identity.Resume(point) };
        }

        Forget();
        return new(StepKind.Identify) { Payload = identity.Identify() };
    }

    private GatewayStep RequestedHeartbeat(TimeSpan now)
    {
        if (!_budget.TryTake(now, isDueHeartbeat: false))
        {
            return default;
        }

        _heartbeat.Sent(now);
        return new(StepKind.Send) { Payload = GatewayIdentity.Heartbeat(Sequence) };
    }

    private GatewayStep Acknowledge(TimeSpan now)
    {
        _heartbeat.Answered(now);
        return default;
    }

    private GatewayStep Drop(DropReason reason)
    {
        (_dropped, IsReady) = (reason, false);
        return new(StepKind.Drop) { Reason = reason };
    }

    private GatewayStep Malformed()
    {
        MalformedFrames++;
        return new(StepKind.Malformed);
    }

    private void Forget() => (_sessionId, Sequence, _resumeUrl) = (null, null, null);
}

namespace MlaBot.Discord.Gateway.Protocol;

/// <summary>When to beat, and whether the last beat was heard. Instants are elapsed time on one monotonic clock.</summary>
/// <remarks>Source: Discord, "Gateway: Sending Heartbeats".</remarks>
internal sealed class Heartbeat
{
    private TimeSpan _interval;
    private TimeSpan _sentAt;

    /// <summary>When the next beat is due; <see cref="TimeSpan.MaxValue"/> before HELLO.</summary>
    public TimeSpan DueAt { get; private set; } = TimeSpan.MaxValue;

    /// <summary>True when the last due beat has had no answer: at the next due time the connection is a zombie.</summary>
    public bool IsUnanswered { get; private set; }

    /// <summary>Beats without an answer, those that the server asked for too.</summary>
    public int Outstanding { get; private set; }

    /// <summary>How long the last answer took; null before the first.</summary>
    public TimeSpan? Latency { get; private set; }

    /// <summary>Forgets the last connection.</summary>
    public void Clear() => (DueAt, IsUnanswered, Outstanding) = (TimeSpan.MaxValue, false, 0);

    /// <summary>HELLO came: the first beat is due after a random part of the interval.</summary>
    public void Begin(TimeSpan interval, double part, TimeSpan now) => (_interval, DueAt) = (interval, now + (interval * part));

    /// <summary>A due beat was sent.</summary>
    public void SentDue(TimeSpan now)
    {
        IsUnanswered = true;
        DueAt = now + _interval;
        Sent(now);
    }

    /// <summary>A beat that the server asked for was sent. It does not make the connection a zombie, as it has no full interval to be answered.</summary>
    public void Sent(TimeSpan now)
    {
        Outstanding++;
        _sentAt = now;
    }

    /// <summary>No beat may be sent yet.</summary>
    public void Postpone(TimeSpan until) => DueAt = until;

    /// <summary>Opcode 11 came.</summary>
    public void Answered(TimeSpan now)
    {
        if (Outstanding > 0)
        {
            Latency = now - _sentAt;
        }

        (IsUnanswered, Outstanding) = (false, 0);
    }
}

namespace MlaBot.Slack.SocketMode.Protocol;

/// <summary>How far a socket is.</summary>
internal enum SocketStage
{
    /// <summary>No connection yet.</summary>
    Opening,

    /// <summary>Connected, no hello yet.</summary>
    Greeting,

    /// <summary>In use.</summary>
    Open,

    /// <summary>Slack is replacing it; it is read and answered until it ends.</summary>
    Leaving,

    /// <summary>The client is closing it.</summary>
    Closing,
}

/// <summary>What the pool knows of one socket.</summary>
/// <param name="number">Counts up from 1.</param>
internal sealed class PooledSocket(int number)
{
    public int Number => number;

    public SocketStage Stage { get; set; }

    /// <summary>The latest time for its hello.</summary>
    public TimeSpan HelloBy { get; set; }

    /// <summary>When it said hello.</summary>
    public TimeSpan HelloAt { get; set; }

    /// <summary>How long Slack means to keep it.</summary>
    public TimeSpan Lifetime { get; set; }

    /// <summary>For one that is leaving: when others took over; null before that.</summary>
    public TimeSpan? FollowedAt { get; set; }

    /// <summary>True when it is, or is to be, one of the sockets that stay.</summary>
    public bool IsFresh => Stage is SocketStage.Opening or SocketStage.Greeting or SocketStage.Open;

    /// <summary>True when envelopes come in on it.</summary>
    public bool IsHearing => Stage is SocketStage.Open or SocketStage.Leaving;
}

namespace MlaBot.SlackServer.Sockets;

/// <summary>What happened on the sockets of one app so far.</summary>
public sealed record SocketFigures
{
    /// <summary>Sockets that are open now.</summary>
    public int Open { get; init; }

    /// <summary>Sockets since the start.</summary>
    public int Hellos { get; init; }

    /// <summary>How long no socket was open since the first <c>hello</c>.</summary>
    public TimeSpan Deaf { get; init; }

    /// <summary>Envelopes that were sent, redeliveries too.</summary>
    public int Envelopes { get; init; }

    /// <summary>Envelopes for which no socket was open.</summary>
    public int Unheard { get; init; }

    public int Redelivered { get; init; }

    /// <summary>Acknowledgements in time.</summary>
    public int Acks { get; init; }

    /// <summary>Acknowledgements of envelopes that had already been given up.</summary>
    public int LateAcks { get; init; }

    /// <summary>Acknowledgements of envelopes that never were.</summary>
    public int UnknownAcks { get; init; }

    /// <summary>Commands and interactions that nobody acknowledged in time: the person saw <c>operation_timeout</c>.</summary>
    public int OperationTimeouts { get; init; }

    /// <summary>Events that were given up after the last redelivery.</summary>
    public int LostEvents { get; init; }

    /// <summary>The times to the acknowledgements in time and late, the shortest first.</summary>
    public IReadOnlyList<TimeSpan> AckTimes { get; init; } = [];

    /// <summary>The time that this share of the acknowledgements took at most, such as 0.99; zero without any.</summary>
    public TimeSpan AckTime(double share) => AckTimes.Count == 0 ? TimeSpan.Zero : AckTimes[Math.Min(AckTimes.Count - 1, (int)(share * AckTimes.Count))];
}

/// <summary>A socket of an app, from <c>hello</c> to its end.</summary>
/// <param name="Query">The query of the address that it came to, without the ticket.</param>
/// <param name="EndedAt">Null while it is open.</param>
/// <param name="End">How it ended; empty while it is open.</param>
public sealed record SocketVisit(int Number, string AppId, string Query, DateTimeOffset OpenedAt, DateTimeOffset? EndedAt, string End);

/// <summary>A message of a client.</summary>
/// <param name="Number">The socket's.</param>
public sealed record SocketReceived(int Number, string Text);

namespace MlaBot.SlackServer.Sockets;

/// <summary>Slack's own figures (reference: slack.md, section 3); tests shorten them.</summary>
public sealed record SocketOptions
{
    /// <summary>How long a socket lives before Slack refreshes it; <c>hello</c> names it in seconds.</summary>
    public TimeSpan ConnectionTime { get; init; } = TimeSpan.FromSeconds(18060);

    /// <summary>The same for a socket that was opened with <c>debug_reconnects=true</c>.</summary>
    public TimeSpan DebugConnectionTime { get; init; } = TimeSpan.FromSeconds(360);

    /// <summary>From <c>warning</c> to <c>refresh_requested</c>.</summary>
    public TimeSpan RefreshAfterWarning { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>From <c>warning</c> to the end of the socket.</summary>
    public TimeSpan CloseAfterWarning { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan PingInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Pings without any sign of life after which a client counts as gone.</summary>
    public int UnansweredPings { get; init; } = 4;

    /// <summary>How long an acknowledgement may take.</summary>
    public TimeSpan AckTime { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>The waits before an event is sent again; each counts from the end of the try before.</summary>
    public IReadOnlyList<TimeSpan> RedeliveryWaits { get; init; } = [TimeSpan.Zero, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    /// <summary>Sockets of one app that may be open at the same time.</summary>
    public int MaxSockets { get; init; } = 10;

    /// <summary>Slack says of a ticket only that it must be used soon.</summary>
    public TimeSpan TicketLife { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a client may take to answer a close frame before it is hung up on.</summary>
    public TimeSpan CloseWait { get; init; } = TimeSpan.FromSeconds(5);
}

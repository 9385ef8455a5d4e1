namespace MlaBot.Slack.SocketMode.Protocol;

/// <summary>Why Slack ends a socket.</summary>
/// <remarks>Source: Slack developer documentation, "Using Socket Mode: Disconnecting".</remarks>
internal enum DisconnectReason
{
    /// <summary>A reason that is not known here; taken as <see cref="RefreshRequested"/>.</summary>
    Unknown,

    /// <summary><c>warning</c>: the socket ends in about 10 s.</summary>
    Warning,

    /// <summary><c>refresh_requested</c>: the socket is being replaced.</summary>
    RefreshRequested,

    /// <summary><c>too_many_websockets</c>: more than 10, stale ones counted.</summary>
    TooManyWebSockets,

    /// <summary><c>link_disabled</c>: Socket Mode was switched off.</summary>
    LinkDisabled,

    /// <summary><c>socket_mode_disabled</c>: the same in other words.</summary>
    SocketModeDisabled,
}

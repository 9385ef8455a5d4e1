namespace MlaBot.Slack.SocketMode.Protocol;

/// <summary>What a frame is.</summary>
internal enum SocketFrameKind
{
    /// <summary>A type that is not known here; it may be an envelope.</summary>
    Other,

    /// <summary>The first frame of a socket.</summary>
    Hello,

    /// <summary>The announced end of a socket.</summary>
    Disconnect,

    /// <summary>An event, a command or an interaction.</summary>
    Envelope,
}

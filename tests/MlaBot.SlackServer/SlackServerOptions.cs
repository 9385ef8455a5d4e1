using MlaBot.SlackServer.Sockets;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer;

/// <summary>How a test server starts.</summary>
public sealed record SlackServerOptions
{
    /// <summary>0 takes a free port; a restart keeps it.</summary>
    public int Port { get; init; }

    /// <summary>The 3 s of triggers, the 30 min of response URLs, timestamps and rate windows.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>False for load tests that are not about pacing.</summary>
    public bool LimitsRates { get; init; } = true;

    /// <summary>Makes the socket side.</summary>
    public Func<SlackWorld, ISocketServer> Sockets { get; init; } = Parts.Sockets;

    /// <summary>False takes every body: where times are compared, the judge must cost nothing.</summary>
    public bool ChecksBodies { get; init; } = true;

    /// <summary>How long a file is worked on before it can be shown in a block.</summary>
    public TimeSpan FileProcessing { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>True: a second <c>chat.postMessage</c> with a <c>client_msg_id</c> that was seen is refused; false: it is ignored.</summary>
    public bool RefusesKnownClientMessageIds { get; init; } = true;
}

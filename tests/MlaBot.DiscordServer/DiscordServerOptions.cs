using MlaBot.DiscordServer.World;

namespace MlaBot.DiscordServer;

/// <summary>How a test server starts.</summary>
public sealed record DiscordServerOptions
{
    /// <summary>0 takes a free port; a restart keeps it.</summary>
    public int Port { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>False for load tests that are not about pacing.</summary>
    public bool LimitsRates { get; init; } = true;

    /// <summary>Makes the websocket side.</summary>
    public Func<DiscordWorld, IGatewayServer> Gateway { get; init; } = Parts.Gateway;

    /// <summary>Null takes every body: where times are compared, the judge must cost nothing.</summary>
    public IBodyCheck? BodyCheck { get; init; } = Parts.BodyCheck();
}

using Microsoft.Extensions.Logging;
using MlaBot.Discord.Gateway.Sockets;

namespace MlaBot.Discord.Gateway;

/// <summary>What all shards of a client share.</summary>
internal sealed record ShardParts
{
    public required GatewayDirectory Directory { get; init; }

    public required SessionStarts Starts { get; init; }

    public required WantedEvents Wanted { get; init; }

    public required IGatewayListener Listener { get; init; }

    /// <summary>Makes a socket for each connection.</summary>
    public required Func<IGatewaySocket> OpenSocket { get; init; }

    /// <summary>Asks for <c>zlib-stream</c>.</summary>
    public required bool IsCompressed { get; init; }

    public required TimeProvider Time { get; init; }

    public required ILogger Logger { get; init; }
}

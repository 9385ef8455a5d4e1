using Microsoft.Extensions.Logging;
using MlaBot.Slack.SocketMode.Protocol;
using MlaBot.Slack.WebApi;

namespace MlaBot.Slack.SocketMode;

/// <summary>What all sockets of a client share.</summary>
internal sealed record SocketParts
{
    public required ISlackApi Api { get; init; }

    public required ISocketListener Listener { get; init; }

    public required SocketModeOptions Options { get; init; }

    public required TimeProvider Time { get; init; }

    public required ILogger Logger { get; init; }

    /// <summary>Hears a socket's hello: its number and how long Slack means to keep it. False when it was not expected.</summary>
    public required Func<int, TimeSpan?, bool> Greeted { get; init; }

    /// <summary>Hears that Slack announced the end of a socket.</summary>
    public required Action<int, DisconnectReason> Disconnecting { get; init; }

    public SocketCounters Counters { get; } = new();
}

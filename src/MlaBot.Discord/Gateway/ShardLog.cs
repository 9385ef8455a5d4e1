using Microsoft.Extensions.Logging;
using MlaBot.Discord.Gateway.Protocol;

namespace MlaBot.Discord.Gateway;

/// <summary>What a shard logs.</summary>
internal static partial class ShardLog
{
    [LoggerMessage(3101, LogLevel.Debug, "Shard {Shard} connects to {Host}")]
    public static partial void Connecting(ILogger logger, int shard, string host);

    [LoggerMessage(3102, LogLevel.Warning, "Shard {Shard} cannot connect to {Host}: {Fault}")]
    public static partial void CannotConnect(ILogger logger, int shard, string host, string fault);

    [LoggerMessage(3103, LogLevel.Debug, "Shard {Shard}: Discord's gateway is ready: {IsReady}")]
    public static partial void ReadyChanged(ILogger logger, int shard, bool isReady);

    [LoggerMessage(3104, LogLevel.Information, "Shard {Shard} leaves its connection: {Reason}")]
    public static partial void Dropping(ILogger logger, int shard, DropReason reason);

    [LoggerMessage(3105, LogLevel.Information, "Shard {Shard}: the connection has ended, close code {Code}")]
    public static partial void Ended(ILogger logger, int shard, int? code);

    [LoggerMessage(3106, LogLevel.Debug, "Shard {Shard} connects again in {Wait}")]
    public static partial void Reconnecting(ILogger logger, int shard, TimeSpan wait);

    [LoggerMessage(3107, LogLevel.Warning, "Shard {Shard} cannot go on with this connection: {Fault}")]
    public static partial void StreamBroken(ILogger logger, int shard, string fault);

    [LoggerMessage(EventId = 3108, Message = "Shard {Shard} left out a frame of {Length} bytes that makes no sense")]
    public static partial void Malformed(ILogger logger, LogLevel level, int shard, int length);

    [LoggerMessage(3109, LogLevel.Error, "Shard {Shard}: the event {Name} could not be handed on")]
    public static partial void ListenerFailed(ILogger logger, Exception fault, int shard, string name);
}

namespace MlaBot.Discord.Gateway;

/// <summary>How a shard does.</summary>
/// <param name="Shard">From 0.</param>
/// <param name="IsReady">True when it can hear.</param>
/// <param name="Latency">How long the last heartbeat's answer took; null before the first.</param>
/// <param name="Connections">Connections opened since the start.</param>
/// <param name="MalformedFrames">Frames that made no sense, since the start.</param>
internal readonly record struct ShardStatus(int Shard, bool IsReady, TimeSpan? Latency, int Connections, long MalformedFrames);

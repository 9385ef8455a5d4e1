namespace MlaBot.Discord.Adapter;

/// <summary>One shard of a bot's gateway.</summary>
/// <param name="Number">Its number, from 0.</param>
/// <param name="Count">How many shards the bot has, at least 1.</param>
internal readonly record struct ShardOf(int Number, int Count)
{
    /// <summary>The only shard of a bot that has one.</summary>
    public static ShardOf One { get; } = new(0, 1);

    /// <summary>The shard as <c>READY</c> names it; null or malformed stands for the only one.</summary>
    public static ShardOf From(IReadOnlyList<int>? pair) => pair is [var number and >= 0, > 1 and var count] && number < count ? new(number, count) : One;

    /// <summary>True when the events of a guild come to this shard.</summary>
    /// <remarks>Source: Discord developer documentation, "Gateway: Sharding".</remarks>
    public bool Holds(string guild) => Count == 1 || NumberOf(guild, Count) == Number;

    /// <summary>The number of the shard that a guild's events come to; 0 for what is no id of a guild.</summary>
    public static int NumberOf(string guild, int count) => ulong.TryParse(guild, out var id) ? (int)((id >> 22) % (ulong)count) : 0;
}

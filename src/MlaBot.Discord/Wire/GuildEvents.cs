namespace MlaBot.Discord.Wire;

/// <summary><c>READY</c>: who the bot is and which guilds it is in.</summary>
internal sealed record ReadyEvent
{
    public ReceivedUser? User { get; init; }

    public IReadOnlyList<ReadyGuild?>? Guilds { get; init; }

    public ReadyApplication? Application { get; init; }

    /// <summary>The shard's number and the number of shards; null without sharding.</summary>
    public IReadOnlyList<int>? Shard { get; init; }
}

/// <summary>A guild of <c>READY</c> or <c>GUILD_DELETE</c>.</summary>
internal sealed record ReadyGuild
{
    public string? Id { get; init; }

    /// <summary>True during an outage; absent when the bot was removed.</summary>
    public bool Unavailable { get; init; }
}

/// <summary>The application of <c>READY</c>.</summary>
internal sealed record ReadyApplication
{
    public string? Id { get; init; }
}

/// <summary><c>GUILD_CREATE</c>: a guild became available, or the bot was added to it.</summary>
internal sealed record GuildEvent
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public bool Unavailable { get; init; }

    public string? SystemChannelId { get; init; }
}

/// <summary><c>CHANNEL_DELETE</c> and <c>THREAD_DELETE</c>.</summary>
internal sealed record ChannelEvent
{
    public string? Id { get; init; }

    public string? GuildId { get; init; }
}

namespace MlaBot.Discord.Wire;

/// <summary>A channel or thread as Discord gives it; only what the bot reads.</summary>
internal sealed record ReceivedChannel
{
    public required string Id { get; init; }

    public int Type { get; init; }

    public string? GuildId { get; init; }

    /// <summary>The channel of a thread; the category of a channel.</summary>
    public string? ParentId { get; init; }

    public string? Name { get; init; }

    public IReadOnlyList<PermissionOverwrite> PermissionOverwrites { get; init; } = [];
}

/// <summary>What a role (type 0) or member (type 1) may do or not do in a channel; decimal bit sets.</summary>
internal sealed record PermissionOverwrite(string Id, int Type, string Allow, string Deny);

/// <summary>A guild as Discord gives it; only what the bot reads.</summary>
internal sealed record ReceivedGuild
{
    public required string Id { get; init; }

    public string Name { get; init; } = "";

    public bool Unavailable { get; init; }

    public string? OwnerId { get; init; }

    public IReadOnlyList<ReceivedRole> Roles { get; init; } = [];
}

/// <summary>A role; permissions are a decimal bit set.</summary>
internal sealed record ReceivedRole(string Id, string Name, string Permissions)
{
    public bool Mentionable { get; init; }
}

/// <summary>The bot's own membership in a guild.</summary>
internal sealed record ReceivedMember
{
    public IReadOnlyList<string> Roles { get; init; } = [];
}

/// <summary>The application behind the token.</summary>
internal sealed record ReceivedApplication
{
    public required string Id { get; init; }

    public string Name { get; init; } = "";

    /// <summary>Set in the portal, it takes all interactions away from the gateway.</summary>
    public string? InteractionsEndpointUrl { get; init; }
}

/// <summary>Where the gateway is, and how many sessions may be started.</summary>
internal sealed record GatewayInfo
{
    public required string Url { get; init; }

    public int Shards { get; init; } = 1;

    public required SessionStartLimit SessionStartLimit { get; init; }
}

/// <summary>How many sessions may still be started. Times in milliseconds.</summary>
internal sealed record SessionStartLimit(int Total, int Remaining, int ResetAfter, int MaxConcurrency);

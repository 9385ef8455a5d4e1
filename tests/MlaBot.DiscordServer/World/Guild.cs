namespace MlaBot.DiscordServer.World;

/// <summary>A Discord server of the world.</summary>
public sealed class Guild(ulong id, string name, ulong ownerId)
{
    public ulong Id { get; } = id;

    public string Name { get; set; } = name;

    public ulong OwnerId { get; set; } = ownerId;

    public string Locale { get; set; } = "en-US";

    /// <summary>True during an outage.</summary>
    public bool IsUnavailable { get; set; }

    /// <summary>Where Discord's own news of the guild go; null for nowhere.</summary>
    public ulong? SystemChannelId { get; set; }

    /// <summary>The roles that an admin lets use a command, by its name; they see it whatever permissions it asks for.</summary>
    public Dictionary<string, HashSet<ulong>> CommandRoles { get; } = new(StringComparer.Ordinal);

    public Dictionary<ulong, Role> Roles { get; } = [];

    public Dictionary<ulong, Channel> Channels { get; } = [];

    public Dictionary<ulong, Member> Members { get; } = [];

    /// <summary>The role of all members; its id is the guild's.</summary>
    public Role Everyone => Roles[Id];
}

/// <summary>A role of a guild.</summary>
public sealed class Role(ulong id, string name, Permission permissions, int position)
{
    public ulong Id { get; } = id;

    public string Name { get; set; } = name;

    public Permission Permissions { get; set; } = permissions;

    public int Position { get; } = position;

    public bool IsMentionable { get; set; }

    /// <summary>The application whose own role it is; null for ordinary roles.</summary>
    public ulong? BotId { get; init; }
}

/// <summary>A user in a guild.</summary>
public sealed class Member(User user, DateTimeOffset joinedAt)
{
    public User User { get; } = user;

    public DateTimeOffset JoinedAt { get; } = joinedAt;

    public HashSet<ulong> Roles { get; } = [];
}

/// <summary>What a role or member may or may not do in a channel.</summary>
public sealed record Overwrite(ulong Id, bool IsMember, Permission Allow, Permission Deny);

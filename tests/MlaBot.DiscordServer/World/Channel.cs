namespace MlaBot.DiscordServer.World;

/// <summary>A channel, a thread or a private conversation.</summary>
public sealed class Channel(ulong id, int type, string? name)
{
    public const int Text = 0;
    public const int PrivateMessages = 1;
    public const int Category = 4;
    public const int Announcement = 5;
    public const int PublicThread = 11;
    public const int PrivateThread = 12;

    public ulong Id { get; } = id;

    public int Type { get; } = type;

    public string? Name { get; set; } = name;

    public Guild? Guild { get; init; }

    /// <summary>The channel of a thread.</summary>
    public Channel? Parent { get; init; }

    public ulong? OwnerId { get; init; }

    public int Position { get; init; }

    public List<User> Recipients { get; init; } = [];

    public List<Overwrite> Overwrites { get; } = [];

    /// <summary>Oldest first; ephemeral ones too.</summary>
    public List<Message> Messages { get; } = [];

    public bool IsThread => Type is PublicThread or PrivateThread or 10;

    public int AutoArchiveMinutes { get; set; } = 1440;

    public bool IsArchived { get; set; }

    public bool IsLocked { get; set; }

    public DateTimeOffset ArchiveStamp { get; set; }

    public int TotalSent { get; set; }

    /// <summary>The id of the last message ever sent, which may be deleted.</summary>
    public ulong? LastMessageId { get; set; }
}

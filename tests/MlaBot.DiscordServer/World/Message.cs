using System.Text.Json.Nodes;

namespace MlaBot.DiscordServer.World;

/// <summary>A message. Change it only under <see cref="DiscordWorld.Gate"/>.</summary>
public sealed class Message(ulong id, Channel channel, User author, DateTimeOffset sentAt)
{
    public const int Ephemeral = 64;
    public const int Loading = 128;
    public const int HasThread = 32;
    public const int ComponentsV2 = 32768;

    public ulong Id { get; } = id;

    public Channel Channel { get; } = channel;

    public User Author { get; } = author;

    public DateTimeOffset SentAt { get; } = sentAt;

    public DateTimeOffset? EditedAt { get; set; }

    /// <summary>How often the message was edited, type 7 updates included.</summary>
    public int Edits { get; set; }

    /// <summary>0 ordinary, 19 reply, 20 answer to a slash command.</summary>
    public int Type { get; init; }

    public string Content { get; set; } = "";

    public int Flags { get; set; }

    public bool IsSpoken { get; init; }

    public bool IsPinned { get; set; }

    public bool IsDeleted { get; set; }

    public string? Nonce { get; init; }

    /// <summary>With numbered ids and defaults.</summary>
    public JsonArray Components { get; set; } = [];

    public JsonArray Embeds { get; set; } = [];

    public List<StoredFile> Files { get; } = [];

    public Message? Reference { get; init; }

    public Channel? Thread { get; set; }

    /// <summary>The interaction that it answers; null for posts on the bot's own account and people's messages.</summary>
    public Interaction? Interaction { get; init; }

    /// <summary>The one person who sees an ephemeral message; null for public ones.</summary>
    public ulong? OnlyFor { get; init; }

    public bool IsEphemeral => OnlyFor is not null;

    /// <summary>True after the person's client was reloaded: an ephemeral message is gone for good there.</summary>
    public bool IsGoneFromClient { get; set; }

    /// <summary>Who is named in the text, whether or not that pinged.</summary>
    public List<User> Mentions { get; set; } = [];

    public List<ulong> RoleMentions { get; set; } = [];

    public bool MentionsEveryone { get; set; }

    /// <summary>Who was really pinged: <c>user:ID</c>, <c>role:ID</c> or <c>everyone</c>; edits add nothing.</summary>
    public IReadOnlyList<string> Pinged { get; set; } = [];

    /// <summary>The text of the message and its components, line by line.</summary>
    public string Text => MessageText.Of(this);
}

/// <summary>An attachment.</summary>
public sealed record StoredFile(ulong Id, string Name, string MediaType, string? Description, ReadOnlyMemory<byte> Bytes, string Url)
{
    public (int Width, int Height)? Size { get; init; }
}

using System.Text.Json.Serialization;

namespace MlaBot.Discord.Wire;

/// <summary>A message as the bot sends it: create, edit, callback. Null is left out: "leave as it is" in an edit.</summary>
internal sealed record MessagePayload
{
    /// <summary>Sum of <see cref="MessageFlags"/>.</summary>
    public int? Flags { get; init; }

    public IReadOnlyList<Component>? Components { get; init; }

    /// <summary>Present on every message, so that nothing is ever pinged by accident.</summary>
    public AllowedMentions AllowedMentions { get; init; } = AllowedMentions.Nobody;

    /// <summary>At most 25 characters; with <see cref="EnforceNonce"/> a second create returns the first message.</summary>
    public string? Nonce { get; init; }

    public bool? EnforceNonce { get; init; }

    public MessageReference? MessageReference { get; init; }

    /// <summary>The files that the message keeps or brings.</summary>
    public IReadOnlyList<Attachment>? Attachments { get; init; }

    /// <summary>The bytes of new files, sent beside the JSON.</summary>
    [JsonIgnore]
    public IReadOnlyList<NewFile> Files { get; init; } = [];

    /// <summary>The same as a change of a message that is there: how private and how loud it is was decided when it came.</summary>
    /// <remarks>Source: Discord developer documentation, "Message Resource: Edit Message", field <c>flags</c>.</remarks>
    public MessagePayload AsEdit() => this with { Flags = Flags & MessageFlags.ComponentsV2, Nonce = null, EnforceNonce = null };
}

/// <summary>Discord's message flags that the bot uses.</summary>
internal static class MessageFlags
{
    public const int Ephemeral = 64;

    public const int SuppressNotifications = 4096;

    public const int ComponentsV2 = 32768;
}

/// <summary>Who may be pinged.</summary>
internal sealed record AllowedMentions
{
    public static AllowedMentions Nobody { get; } = new();

    public IReadOnlyList<string> Parse { get; init; } = [];

    public IReadOnlyList<string>? Roles { get; init; }
}

/// <summary>The message that this one answers.</summary>
internal sealed record MessageReference(string MessageId)
{
    public bool FailIfNotExists { get; init; }
}

/// <summary>A file of a message by its place among the new files.</summary>
internal sealed record Attachment(string Id, string Filename, string Description);

/// <summary>A new file. ASCII name without blanks.</summary>
internal sealed record NewFile(string Name, ReadOnlyMemory<byte> Bytes, string MediaType);

/// <summary>A modal as the bot opens it.</summary>
internal sealed record ModalPayload(string CustomId, string Title, IReadOnlyList<Component> Components);

/// <summary>A message as Discord gives it back; only what the bot reads.</summary>
internal sealed record ReceivedMessage
{
    public required string Id { get; init; }

    public string ChannelId { get; init; } = "";

    public ReceivedUser? Author { get; init; }

    public string? Nonce { get; init; }

    /// <summary>The components as raw JSON: markers are looked for in them.</summary>
    public System.Text.Json.JsonElement Components { get; init; }
}

/// <summary>A user as Discord gives it; only what the bot reads.</summary>
internal sealed record ReceivedUser
{
    [JsonRequired]
    public string Id { get; set; } = "";

    public string Username { get; set; } = "";

    public string? GlobalName { get; set; }

    public bool Bot { get; set; }
}

using System.Text.Json;

namespace MlaBot.Discord.Wire;

/// <summary>An interaction as the gateway brings it; only what the bot reads. Nothing is taken for granted but what <c>InteractionReader</c> checks.</summary>
/// <remarks>Source: Discord developer documentation, "Receiving and Responding to Interactions: Interaction Object". Properties can be set,
/// as the generated reader fills those that are set at construction only through an array of arguments for each object.</remarks>
internal sealed record InteractionEvent
{
    public string? Id { get; set; }

    public string? ApplicationId { get; set; }

    /// <summary>One of <see cref="InteractionType"/>.</summary>
    public int Type { get; set; }

    /// <summary>Lives 15 minutes. A secret: never logged.</summary>
    public string? Token { get; set; }

    public InteractionData? Data { get; set; }

    public string? GuildId { get; set; }

    public string? ChannelId { get; set; }

    public InteractionPlace? Channel { get; set; }

    /// <summary>Who acted, in a guild.</summary>
    public InteractionMember? Member { get; set; }

    /// <summary>Who acted, in private messages.</summary>
    public ReceivedUser? User { get; set; }

    /// <summary>The message of the control that was used.</summary>
    public InteractionMessage? Message { get; set; }
}

/// <summary>Discord's interaction types.</summary>
internal static class InteractionType
{
    public const int Command = 2;

    public const int Component = 3;

    public const int Autocomplete = 4;

    public const int ModalSubmit = 5;
}

/// <summary>Where an interaction happened.</summary>
internal sealed record InteractionPlace
{
    public string? Name { get; set; }

    /// <summary>One of Discord's channel types, such as those of <see cref="ChannelTypes"/>.</summary>
    public int Type { get; set; }

    /// <summary>The channel of a thread; the category of a channel.</summary>
    public string? ParentId { get; set; }
}

/// <summary>A channel or role with its name.</summary>
internal sealed record InteractionChannel
{
    public string? Name { get; set; }
}

/// <summary>The member who acted. Permissions are a decimal bit set for that channel.</summary>
internal sealed record InteractionMember
{
    public ReceivedUser? User { get; set; }

    public string? Nick { get; set; }

    public string? Permissions { get; set; }
}

/// <summary>The message of a control.</summary>
internal sealed record InteractionMessage
{
    public string? Id { get; set; }

    public int Flags { get; set; }
}

/// <summary>What was done: a command's name and options, or a control's id and values.</summary>
internal sealed record InteractionData
{
    public string? Name { get; set; }

    public IReadOnlyList<InteractionOption>? Options { get; set; }

    public string? CustomId { get; set; }

    public IReadOnlyList<string>? Values { get; set; }

    /// <summary>The fields of a modal, inside labels.</summary>
    public IReadOnlyList<InteractionField>? Components { get; set; }

    /// <summary>The channels, roles and persons that were chosen.</summary>
    public InteractionNames? Resolved { get; set; }
}

/// <summary>What ids stand for, by id.</summary>
internal sealed record InteractionNames
{
    public IReadOnlyDictionary<string, InteractionChannel>? Channels { get; set; }

    public IReadOnlyDictionary<string, InteractionChannel>? Roles { get; set; }

    public IReadOnlyDictionary<string, ReceivedUser>? Users { get; set; }

    /// <summary>Members without their user.</summary>
    public IReadOnlyDictionary<string, InteractionMember>? Members { get; set; }
}

/// <summary>An option of a command, or a subcommand with options of its own.</summary>
internal sealed record InteractionOption
{
    public string? Name { get; set; }

    public JsonElement Value { get; set; }

    public bool Focused { get; set; }

    public IReadOnlyList<InteractionOption>? Options { get; set; }
}

/// <summary>A field of a modal, or the label around one.</summary>
internal sealed record InteractionField
{
    public string? CustomId { get; set; }

    public string? Value { get; set; }

    public IReadOnlyList<string>? Values { get; set; }

    /// <summary>The field inside a label.</summary>
    public InteractionField? Component { get; set; }

    /// <summary>The fields inside an action row, the older form.</summary>
    public IReadOnlyList<InteractionField>? Components { get; set; }
}

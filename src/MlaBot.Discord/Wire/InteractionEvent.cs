using System.Text.Json;

namespace MlaBot.Discord.Wire;

/// <summary>An interaction as the gateway brings it; only what the bot reads. Nothing is taken for granted but what <c>InteractionReader</c> checks.</summary>
/// <remarks>Source: Discord developer documentation, "Receiving and Responding to Interactions: Interaction Object".</remarks>
internal sealed record InteractionEvent
{
    public string? Id { get; init; }

    public string? ApplicationId { get; init; }

    /// <summary>One of <see cref="InteractionType"/>.</summary>
    public int Type { get; init; }

    /// <summary>Lives 15 minutes. A secret: never logged.</summary>
    public string? Token { get; init; }

    public InteractionData? Data { get; init; }

    public string? GuildId { get; init; }

    public string? ChannelId { get; init; }

    public InteractionPlace? Channel { get; init; }

    /// <summary>Who acted, in a guild.</summary>
    public InteractionMember? Member { get; init; }

    /// <summary>Who acted, in private messages.</summary>
    public ReceivedUser? User { get; init; }

    /// <summary>The message of the control that was used.</summary>
    public InteractionMessage? Message { get; init; }
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
    public string? Name { get; init; }

    /// <summary>One of Discord's channel types, such as those of <see cref="ChannelTypes"/>.</summary>
    public int Type { get; init; }

    /// <summary>The channel of a thread; the category of a channel.</summary>
    public string? ParentId { get; init; }
}

/// <summary>A channel or role with its name.</summary>
internal sealed record InteractionChannel
{
    public string? Name { get; init; }
}

/// <summary>The member who acted. Permissions are a decimal bit set for that channel.</summary>
internal sealed record InteractionMember
{
    public ReceivedUser? User { get; init; }

    public string? Nick { get; init; }

    public string? Permissions { get; init; }
}

/// <summary>The message of a control.</summary>
internal sealed record InteractionMessage
{
    public string? Id { get; init; }

    public int Flags { get; init; }
}

/// <summary>What was done: a command's name and options, or a control's id and values.</summary>
internal sealed record InteractionData
{
    public string? Name { get; init; }

    public IReadOnlyList<InteractionOption>? Options { get; init; }

    public string? CustomId { get; init; }

    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>The fields of a modal, inside labels.</summary>
    public IReadOnlyList<InteractionField>? Components { get; init; }

    /// <summary>The channels, roles and persons that were chosen.</summary>
    public InteractionNames? Resolved { get; init; }
}

/// <summary>What ids stand for, by id.</summary>
internal sealed record InteractionNames
{
    public IReadOnlyDictionary<string, InteractionChannel>? Channels { get; init; }

    public IReadOnlyDictionary<string, InteractionChannel>? Roles { get; init; }

    public IReadOnlyDictionary<string, ReceivedUser>? Users { get; init; }

    /// <summary>Members without their user.</summary>
    public IReadOnlyDictionary<string, InteractionMember>? Members { get; init; }
}

/// <summary>An option of a command, or a subcommand with options of its own.</summary>
internal sealed record InteractionOption
{
    public string? Name { get; init; }

    public JsonElement Value { get; init; }

    public bool Focused { get; init; }

    public IReadOnlyList<InteractionOption>? Options { get; init; }
}

/// <summary>A field of a modal, or the label around one.</summary>
internal sealed record InteractionField
{
    public string? CustomId { get; init; }

    public string? Value { get; init; }

    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>The field inside a label.</summary>
    public InteractionField? Component { get; init; }

    /// <summary>The fields inside an action row, the older form.</summary>
    public IReadOnlyList<InteractionField>? Components { get; init; }
}

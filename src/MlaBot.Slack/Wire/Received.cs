using System.Text.Json;

namespace MlaBot.Slack.Wire;

// Properties of all that is received can be set: the generated reader fills those that are set at construction only through an array of
// arguments for each object, and presses are many.

/// <summary>A slash command's payload.</summary>
/// <remarks>Source: Slack developer documentation, "Implementing slash commands". Any field may be absent.</remarks>
internal sealed record SlashPayload
{
    public string? Command { get; set; }

    public string? Text { get; set; }

    public string? ChannelId { get; set; }

    public string? ChannelName { get; set; }

    public string? UserId { get; set; }

    public string? ResponseUrl { get; set; }

    public string? TriggerId { get; set; }
}

/// <summary>An interaction's payload; <see cref="Type"/> tells which.</summary>
/// <remarks>Source: Slack developer documentation, "Interaction payloads".</remarks>
internal sealed record InteractionPayload
{
    /// <summary><c>block_actions</c>, <c>view_submission</c>, <c>view_closed</c>, <c>block_suggestion</c>, <c>shortcut</c> or <c>message_action</c>.</summary>
    public string? Type { get; set; }

    public PayloadUser? User { get; set; }

    public PayloadChannel? Channel { get; set; }

    public PayloadContainer? Container { get; set; }

    public PayloadView? View { get; set; }

    public IReadOnlyList<PayloadAction?>? Actions { get; set; }

    public string? ResponseUrl { get; set; }

    public string? TriggerId { get; set; }

    public string? CallbackId { get; set; }

    /// <summary>Of a block suggestion: what was typed.</summary>
    public string? Value { get; set; }

    public string? ActionId { get; set; }
}

/// <summary>The payload of a message shortcut once more, for the message that it was used on.</summary>
/// <remarks>Every press brings its whole message too, and nobody reads that: blocks are built for a shortcut alone.</remarks>
internal sealed record MessagePayload
{
    public PayloadMessage? Message { get; set; }
}

/// <summary>A person in a payload.</summary>
internal sealed record PayloadUser
{
    public string? Id { get; set; }

    public string? Username { get; set; }

    public string? Name { get; set; }
}

/// <summary>A channel in a payload.</summary>
internal sealed record PayloadChannel
{
    public string? Id { get; set; }

    public string? Name { get; set; }
}

/// <summary>Where an interaction took place.</summary>
internal sealed record PayloadContainer
{
    /// <summary><c>message</c>, <c>view</c> or <c>message_attachment</c>.</summary>
    public string? Type { get; set; }

    public string? MessageTs { get; set; }

    public string? ChannelId { get; set; }

    public bool? IsEphemeral { get; set; }

    public string? ThreadTs { get; set; }

    public string? ViewId { get; set; }
}

/// <summary>The message that a shortcut was used on; of an ephemeral one only a stub.</summary>
internal sealed record PayloadMessage
{
    public string? Ts { get; set; }

    public string? Text { get; set; }

    public string? ThreadTs { get; set; }

    public string? User { get; set; }

    public string? BotId { get; set; }

    public JsonElement Blocks { get; set; }
}

/// <summary>The view of an interaction.</summary>
internal sealed record PayloadView
{
    public string? Id { get; set; }

    public string? Type { get; set; }

    public string? Hash { get; set; }

    public string? CallbackId { get; set; }

    public string? PrivateMetadata { get; set; }

    public string? PreviousViewId { get; set; }

    public PayloadState? State { get; set; }
}

/// <summary>The values of all inputs, by block id and action id.</summary>
internal sealed record PayloadState
{
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, PayloadAction?>?>? Values { get; set; }
}

/// <summary>What was pressed or chosen, or the value of an input.</summary>
internal sealed record PayloadAction
{
    public string? Type { get; set; }

    public string? ActionId { get; set; }

    public string? BlockId { get; set; }

    public string? Value { get; set; }

    public PayloadOption? SelectedOption { get; set; }

    public IReadOnlyList<PayloadOption?>? SelectedOptions { get; set; }

    public string? SelectedConversation { get; set; }

    public string? ActionTs { get; set; }
}

/// <summary>A chosen entry.</summary>
internal sealed record PayloadOption
{
    public string? Value { get; set; }
}

/// <summary>The payload of an <c>events_api</c> envelope. <see cref="Event"/> is absent in <c>app_rate_limited</c>.</summary>
internal sealed record EventPayload
{
    public string? Type { get; set; }

    public string? EventId { get; set; }

    public SlackEvent? Event { get; set; }
}

/// <summary>An event: the fields of all kinds that the bot hears.</summary>
/// <remarks>Source: Slack developer documentation, "Events API: Reference". <c>channel</c> and <c>user</c> are ids in most events and objects
/// in some (<c>user_change</c>, <c>channel_rename</c>), so they stay raw.</remarks>
internal sealed record SlackEvent
{
    public string? Type { get; set; }

    public string? Subtype { get; set; }

    public JsonElement User { get; set; }

    public JsonElement Channel { get; set; }

    public string? ChannelType { get; set; }

    public string? Tab { get; set; }

    public string? Text { get; set; }

    public string? Ts { get; set; }

    public string? ThreadTs { get; set; }

    public string? BotId { get; set; }

    /// <summary>Of <c>member_joined_channel</c>: who invited the newcomer.</summary>
    public string? Inviter { get; set; }

    public string? OldChannelId { get; set; }

    public JsonElement Tokens { get; set; }
}

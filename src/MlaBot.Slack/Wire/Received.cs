using System.Text.Json;

namespace MlaBot.Slack.Wire;

/// <summary>A slash command's payload.</summary>
/// <remarks>Source: Slack developer documentation, "Implementing slash commands". Any field may be absent.</remarks>
internal sealed record SlashPayload
{
    public string? Command { get; init; }

    public string? Text { get; init; }

    public string? TeamId { get; init; }

    public string? ChannelId { get; init; }

    public string? ChannelName { get; init; }

    public string? UserId { get; init; }

    public string? ResponseUrl { get; init; }

    public string? TriggerId { get; init; }
}

/// <summary>An interaction's payload; <see cref="Type"/> tells which.</summary>
/// <remarks>Source: Slack developer documentation, "Interaction payloads".</remarks>
internal sealed record InteractionPayload
{
    /// <summary><c>block_actions</c>, <c>view_submission</c>, <c>view_closed</c>, <c>block_suggestion</c>, <c>shortcut</c> or <c>message_action</c>.</summary>
    public string? Type { get; init; }

    public PayloadUser? User { get; init; }

    public PayloadTeam? Team { get; init; }

    public PayloadChannel? Channel { get; init; }

    public PayloadContainer? Container { get; init; }

    public PayloadMessage? Message { get; init; }

    public PayloadView? View { get; init; }

    public PayloadState? State { get; init; }

    public IReadOnlyList<PayloadAction?>? Actions { get; init; }

    public string? ResponseUrl { get; init; }

    public string? TriggerId { get; init; }

    public string? CallbackId { get; init; }

    /// <summary>Of a block suggestion: what was typed.</summary>
    public string? Value { get; init; }

    public string? ActionId { get; init; }

    public string? BlockId { get; init; }
}

/// <summary>A person in a payload.</summary>
internal sealed record PayloadUser
{
    public string? Id { get; init; }

    public string? Username { get; init; }

    public string? Name { get; init; }

    public string? TeamId { get; init; }
}

/// <summary>A workspace in a payload.</summary>
internal sealed record PayloadTeam
{
    public string? Id { get; init; }

    public string? Domain { get; init; }
}

/// <summary>A channel in a payload.</summary>
internal sealed record PayloadChannel
{
    public string? Id { get; init; }

    public string? Name { get; init; }
}

/// <summary>Where an interaction took place.</summary>
internal sealed record PayloadContainer
{
    /// <summary><c>message</c>, <c>view</c> or <c>message_attachment</c>.</summary>
    public string? Type { get; init; }

    public string? MessageTs { get; init; }

    public string? ChannelId { get; init; }

    public bool? IsEphemeral { get; init; }

    public string? ThreadTs { get; init; }

    public string? ViewId { get; init; }
}

/// <summary>The message of an interaction; of an ephemeral one only a stub.</summary>
internal sealed record PayloadMessage
{
    public string? Ts { get; init; }

    public string? Text { get; init; }

    public string? ThreadTs { get; init; }

    public string? User { get; init; }

    public string? BotId { get; init; }

    public JsonElement Blocks { get; init; }
}

/// <summary>The view of an interaction.</summary>
internal sealed record PayloadView
{
    public string? Id { get; init; }

    public string? Type { get; init; }

    public string? Hash { get; init; }

    public string? CallbackId { get; init; }

    public string? PrivateMetadata { get; init; }

    public string? RootViewId { get; init; }

    public string? PreviousViewId { get; init; }

    public PayloadState? State { get; init; }
}

/// <summary>The values of all inputs, by block id and action id.</summary>
internal sealed record PayloadState
{
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, PayloadAction?>?>? Values { get; init; }
}

/// <summary>What was pressed or chosen, or the value of an input.</summary>
internal sealed record PayloadAction
{
    public string? Type { get; init; }

    public string? ActionId { get; init; }

    public string? BlockId { get; init; }

    public string? Value { get; init; }

    public PayloadOption? SelectedOption { get; init; }

    public IReadOnlyList<PayloadOption?>? SelectedOptions { get; init; }

    public string? SelectedConversation { get; init; }

    public string? ActionTs { get; init; }
}

/// <summary>A chosen entry.</summary>
internal sealed record PayloadOption
{
    public string? Value { get; init; }
}

/// <summary>The payload of an <c>events_api</c> envelope. <see cref="Event"/> is absent in <c>app_rate_limited</c>.</summary>
internal sealed record EventPayload
{
    public string? Type { get; init; }

    public string? TeamId { get; init; }

    public string? EventId { get; init; }

    public SlackEvent? Event { get; init; }
}

/// <summary>An event: the fields of all kinds that the bot hears.</summary>
/// <remarks>Source: Slack developer documentation, "Events API: Reference". <c>channel</c> and <c>user</c> are ids in most events and objects
/// in some (<c>user_change</c>, <c>channel_rename</c>), so they stay raw.</remarks>
internal sealed record SlackEvent
{
    public string? Type { get; init; }

    public string? Subtype { get; init; }

    public JsonElement User { get; init; }

    public JsonElement Channel { get; init; }

    public string? ChannelType { get; init; }

    public string? Tab { get; init; }

    public string? Text { get; init; }

    public string? Ts { get; init; }

    public string? ThreadTs { get; init; }

    public string? BotId { get; init; }

    /// <summary>Of <c>member_joined_channel</c>: who invited the newcomer.</summary>
    public string? Inviter { get; init; }

    public string? OldChannelId { get; init; }

    public string? NewChannelId { get; init; }

    public JsonElement Tokens { get; init; }
}

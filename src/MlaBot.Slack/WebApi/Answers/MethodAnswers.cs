using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlaBot.Slack.WebApi.Answers;

internal sealed record ConnectionAnswer : ApiAnswer
{
    public string? Url { get; init; }
}

internal sealed record AuthAnswer : ApiAnswer
{
    public string? Url { get; init; }

    public string? Team { get; init; }

    public string? TeamId { get; init; }

    public string? UserId { get; init; }

    public string? BotId { get; init; }
}

/// <summary>The answer to a posted message.</summary>
internal sealed record PostAnswer : ApiAnswer
{
    public string? Channel { get; init; }

    public string? Ts { get; init; }

    public AnsweredMessage? Message { get; init; }

    /// <summary>The message's id, wherever the answer has it; null when it has none.</summary>
    [JsonIgnore]
    public string? KnownTs => Ts is { Length: > 0 } ? Ts : Message?.Ts is { Length: > 0 } ts ? ts : null;
}

/// <summary>A page of messages.</summary>
internal sealed record MessagesAnswer : ApiAnswer
{
    public IReadOnlyList<AnsweredMessage?>? Messages { get; init; }
}

/// <summary>A message in an answer.</summary>
internal sealed record AnsweredMessage
{
    public string? Ts { get; init; }

    public string? ThreadTs { get; init; }

    public string? BotId { get; init; }

    public string? User { get; init; }

    public AnsweredMetadata? Metadata { get; init; }
}

/// <summary>A message's metadata, perhaps of another app.</summary>
internal sealed record AnsweredMetadata
{
    public string? EventType { get; init; }

    public JsonElement EventPayload { get; init; }
}

internal sealed record ConversationAnswer : ApiAnswer
{
    public AnsweredConversation? Channel { get; init; }
}

/// <summary>A channel in an answer.</summary>
internal sealed record AnsweredConversation
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public bool? IsIm { get; init; }

    public bool? IsGroup { get; init; }

    public bool? IsMember { get; init; }

    public bool? IsArchived { get; init; }

    public bool? IsPrivate { get; init; }
}

/// <summary>A page of the people of a channel.</summary>
internal sealed record MembersAnswer : ApiAnswer
{
    public IReadOnlyList<string?>? Members { get; init; }
}

internal sealed record PersonAnswer : ApiAnswer
{
    public AnsweredPerson? User { get; init; }
}

/// <summary>A person in an answer.</summary>
internal sealed record AnsweredPerson
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? RealName { get; init; }

    public string? Tz { get; init; }

    public bool? Deleted { get; init; }

    public bool? IsAdmin { get; init; }

    public bool? IsOwner { get; init; }

    public bool? IsBot { get; init; }

    public AnsweredProfile? Profile { get; init; }
}

/// <summary>The part of a person that the person writes.</summary>
internal sealed record AnsweredProfile
{
    public string? DisplayName { get; init; }

    public string? RealName { get; init; }
}

internal sealed record PermalinkAnswer : ApiAnswer
{
    public string? Permalink { get; init; }
}

internal sealed record ViewAnswered : ApiAnswer
{
    public AnsweredView? View { get; init; }
}

/// <summary>A view in an answer.</summary>
internal sealed record AnsweredView
{
    public string? Id { get; init; }

    public string? Hash { get; init; }
}

internal sealed record UploadAddressAnswer : ApiAnswer
{
    public string? UploadUrl { get; init; }

    public string? FileId { get; init; }
}

internal sealed record FileAnswer : ApiAnswer
{
    public AnsweredFile? File { get; init; }
}

/// <summary>A file in an answer.</summary>
internal sealed record AnsweredFile
{
    /// <summary>Absent or empty until Slack has looked at the file.</summary>
    public string? Mimetype { get; init; }
}

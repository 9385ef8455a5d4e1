using System.Text.Json.Serialization;
using NodaTime;

namespace MlaBot.LocalChat.Transcript;

/// <summary>One line of the local chat's file.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(TranscriptMessage), "message")]
[JsonDerivedType(typeof(TranscriptEdit), "edit")]
[JsonDerivedType(typeof(TranscriptPerson), "person")]
internal abstract record TranscriptLine;

/// <summary>A message of the bot.</summary>
internal sealed record TranscriptMessage : TranscriptLine
{
    /// <summary>The id: <c>m</c> and a number that counts up.</summary>
    public required string Id { get; init; }

    /// <summary>The channel's id.</summary>
    public required string Channel { get; init; }

    /// <summary>The text that the message is found by.</summary>
    public required string Marker { get; init; }

    /// <summary>Post or reply.</summary>
    public required TranscriptKind Kind { get; init; }

    /// <summary>The message that a reply belongs to; null for a post.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>When it was posted, in UTC Unix milliseconds.</summary>
    public required long At { get; init; }

    /// <summary>The card in plain lines, instants still as tokens.</summary>
    public required IReadOnlyList<string> Text { get; init; }

    /// <summary>When it was posted.</summary>
    [JsonIgnore]
    public Instant PostedAt => Instant.FromUnixTimeMilliseconds(At);

    /// <summary>What the message is about: its first line.</summary>
    [JsonIgnore]
    public string Headline => Text.FirstOrDefault(line => line.Length > 0) ?? "";
}

/// <summary>A new text of a message.</summary>
internal sealed record TranscriptEdit : TranscriptLine
{
    /// <summary>The message.</summary>
    public required string Id { get; init; }

    /// <summary>When it was edited, in UTC Unix milliseconds.</summary>
    public required long At { get; init; }

    /// <summary>The card in plain lines.</summary>
    public required IReadOnlyList<string> Text { get; init; }
}

/// <summary>A person of the local chat; a later line for the same name replaces an earlier one.</summary>
internal sealed record TranscriptPerson : TranscriptLine
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>True for an admin of the channel.</summary>
    public required bool IsAdmin { get; init; }
}

/// <summary>The kind of a message.</summary>
internal enum TranscriptKind
{
    /// <summary>A message of its own.</summary>
    Post,

    /// <summary>A reply to a post.</summary>
    Reply,
}

/// <summary>Reads and writes lines without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TranscriptLine))]
internal sealed partial class TranscriptJson : JsonSerializerContext;

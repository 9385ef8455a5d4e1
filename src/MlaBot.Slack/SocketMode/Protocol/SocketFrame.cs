using System.Text;
using System.Text.Json;

namespace MlaBot.Slack.SocketMode.Protocol;

/// <summary>The outer fields of a received frame; the payload stays where it is.</summary>
/// <remarks>Source: Slack developer documentation, "Using Socket Mode: Events".</remarks>
internal readonly record struct SocketFrame
{
    /// <summary>Characters that an envelope's id may have; Slack sends 36.</summary>
    public const int LongestId = 255;

    private const int LongestWord = 64;

    public required SocketFrameKind Kind { get; init; }

    /// <summary>The type, fit for a log: <c>events_api</c>, <c>interactive</c> and so on.</summary>
    public required string Type { get; init; }

    /// <summary>The envelope's id; null when there is none.</summary>
    public string? Id { get; init; }

    /// <summary>Where the id lies in the frame, escaped as it came, without its quotes.</summary>
    public Range RawId { get; init; }

    /// <summary>Where the payload lies in the frame; for an envelope of a known type it is a JSON object.</summary>
    public Range Payload { get; init; }

    public bool AcceptsPayload { get; init; }

    public int RetryAttempt { get; init; }

    /// <summary>Of a hello: how long Slack means to keep the socket; null when it does not say.</summary>
    public TimeSpan? Lifetime { get; init; }

    /// <summary>Of a disconnect.</summary>
    public DisconnectReason Reason { get; init; }

    /// <summary>Of a disconnect: the reason, fit for a log.</summary>
    public string ReasonWord { get; init; }

    /// <summary>Reads a frame in one pass and without building a document.</summary>
    /// <returns>False when the frame is no JSON object with a type, or an envelope of a known type lacks its id or payload.</returns>
    public static bool TryRead(ReadOnlySpan<byte> utf8, out SocketFrame frame)
    {
        frame = default;
        // An exception costs microseconds: what is no object at all is turned away before.
        if (utf8.IsEmpty || utf8[0] is not ((byte)'{' or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
        {
            return false;
        }

        try
        {
            return TryReadFields(new Utf8JsonReader(utf8), out frame);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // The reader has no other way to say that the text is no JSON, or a string in it no Unicode.
            return false;
        }
    }

    private static bool TryReadFields(Utf8JsonReader reader, out SocketFrame frame)
    {
        frame = new() { Kind = SocketFrameKind.Other, Type = "", ReasonWord = "" };
        if (!reader.Read() || reader.TokenType is not JsonTokenType.StartObject)
        {
            return false;
        }

        var isPayloadObject = false;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8))
            {
                if (!reader.Read() || reader.TokenType is not JsonTokenType.String)
                {
                    return false;
                }

                var (kind, type) = ReadType(ref reader);
                frame = frame with { Kind = kind, Type = type };
            }
            else if (reader.ValueTextEquals("envelope_id"u8))
            {
                if (!reader.Read() || reader.TokenType is not JsonTokenType.String || reader.ValueSpan.Length is 0 or > LongestId)
                {
                    return false;
                }

                frame = frame with { Id = reader.GetString(), RawId = (int)(reader.TokenStartIndex + 1)..(int)(reader.BytesConsumed - 1) };
            }
            else if (reader.ValueTextEquals("payload"u8))
            {
                reader.Read();
                isPayloadObject = reader.TokenType is JsonTokenType.StartObject;
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                frame = frame with { Payload = start..(int)reader.BytesConsumed };
            }
            else if (reader.ValueTextEquals("accepts_response_payload"u8))
            {
                reader.Read();
                frame = frame with { AcceptsPayload = reader.TokenType is JsonTokenType.True };
                reader.Skip();
            }
            else if (reader.ValueTextEquals("retry_attempt"u8))
            {
                reader.Read();
                frame = frame with { RetryAttempt = reader.TokenType is JsonTokenType.Number && reader.TryGetInt32(out var attempt) ? Math.Max(0, attempt) : 0 };
                reader.Skip();
            }
            else if (reader.ValueTextEquals("reason"u8))
            {
                reader.Read();
                var (reason, word) = ReadReason(ref reader);
                frame = frame with { Reason = reason, ReasonWord = word };
                reader.Skip();
            }
            else if (reader.ValueTextEquals("debug_info"u8))
            {
                reader.Read();
                frame = frame with { Lifetime = ReadLifetime(ref reader) };
            }
            else
            {
                reader.Skip();
            }
        }

        // One more read: anything after the object makes the reader throw.
        reader.Read();
        return frame.Kind switch
        {
            SocketFrameKind.Envelope => frame.Id is not null && isPayloadObject,
            _ => frame.Type is not "",
        };
    }

    private static (SocketFrameKind Kind, string Type) ReadType(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("events_api"u8) ? (SocketFrameKind.Envelope, "events_api")
        : reader.ValueTextEquals("interactive"u8) ? (SocketFrameKind.Envelope, "interactive")
        : reader.ValueTextEquals("slash_commands"u8) ? (SocketFrameKind.Envelope, "slash_commands")
        : reader.ValueTextEquals("hello"u8) ? (SocketFrameKind.Hello, "hello")
        : reader.ValueTextEquals("disconnect"u8) ? (SocketFrameKind.Disconnect, "disconnect")
        : (SocketFrameKind.Other, Word(ref reader));

    private static (DisconnectReason Reason, string Word) ReadReason(ref Utf8JsonReader reader) =>
        reader.TokenType is not JsonTokenType.String ? (DisconnectReason.Unknown, "(none)")
        : reader.ValueTextEquals("warning"u8) ? (DisconnectReason.Warning, "warning")
        : reader.ValueTextEquals("refresh_requested"u8) ? (DisconnectReason.RefreshRequested, "refresh_requested")
        : reader.ValueTextEquals("too_many_websockets"u8) ? (DisconnectReason.TooManyWebSockets, FatalSentences.TooManyWebSockets)
        : reader.ValueTextEquals("link_disabled"u8) ? (DisconnectReason.LinkDisabled, "link_disabled")
        : reader.ValueTextEquals("socket_mode_disabled"u8) ? (DisconnectReason.SocketModeDisabled, "socket_mode_disabled")
        : (DisconnectReason.Unknown, Word(ref reader));

    // What goes into a log is a plain word or nothing: a frame may hold secrets in the wrong place.
    private static string Word(ref Utf8JsonReader reader)
    {
        var span = reader.ValueSpan;
        if (span.Length is 0 or > LongestWord)
        {
            return "(not a word)";
        }

        foreach (var letter in span)
        {
            if (letter is not ((>= (byte)'a' and <= (byte)'z') or (byte)'_'))
            {
                return "(not a word)";
            }
        }

        return Encoding.ASCII.GetString(span);
    }

    private static TimeSpan? ReadLifetime(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        TimeSpan? lifetime = null;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            if (!reader.ValueTextEquals("approximate_connection_time"u8))
            {
                reader.Skip();
                continue;
            }

            reader.Read();
            if (reader.TokenType is JsonTokenType.Number && reader.TryGetInt32(out var seconds) && seconds > 0)
            {
                lifetime = TimeSpan.FromSeconds(seconds);
            }

            reader.Skip();
        }

        return lifetime;
    }
}

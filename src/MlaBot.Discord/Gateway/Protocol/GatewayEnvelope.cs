using System.Text.Json;

namespace MlaBot.Discord.Gateway.Protocol;

/// <summary>The outer fields of a received frame; <c>d</c> stays where it is.</summary>
/// <remarks>Source: Discord, "Gateway Events: Payload Structure".</remarks>
internal readonly record struct GatewayEnvelope
{
    /// <summary><c>op</c>, see <see cref="GatewayOpcode"/>.</summary>
    public required int Opcode { get; init; }

    /// <summary><c>s</c>, the event's number in the session; null for anything but a dispatch.</summary>
    public required long? Sequence { get; init; }

    /// <summary><c>t</c> when it is wanted, otherwise null.</summary>
    public required string? Name { get; init; }

    /// <summary>Where <c>d</c> lies in the frame; empty when it is absent.</summary>
    public required Range Data { get; init; }

    /// <summary>Reads a frame in one pass and without building a document.</summary>
    /// <returns>False when the frame is no JSON object with a usable <c>op</c>, or a field has the wrong type.</returns>
    public static bool TryRead(ReadOnlySpan<byte> frame, WantedEvents wanted, out GatewayEnvelope envelope)
    {
        envelope = default;
        // An exception costs microseconds: what is no object at all is turned away before.
        if (frame.IsEmpty || frame[0] is not ((byte)'{' or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
        {
            return false;
        }

        try
        {
            return TryReadFields(new Utf8JsonReader(frame), wanted, out envelope);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // The reader has no other way to say that the text is no JSON, or a string in it no Unicode.
            return false;
        }
    }

    private static bool TryReadFields(Utf8JsonReader reader, WantedEvents wanted, out GatewayEnvelope envelope)
    {
        envelope = default;
        int? opcode = null;
        long? sequence = null;
        string? name = null;
        var data = 0..0;
        if (!reader.Read() || reader.TokenType is not JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var isRead = true;
            if (reader.ValueTextEquals("op"u8))
            {
                isRead = reader.Read() && reader.TokenType is JsonTokenType.Number && reader.TryGetInt32(out var value) && (opcode = value) >= 0;
            }
            else if (reader.ValueTextEquals("s"u8))
            {
                isRead = reader.Read() && TryReadSequence(ref reader, out sequence);
            }
            else if (reader.ValueTextEquals("t"u8))
            {
                isRead = reader.Read() && reader.TokenType is JsonTokenType.String or JsonTokenType.Null;
                name = isRead && reader.TokenType is JsonTokenType.String ? wanted.Match(ref reader) : null;
            }
            else if (reader.ValueTextEquals("d"u8))
            {
                reader.Read();
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                data = start..(int)reader.BytesConsumed;
            }
            else
            {
                reader.Skip();
            }

            if (!isRead)
            {
                return false;
            }
        }

        // One more read: anything after the object makes the reader throw.
        reader.Read();
        envelope = new() { Opcode = opcode ?? -1, Sequence = sequence, Name = name, Data = data };
        return opcode is not null;
    }

    private static bool TryReadSequence(ref Utf8JsonReader reader, out long? sequence)
    {
        sequence = null;
        if (reader.TokenType is JsonTokenType.Null)
        {
            return true;
        }

        if (reader.TokenType is not JsonTokenType.Number || !reader.TryGetInt64(out var value) || value < 0)
        {
            return false;
        }

        sequence = value;
        return true;
    }
}

using System.Text.Json;

namespace MlaBot.Discord.Gateway.Protocol;

/// <summary>Reads the <c>d</c> of the few frames that the session itself needs.</summary>
internal static class GatewayBody
{
    // Sent back in RESUME, which must stay under 4096 bytes. Real ones have 32 characters.
    private const int LongestSessionId = 256;
    private const int LongestUrl = 1024;

    /// <summary><c>heartbeat_interval</c> of HELLO.</summary>
    /// <returns>Null unless it is a whole number of milliseconds above zero.</returns>
    public static TimeSpan? HeartbeatInterval(ReadOnlySpan<byte> data)
    {
        try
        {
            var reader = new Utf8JsonReader(data);
            return Find(ref reader, "heartbeat_interval"u8) && reader.TokenType is JsonTokenType.Number && reader.TryGetInt32(out var value) && value > 0
                ? TimeSpan.FromMilliseconds(value)
                : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary><c>session_id</c> and <c>resume_gateway_url</c> of READY.</summary>
    /// <returns>Null when one is missing or unusable.</returns>
    public static (string SessionId, Uri ResumeUrl)? Ready(ReadOnlySpan<byte> data)
    {
        try
        {
            var id = Text(data, "session_id"u8);
            var url = Text(data, "resume_gateway_url"u8);
            return id is { Length: > 0 and <= LongestSessionId } && url is { Length: <= LongestUrl } && GatewayUrl.TryParse(url) is { } parsed
                ? (id, parsed)
                : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Text(ReadOnlySpan<byte> data, ReadOnlySpan<byte> name)
    {
        var reader = new Utf8JsonReader(data);
        return Find(ref reader, name) && reader.TokenType is JsonTokenType.String ? reader.GetString() : null;
    }

    // Only the outermost object is searched: a guild's field of the same name is not ours.
    private static bool Find(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        if (!reader.Read() || reader.TokenType is not JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals(name))
            {
                return reader.Read();
            }

            reader.Skip();
        }

        return false;
    }
}

using System.Buffers;
using System.Text.Json;
using MlaBot.Discord.Rest;

namespace MlaBot.Discord.Gateway.Protocol;

/// <summary>Who connects: the token and the shard. Writes the frames that the client sends.</summary>
internal sealed class GatewayIdentity
{
    /// <summary>Bytes in a sent frame; more closes the connection with 4002. Source: Discord, "Gateway: Sending Events".</summary>
    public const int LongestSent = 4096;

    // GUILDS. Interactions belong to no intent and always come.
    private const int Intents = 1;

    private readonly string _token;

    /// <summary>Takes the token and <paramref name="shard"/> of <paramref name="shards"/>.</summary>
    /// <exception cref="GatewayFatalException">The token is empty or far too long.</exception>
    public GatewayIdentity(string token, int shard, int shards)
    {
        (_token, Shard, Shards) = (token, shard, shards);
        if (token is "" || Identify().Length > LongestSent)
        {
            throw new GatewayFatalException(Failures.UnknownToken, GatewayCloseCode.AuthenticationFailed);
        }
    }

    /// <summary>From 0.</summary>
    public int Shard { get; }

    /// <summary>How many there are: 1 or more.</summary>
    public int Shards { get; }

    /// <summary>Opcode 2.</summary>
    public byte[] Identify() => Write(GatewayOpcode.Identify, json =>
    {
        json.WriteString("token", _token);
        json.WriteNumber("intents", Intents);
        json.WriteStartObject("properties");
        json.WriteString("os", OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux");
        json.WriteString("browser", "MlaBot");
        json.WriteString("device", "MlaBot");
        json.WriteEndObject();
        json.WriteStartArray("shard");
        json.WriteNumberValue(Shard);
        json.WriteNumberValue(Shards);
        json.WriteEndArray();
    });

    /// <summary>Opcode 6.</summary>
    public byte[] Resume(ResumePoint point) => Write(GatewayOpcode.Resume, json =>
    {
        json.WriteString("token", _token);
        json.WriteString("session_id", point.SessionId);
        json.WriteNumber("seq", point.Sequence);
    });

    /// <summary>Opcode 1, with the last sequence number or null.</summary>
    public static byte[] Heartbeat(long? sequence) =>
        System.Text.Encoding.ASCII.GetBytes(sequence is { } last ? $$"""{"op":1,"d":{{last}}}""" : """{"op":1,"d":null}""");

    /// <inheritdoc/>
    public override string ToString() => $"shard {Shard} of {Shards}";

    private static byte[] Write(int opcode, Action<Utf8JsonWriter> writeData)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("op", opcode);
            json.WriteStartObject("d");
            writeData(json);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}

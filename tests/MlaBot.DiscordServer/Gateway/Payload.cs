using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MlaBot.DiscordServer.Gateway;

/// <summary>Writes payloads as the gateway sends them: all four properties, always.</summary>
internal static class Payload
{
    public static byte[] Dispatch(string eventName, int sequence, string data) =>
        Encoding.UTF8.GetBytes($$"""{"t":{{JsonSerializer.Serialize(eventName)}},"s":{{sequence}},"op":0,"d":{{data}}}""");

    public static byte[] Other(int op, JsonNode? data) => Encoding.UTF8.GetBytes($$"""{"t":null,"s":null,"op":{{op}},"d":{{data?.ToJsonString() ?? "null"}}}""");
}

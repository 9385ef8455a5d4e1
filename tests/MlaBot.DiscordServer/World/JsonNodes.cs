using System.Text.Json.Nodes;

namespace MlaBot.DiscordServer.World;

/// <summary>Short reads of JSON that was checked before.</summary>
public static class JsonNodes
{
    public static int? Int(this JsonNode? node, string name) =>
        node is JsonObject item && item[name] is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

    public static string? Text(this JsonNode? node, string name) =>
        node is JsonObject item && item[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static bool? Flag(this JsonNode? node, string name) =>
        node is JsonObject item && item[name] is JsonValue value && value.TryGetValue<bool>(out var flag) ? flag : null;

    public static JsonArray? List(this JsonNode? node, string name) => (node as JsonObject)?[name] as JsonArray;
}

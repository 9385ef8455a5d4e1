using System.Text.Json;
using System.Text.Json.Nodes;

namespace MlaBot.SlackServer.World;

/// <summary>Short ways to read JSON that may have any shape.</summary>
public static class JsonNodes
{
    public static string? Text(this JsonNode? node, string name) =>
        node is JsonObject json && json[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static bool Flag(this JsonNode? node, string name) => node is JsonObject json && json[name] is JsonValue value
        && (value.GetValueKind() is JsonValueKind.True || (value.TryGetValue<string>(out var text) && text is "true" or "1"));

    public static int? Int(this JsonNode? node, string name) => node is JsonObject json && json[name] is JsonValue value
        ? value.TryGetValue<int>(out var number) ? number : value.TryGetValue<string>(out var text) && int.TryParse(text, out number) ? number : null
        : null;

    public static IEnumerable<JsonObject> Objects(this JsonNode? node, string name) => node is JsonObject json && json[name] is JsonArray list ? list.OfType<JsonObject>() : [];

    public static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);
}

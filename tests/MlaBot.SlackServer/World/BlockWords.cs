using System.Text.Json.Nodes;

namespace MlaBot.SlackServer.World;

/// <summary>What a person reads in blocks.</summary>
internal static class BlockWords
{
    public static string Of(JsonArray blocks) => string.Join('\n', blocks.Select(block => Words(block).Trim()).Where(words => words.Length > 0));

    public static IReadOnlyList<string> Buttons(JsonArray blocks) =>
        [.. BlockParts.Controls(blocks).Where(control => control.Type == "button").Select(control => control.Element["text"].Text("text") ?? "")];

    private static string Words(JsonNode? node) => node switch
    {
        JsonArray list => string.Join(IsInline(list) ? "" : "\n", list.Select(Words).Where(words => words.Length > 0)),
        JsonObject part => Words(part),
        _ => "",
    };

    private static string Words(JsonObject part)
    {
        if (part["text"] is JsonValue && part.Text("type") is not "option")
        {
            return part.Text("text") ?? "";
        }

        if (part.Text("type") is "date")
        {
            return part.Text("fallback") ?? "";
        }

        string[] shown = ["title", "text", "label", "fields", "elements", "element", "accessory", "rows", "options", "description", "placeholder", "hint", "alt_text", "blocks", "caption"];
        return string.Join('\n', shown.Select(name => part[name] is JsonValue ? part.Text(name) ?? "" : Words(part[name])).Where(words => words.Length > 0));
    }

    private static bool IsInline(JsonArray list) =>
        list.Count > 0 && list.All(leaf => leaf.Text("type") is "text" or "link" or "user" or "channel" or "emoji" or "date" or "usergroup" && leaf?["text"] is not JsonObject);
}

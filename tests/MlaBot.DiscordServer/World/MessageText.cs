using System.Text.Json.Nodes;

namespace MlaBot.DiscordServer.World;

/// <summary>Flattens a message to lines, for assertions and people.</summary>
public static class MessageText
{
    public static string Of(Message message)
    {
        var lines = new List<string>();
        if (message.Content.Length > 0)
        {
            lines.Add(message.Content);
        }

        foreach (var embed in message.Embeds)
        {
            AddEmbed(embed!, lines);
        }

        AddComponents(message.Components, lines);
        return string.Join('\n', lines);
    }

    /// <summary>The lines of a list of components, those of a modal too.</summary>
    public static string Of(JsonArray components)
    {
        var lines = new List<string>();
        AddComponents(components, lines);
        return string.Join('\n', lines);
    }

    private static void AddEmbed(JsonNode embed, List<string> lines)
    {
        Add(embed["title"], lines);
        Add(embed["description"], lines);
        foreach (var field in embed["fields"] as JsonArray ?? [])
        {
            Add(field!["name"], lines);
            Add(field["value"], lines);
        }

        Add(embed["footer"]?["text"], lines);
    }

    private static void AddComponents(JsonArray components, List<string> lines)
    {
        foreach (var component in components.OfType<JsonObject>())
        {
            Add(component["content"], lines);
            Add(component["placeholder"], lines, "[{0} v]");
            Add(component["label"], lines, component.Int("type") == ComponentType.Button ? "[{0}]" : "{0}");
            Add(component["description"], lines);
            foreach (var item in component["items"] as JsonArray ?? [])
            {
                Add(item!["description"], lines, "(picture: {0})");
            }

            foreach (var option in component["options"] as JsonArray ?? [])
            {
                Add(option!["label"], lines, "- {0}");
                Add(option["description"], lines, "  {0}");
            }

            AddComponents(component["components"] as JsonArray ?? [], lines);
            if ((component["accessory"] ?? component["component"]) is JsonObject inner)
            {
                AddComponents([inner.DeepClone()], lines);
            }
        }
    }

    private static void Add(JsonNode? text, List<string> lines, string form = "{0}")
    {
        if (text is JsonValue value && value.TryGetValue<string>(out var line))
        {
            lines.Add(form.Replace("{0}", line, StringComparison.Ordinal));
        }
    }
}

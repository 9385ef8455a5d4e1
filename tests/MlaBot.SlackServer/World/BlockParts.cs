using System.Text.Json.Nodes;

namespace MlaBot.SlackServer.World;

/// <summary>An element that a person can use, with the block it stands in.</summary>
/// <param name="Input">The input block around it; null elsewhere.</param>
internal sealed record BlockControl(string BlockId, string ActionId, JsonObject Element, JsonObject? Input)
{
    public string Type => Element.Text("type") ?? "";

    /// <summary>True when a change is sent at once.</summary>
    public bool IsSentAtOnce => Input is null || Input.Flag("dispatch_action");
}

/// <summary>Finds the elements of blocks.</summary>
internal static class BlockParts
{
    public static IEnumerable<BlockControl> Controls(JsonArray blocks) =>
        blocks.OfType<JsonObject>().SelectMany(block => Elements(block, isTop: true).Select(element =>
            new BlockControl(block.Text("block_id") ?? "", element.Text("action_id") ?? "", element, block.Text("type") is "input" ? block : null)));

    /// <summary>Gives blocks and elements the ids that the app left out, as Slack does.</summary>
    public static JsonArray WithIds(JsonArray blocks, SlackIds ids)
    {
        var copy = (JsonArray)blocks.DeepClone();
        foreach (var block in copy.OfType<JsonObject>())
        {
            block["block_id"] ??= ids.Short();
            foreach (var element in Elements(block, isTop: true))
            {
                element["action_id"] ??= ids.Short();
            }
        }

        return copy;
    }

    private static IEnumerable<JsonObject> Elements(JsonNode? node, bool isTop) => node switch
    {
        JsonArray list => list.SelectMany(part => Elements(part, isTop: false)),
        JsonObject part when !isTop && IsControl(part.Text("type")) => [part],
        JsonObject part => new[] { "accessory", "element", "elements", "blocks", "actions" }.SelectMany(name => Elements(part[name], isTop: false)),
        _ => [],
    };

    private static bool IsControl(string? type) => type is "button" or "checkboxes" or "radio_buttons" or "overflow" or "icon_button" or "feedback_buttons" or "workflow_button"
        || type?.EndsWith("_select", StringComparison.Ordinal) is true || type?.EndsWith("_input", StringComparison.Ordinal) is true
        || type?.EndsWith("picker", StringComparison.Ordinal) is true;
}

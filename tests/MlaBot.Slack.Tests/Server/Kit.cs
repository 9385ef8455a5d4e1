using System.Text.Json.Nodes;

namespace MlaBot.Slack.Tests.Server;

/// <summary>Blocks for tests, as JSON.</summary>
internal static class Kit
{
    public static JsonObject Plain(string text) => new() { ["type"] = "plain_text", ["text"] = text };

    public static JsonObject Section(string text) => new() { ["type"] = "section", ["text"] = new JsonObject { ["type"] = "mrkdwn", ["text"] = text } };

    public static JsonObject Button(string actionId, string label) => new() { ["type"] = "button", ["action_id"] = actionId, ["text"] = Plain(label), ["value"] = "v" };

    public static JsonObject Actions(params JsonObject[] elements) => new() { ["type"] = "actions", ["elements"] = new JsonArray([.. elements]) };

    public static JsonObject Option(string value) => new() { ["text"] = Plain(value.ToUpperInvariant()), ["value"] = value };

    public static JsonObject Checkboxes(string actionId, params string[] values) => new() { ["type"] = "checkboxes", ["action_id"] = actionId, ["options"] = new JsonArray([.. values.Select(Option)]) };

    public static JsonObject Input(string blockId, JsonObject element, bool isOptional = false) => new()
    {
        ["type"] = "input", ["block_id"] = blockId, ["label"] = Plain("Label of " + blockId), ["element"] = element, ["optional"] = isOptional,
    };

    public static JsonObject TextInput(string actionId) => new() { ["type"] = "plain_text_input", ["action_id"] = actionId };

    public static JsonObject Modal(params JsonObject[] blocks) => new()
    {
        ["type"] = "modal", ["title"] = Plain("A form"), ["submit"] = Plain("Send"), ["private_metadata"] = "post 7", ["notify_on_close"] = true, ["blocks"] = new JsonArray([.. blocks]),
    };
}

using System.Text.Json;
using MlaBot.Slack.Wire;

namespace MlaBot.Slack.Adapter;

/// <summary>What people read in a message: its blocks where it has any, since the text of an app's message is for notifications only.</summary>
/// <remarks>Source: Slack developer documentation, "chat.postMessage: text, blocks and attachments"; "Rich text block".</remarks>
internal static class MessageWords
{
    // Far deeper than any block that Slack shows.
    private const int Deepest = 12;

    /// <summary>The words, a line for each piece; empty for a message that Slack does not tell.</summary>
    public static string Of(PayloadMessage? message) => message is null ? "" : string.Join('\n', new[] { message.Text ?? "", Words(message.Blocks, 0) }.Where(words => words.Length > 0));

    private static string Words(JsonElement node, int depth) => node.ValueKind switch
    {
        _ when depth > Deepest => "",
        JsonValueKind.Array => string.Join(node.EnumerateArray().All(IsLeaf) ? "" : "\n", node.EnumerateArray().Select(part => Words(part, depth + 1)).Where(words => words.Length > 0)),
        JsonValueKind.Object when Text(node, "type") is "actions" => "",
        JsonValueKind.Object when Text(node, "text") is { } text => text,
        JsonValueKind.Object => string.Join('\n', new[] { "text", "fields", "elements", "rows" }
            .Select(name => node.TryGetProperty(name, out var part) ? Words(part, depth + 1) : "").Where(words => words.Length > 0)),
        _ => "",
    };

    // The pieces of one line, which may part in the middle of a name.
    private static bool IsLeaf(JsonElement part) => part.ValueKind == JsonValueKind.Object && Text(part, "type") is "text" or "link" or "emoji" or "user" or "channel" or "date";

    private static string? Text(JsonElement node, string name) => node.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? JsonText.Of(value) : null;
}

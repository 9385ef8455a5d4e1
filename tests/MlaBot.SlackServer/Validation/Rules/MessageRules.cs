using System.Text.Json.Nodes;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Validation.Rules;

/// <summary>What our own bot keeps to in messages beyond what Slack refuses.</summary>
internal static class MessageRules
{
    // Source: chat.postMessage, "Truncating content": 4,000 characters are advised.
    private const int AdvisedText = 4_000;

    public static void Check(JsonObject body, BodyFaults faults)
    {
        if (body.Text("text") is not { Length: > 0 } text)
        {
            if (!body.Flag("delete_original"))
            {
                faults.AddOwn("/text", "is missing: notifications, screen readers and old clients show nothing else");
            }
        }
        else if (text.Length > AdvisedText)
        {
            faults.AddOwn("/text", $"has {text.Length} characters, Slack advises at most {AdvisedText}");
        }

        if (body["metadata"]?["event_payload"] is JsonObject payload && payload.Any(entry => entry.Value is JsonObject or JsonArray))
        {
            faults.AddOwn("/metadata", "its values must be flat");
        }
    }
}

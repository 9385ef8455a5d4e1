using System.Text.Json.Nodes;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Validation.Rules;

/// <summary>The bot never calls everybody.</summary>
internal static class MentionRules
{
    private static readonly string[] Broadcasts = ["<!channel", "<!here", "<!everyone"];

    /// <param name="body">A message, view or answer.</param>
    /// <param name="faults">Gets what is found.</param>
    public static void Check(JsonObject body, BodyFaults faults)
    {
        if (body.Text("text") is { } text)
        {
            CheckMarkup(text, "/text", faults);
        }

        if (body.Flag("link_names") || body.Text("parse") is "full")
        {
            faults.AddOwn("/parse", "makes mentions of typed names");
        }

        foreach (var part in Texts.Objects(body["blocks"] ?? body["view"] ?? body["options"]))
        {
            switch (part.Text("type"))
            {
                // Plain text and the leaves of rich text are raw: a mention typed by a person stays text there.
                case "mrkdwn" or "markdown":
                    CheckMarkup(part.Text("text") ?? "", "/blocks", faults);
                    break;
                case "broadcast":
                    faults.AddOwn("/blocks", $"calls everybody: broadcast {part.Text("range")}");
                    break;
            }
        }
    }

    private static void CheckMarkup(string text, string pointer, BodyFaults faults)
    {
        foreach (var broadcast in Broadcasts.Where(broadcast => text.Contains(broadcast, StringComparison.Ordinal)))
        {
            faults.AddOwn(pointer, $"calls everybody: {broadcast}>");
        }
    }
}

using System.Text.Json;

namespace MlaBot.DiscordServer.Validation.Rules;

/// <summary>Whom a message pings.</summary>
/// <remarks>Source: Discord developer documentation, "Message Resource: Allowed Mentions Object".</remarks>
internal static class MentionRules
{
    public static void Check(JsonElement message, string path, Faults faults)
    {
        if (!message.Has("allowed_mentions", out var mentions))
        {
            // Ours, not Discord's: without it, words of a question could ping people.
            faults.AddOwn($"{path}allowed_mentions: must be on every message of this bot");
            return;
        }

        var parsed = mentions.List("parse").Select(JsonText.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var kind in new[] { "users", "roles" })
        {
            if (parsed.Contains("s" + kind) && mentions.List(kind).Count > 0)
            {
                faults.Add($"{path}allowed_mentions.{kind}: cannot stand beside \"{kind}\" in parse");
            }
        }

        if (!mentions.TryGetProperty("parse", out _) && !mentions.TryGetProperty("users", out _) && !mentions.TryGetProperty("roles", out _))
        {
            faults.AddOwn($"{path}allowed_mentions: says nothing; send \"parse\": []");
        }
    }
}

using System.Text;
using System.Text.Json.Nodes;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Play;

/// <summary>Writes the first payload of each kind as TypeScript constants of the types of honesty/types.ts.</summary>
internal static class PayloadDump
{
    private static readonly string[] Kinds =
    [
        "slash_commands", "block_actions", "view_submission", "view_closed", "block_suggestion", "shortcut", "app_home_opened", "app_mention", "message",
    ];

    /// <summary>Writes the constants. A kind that never came is named, so that it cannot go unchecked.</summary>
    /// <exception cref="InvalidOperationException">A kind never came.</exception>
    public static async Task WriteAsync(IEnumerable<Act> acts, IEnumerable<JsonObject> events, string path, CancellationToken cancellationToken)
    {
        var kept = acts.Select(act => (act.Kind, act.Payload)).Concat(events.Select(sent => (Kind: sent["event"].Text("type") ?? "", Payload: sent)))
            .DistinctBy(entry => entry.Kind).ToDictionary(entry => entry.Kind, entry => entry.Payload.ToJsonString(), StringComparer.Ordinal);
        var missing = Kinds.Where(kind => !kept.ContainsKey(kind)).ToList();
        if (missing.Count > 0)
        {
            throw new InvalidOperationException($"No payload was sent of: {string.Join(", ", missing)}");
        }

        var text = new StringBuilder("// Written by slack-server --play --dump-payloads; checked with tsc, never run.\nimport type * as payload from './types.ts';\n");
        foreach (var kind in Kinds)
        {
            text.AppendLine($"export const {kind}: payload.{kind} = {kept[kind]};");
        }

        await File.WriteAllTextAsync(path, text.ToString(), cancellationToken);
    }
}

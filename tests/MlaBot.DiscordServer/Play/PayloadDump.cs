using System.Text;
using System.Text.Json.Nodes;
using MlaBot.DiscordServer.Gateway;
using MlaBot.DiscordServer.World;

namespace MlaBot.DiscordServer.Play;

/// <summary>Keeps the first gateway payload of each kind and writes them as TypeScript constants of the types of honesty/types.ts.</summary>
internal sealed class PayloadDump
{
    private static readonly string[] Kinds =
    [
        "READY", "GUILD_CREATE", "GUILD_DELETE", "CHANNEL_DELETE", "MESSAGE_CREATE", "MESSAGE_UPDATE", "THREAD_CREATE", "THREAD_DELETE",
        "INTERACTION_CREATE_2", "INTERACTION_CREATE_3_2", "INTERACTION_CREATE_3_3", "INTERACTION_CREATE_4", "INTERACTION_CREATE_5",
    ];

    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, string> _kept = new(StringComparer.Ordinal);

    public FrameFate Keep(GatewayFrame frame)
    {
        if (frame.EventName is { } name && JsonNode.Parse(frame.Bytes.Span)?["d"] is { } data)
        {
            var kind = KindOf(name, data);
            lock (_gate)
            {
                _kept.TryAdd(kind, data.ToJsonString());
            }
        }

        return FrameFate.Ordinary;
    }

    // A button and a menu are the same type of interaction with other data.
    private static string KindOf(string name, JsonNode data) => (name, data["data"]?["component_type"]) switch
    {
        ("INTERACTION_CREATE", { } component) => $"{name}_{data.Int("type")}_{component}",
        ("INTERACTION_CREATE", null) => $"{name}_{data.Int("type")}",
        _ => name,
    };

    /// <summary>Writes the constants. A kind that never came is named, so that it cannot go unchecked.</summary>
    /// <exception cref="InvalidOperationException">A kind never came.</exception>
    public async Task WriteAsync(string path, CancellationToken cancellationToken)
    {
        var text = new StringBuilder("// Written by discord-server --play --dump-payloads; checked with tsc, never run.\nimport type * as payload from './types.ts';\n");
        lock (_gate)
        {
            var missing = Kinds.Where(kind => !_kept.ContainsKey(kind)).ToList();
            if (missing.Count > 0)
            {
                throw new InvalidOperationException($"No payload came of: {string.Join(", ", missing)}");
            }

            foreach (var kind in Kinds)
            {
                text.AppendLine($"export const {kind}: payload.{kind} = {_kept[kind]};");
            }
        }

        await File.WriteAllTextAsync(path, text.ToString(), cancellationToken);
    }
}

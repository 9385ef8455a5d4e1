using System.Text.Json;

namespace MlaBot.DiscordServer.Validation.Rules;

/// <summary>The whole list of commands of one scope.</summary>
/// <remarks>Source: Discord developer documentation, "Application Commands: Registering a Command".</remarks>
internal static class CommandListRules
{
    public static void Check(JsonElement list, Faults faults)
    {
        if (list.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        var index = 0;
        foreach (var command in list.EnumerateArray())
        {
            CommandRules.Check(command, $"[{index++}].", faults);
        }

        foreach (var kind in list.EnumerateArray().GroupBy(command => command.Number("type") ?? 1))
        {
            var most = kind.Key == 1 ? 100 : 15;
            if (kind.Count() > most)
            {
                faults.Add($"body: {kind.Count()} commands of type {kind.Key}, may be {most}");
            }

            foreach (var twice in kind.GroupBy(command => command.Text("name"), StringComparer.Ordinal).Where(group => group.Count() > 1))
            {
                faults.Add($"body: the command \"{twice.Key}\" stands more than once");
            }
        }
    }
}

using System.Text.Json;

namespace MlaBot.DiscordServer.Validation.Rules;

/// <summary>One command: its name, description and size.</summary>
/// <remarks>Source: Discord developer documentation, "Application Commands: Application Command Object".</remarks>
internal static class CommandRules
{
    public static void Check(JsonElement command, string path, Faults faults)
    {
        if ((command.Number("type") ?? 1) == 1)
        {
            CommandNames.Check(command, path, faults);
            if (string.IsNullOrWhiteSpace(command.Text("description")))
            {
                faults.Add($"{path}description: is required");
            }

            CommandOptionRules.Check(command, path, faults);
        }
        else if (command.Text("description").Length > 0 || command.List("options").Count > 0)
        {
            faults.Add($"{path}type: a command of a menu has neither description nor options");
        }

        var size = Size(command);
        if (size > 8000)
        {
            faults.Add($"{path}name: the command has {size} characters in all, may have 8000");
        }
    }

    /// <summary>Names, descriptions and values of the command, its options and choices; the longest translation counts.</summary>
    private static int Size(JsonElement part) =>
        Longest(part, "name") + Longest(part, "description") + part.Text("value").Length + part.List("options").Sum(Size) + part.List("choices").Sum(Size);

    private static int Longest(JsonElement part, string name) =>
        part.Has($"{name}_localizations", out var translations) && translations.ValueKind == JsonValueKind.Object
            ? translations.EnumerateObject().Select(one => one.Value.ToString().Length).Append(part.Text(name).Length).Max()
            : part.Text(name).Length;
}

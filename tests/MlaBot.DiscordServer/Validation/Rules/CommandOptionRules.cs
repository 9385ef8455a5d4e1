using System.Text.Json;

namespace MlaBot.DiscordServer.Validation.Rules;

/// <summary>The options of a command or subcommand.</summary>
/// <remarks>Source: Discord developer documentation, "Application Commands: Application Command Option Structure".</remarks>
internal static class CommandOptionRules
{
    private const int Subcommand = 1;
    private const int Group = 2;

    public static void Check(JsonElement holder, string path, Faults faults)
    {
        var options = holder.List("options");
        var nested = options.Count(IsSubcommand);
        if (nested > 0 && nested < options.Count)
        {
            faults.Add($"{path}options: subcommands and plain options cannot be mixed");
        }

        if (options.SkipWhile(option => option.Flag("required")).Any(option => option.Flag("required")))
        {
            faults.Add($"{path}options: required ones come first");
        }

        foreach (var twice in options.GroupBy(option => option.Text("name"), StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            faults.Add($"{path}options: \"{twice.Key}\" stands more than once");
        }

        for (var index = 0; index < options.Count; index++)
        {
            CheckOne(options[index], $"{path}options[{index}].", faults);
        }
    }

    private static void CheckOne(JsonElement option, string path, Faults faults)
    {
        CommandNames.Check(option, path, faults);
        if (option.Flag("autocomplete") && option.List("choices").Count > 0)
        {
            faults.Add($"{path}choices: cannot stand beside autocomplete");
        }

        if (option.Number("min_length") > option.Number("max_length") || option.Number("min_value") > option.Number("max_value"))
        {
            faults.Add($"{path}min_value: is more than the maximum");
        }

        if (option.Number("type") == Group && option.List("options").Count == 0)
        {
            faults.Add($"{path}options: a group needs a subcommand");
        }

        if (IsSubcommand(option))
        {
            if (option.Has("required"))
            {
                faults.Add($"{path}required: a subcommand cannot have it");
            }

            Check(option, path, faults);
        }
    }

    private static bool IsSubcommand(JsonElement option) => option.Number("type") is Subcommand or Group;
}

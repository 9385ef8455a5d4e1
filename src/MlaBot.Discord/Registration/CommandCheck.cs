using System.Text.RegularExpressions;
using MlaBot.Chat.Commands;

namespace MlaBot.Discord.Registration;

/// <summary>Looks for what Discord would refuse in a command table, so that a start fails with sentences and not with an error path.</summary>
internal static partial class CommandCheck
{
    /// <summary>All faults of a table, one sentence each; each names its command.</summary>
    public static IEnumerable<string> Faults(IReadOnlyList<CommandSpec> specs)
    {
        var commands = specs.GroupBy(spec => spec.Name.Split(' ')[0], StringComparer.Ordinal).ToArray();
        return specs.SelectMany(Spec)
            .Concat(commands.SelectMany(command => Group(command.Key, [.. command])))
            .Concat(commands.Length > CommandLimits.Commands ? [$"There are {commands.Length} commands; Discord takes {CommandLimits.Commands}."] : []);
    }

    /// <summary>Faults of a name and its description.</summary>
    public static IEnumerable<string> Words(string what, string name, string description)
    {
        if (!Name().IsMatch(name) || name.Any(char.IsUpper))
        {
            yield return $"{what}: \"{name}\" is no name of 1 to {CommandLimits.Name} small letters, digits, - or _.";
        }

        if (string.IsNullOrWhiteSpace(description) || description.Length > CommandLimits.Description)
        {
            yield return $"{what}: a description has 1 to {CommandLimits.Description} characters, this one {description.Length}.";
        }
    }

    /// <summary>The characters that Discord counts for a command: names, descriptions, values; translated ones where they are longer.</summary>
    public static int Size(string name, CommandSpec[] specs, Func<string, CommandWording?> translated)
    {
        var isGroup = specs is not [{ } only] || only.Name != name;
        var head = isGroup ? Longer(name, name, CommandTable.DescriptionOf(name, specs.Where(spec => spec.Name.Length > name.Length))) : 0;
        return head + specs.Sum(spec => Longer(spec.Name, spec.Name.Split(' ')[^1], spec.Description)
            + spec.Options.Sum(option => Longer($"{spec.Name} {option.Name}", option.Name, option.Description) + option.Choices.Sum(choice => 2 * choice.Length)));

        int Longer(string path, string word, string description) => translated(path) is { } other
            ? Math.Max(word.Length, other.Name.Length) + Math.Max(description.Length, other.Description.Length)
            : word.Length + description.Length;
    }

    private static IEnumerable<string> Spec(CommandSpec spec)
    {
        var what = $"/{spec.Name}";
        var words = spec.Name.Split(' ');
        if (words.Length > 2)
        {
            yield return $"{what}: a name has one word or two.";
        }

        foreach (var fault in words.SelectMany(word => Words(what, word, spec.Description)).Distinct(StringComparer.Ordinal))
        {
            yield return fault;
        }

        if (spec.Options.Count > CommandLimits.Options)
        {
            yield return $"{what}: {spec.Options.Count} options; Discord takes {CommandLimits.Options}.";
        }

        foreach (var twice in spec.Options.GroupBy(option => option.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            yield return $"{what}: two options are named {twice.Key}.";
        }

        foreach (var fault in spec.Options.SelectMany(option => Option($"{what} {option.Name}", option)))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> Option(string what, OptionSpec option)
    {
        foreach (var fault in Words(what, option.Name, option.Description))
        {
            yield return fault;
        }

        if (option.Choices.Count > 0 && option.HasSuggestions)
        {
            yield return $"{what}: an option has fixed choices or suggestions, not both.";
        }

        if (option.Kind != OptionKind.Text && (option.Choices.Count > 0 || option.HasSuggestions))
        {
            yield return $"{what}: a channel or role has neither choices nor suggestions.";
        }

        if (option.Choices.Count > CommandLimits.Options || option.Choices.Distinct(StringComparer.Ordinal).Count() < option.Choices.Count)
        {
            yield return $"{what}: choices are different from each other and at most {CommandLimits.Options}.";
        }

        if (option.Choices.Any(choice => choice.Length is 0 or > CommandLimits.Description))
        {
            yield return $"{what}: a choice has 1 to {CommandLimits.Description} characters.";
        }
    }

    private static IEnumerable<string> Group(string name, CommandSpec[] specs)
    {
        if (specs.Length > 1 && specs.Any(spec => spec.Name == name))
        {
            yield return $"/{name}: a command with parts such as /{specs.First(spec => spec.Name != name || spec != specs[0]).Name} cannot be called by its first word alone, and no name stands twice.";
        }

        foreach (var twice in specs.GroupBy(spec => spec.Name, StringComparer.Ordinal).Where(group => group.Count() > 1 && group.Key != name))
        {
            yield return $"/{twice.Key}: the name stands twice.";
        }

        if (specs.Length > CommandLimits.Options)
        {
            yield return $"/{name}: {specs.Length} parts; Discord takes {CommandLimits.Options}.";
        }

        if (Size(name, specs, _ => null) is var size and > CommandLimits.CommandText)
        {
            yield return $"/{name} has {size} characters in names, descriptions and choices; Discord takes {CommandLimits.CommandText}.";
        }
    }

    // Source: Discord developer documentation, "Application Commands: Application Command Naming", without the scripts that no name here uses.
    [GeneratedRegex(@"^[-_'\p{L}\p{N}]{1,32}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}

using MlaBot.Chat.Platform;

namespace MlaBot.Chat.Commands;

/// <summary>A slash command as people see it. Registration, manifest and help are all made from these.</summary>
/// <param name="Name">One word, or two for a subcommand: <c>schedule pause</c>. Lower case.</param>
/// <param name="Description">What it does, at most 100 characters.</param>
public sealed record CommandSpec(string Name, string Description)
{
    /// <summary>Its options in order; required ones first.</summary>
    public IReadOnlyList<OptionSpec> Options { get; init; } = [];

    /// <summary>True when only admins of the channel may use it.</summary>
    public bool IsAdmin { get; init; }

    /// <summary>True for a part that everybody needs beside parts for admins: where commands are hidden as a whole, this one is shown.</summary>
    public bool IsForEverybody { get; init; }

    /// <summary>The one platform that has it, as in <see cref="Core.Channels.GroupKey.Platform"/>; empty for all.</summary>
    public string OnlyOn { get; init; } = "";

    /// <summary>One or more lines as a person would type them, without the slash.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>How to type it: <c>/service &lt;words&gt;</c>.</summary>
    public string Usage => string.Join(' ', [$"/{Name}", .. Options.Select(option => option.IsRequired ? $"<{option.Name}>" : $"[{option.Name}]")]);
}

/// <summary>An option of a command.</summary>
/// <param name="Name">One word in lower case, at most 32 characters.</param>
/// <param name="Description">What to give, at most 100 characters.</param>
/// <param name="IsRequired">True when the command makes no sense without it.</param>
public sealed record OptionSpec(string Name, string Description, bool IsRequired = false)
{
    /// <summary>The only values allowed; empty for free text. At most 25.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>True when the handler suggests values while they are typed.</summary>
    public bool HasSuggestions { get; init; }

    /// <summary>What a platform must let people choose for this option to make sense; it is left out elsewhere.</summary>
    public PostingChoices Needs { get; init; }

    /// <summary>What kind of value it takes.</summary>
    public OptionKind Kind { get; init; }
}

/// <summary>The kind of value that an option takes. The value itself is always a text.</summary>
public enum OptionKind
{
    /// <summary>Free text, or one of the choices.</summary>
    Text,

    /// <summary>A text channel of the group; the value is the platform's id of it.</summary>
    Channel,

    /// <summary>A role or user group; the value is the platform's id of it.</summary>
    Role,

    /// <summary>A person; the value is the platform's id.</summary>
    Person,
}

using MlaBot.Chat.Platform;

namespace MlaBot.Chat.Cards;

/// <summary>A part of a card.</summary>
public abstract record CardPart;

/// <summary>The title line, in plain text. At most <see cref="CardLimits.Header"/> characters.</summary>
/// <param name="Text">The title.</param>
public sealed record Header(string Text) : CardPart;

/// <summary>A paragraph or list in Markdown of the common kind: <c>**bold**</c>, <c>*italic*</c>, <c>`code`</c>, lists, links.</summary>
/// <param name="Markdown">The text.</param>
public sealed record Section(string Markdown) : CardPart;

/// <summary>What to type where nothing can be pressed. A platform with buttons and menus leaves it out.</summary>
/// <param name="Markdown">The text.</param>
public sealed record TypingHint(string Markdown) : CardPart;

/// <summary>A line between parts.</summary>
public sealed record Divider : CardPart;

/// <summary>Small print at the end: source, closing time, question number.</summary>
/// <param name="Markdown">The text.</param>
public sealed record ContextLine(string Markdown) : CardPart;

/// <summary>A row of buttons, at most <see cref="CardLimits.Buttons"/>.</summary>
/// <param name="Buttons">The buttons from left to right.</param>
public sealed record Choices(IReadOnlyList<CardButton> Buttons) : CardPart;

/// <summary>A button.</summary>
/// <param name="Action">What it means.</param>
/// <param name="Label">At most <see cref="CardLimits.ButtonLabel"/> characters.</param>
/// <param name="IsPrimary">True for the one that most people want.</param>
public sealed record CardButton(ActionId Action, string Label, bool IsPrimary = false)
{
    /// <summary>True when it is shown but cannot be pressed. A platform that cannot do that leaves it out.</summary>
    public bool IsDisabled { get; init; }

    /// <summary>What to type for the same where nothing can be pressed, such as <c>/service s3</c>; empty when the label says it.</summary>
    public string Typed { get; init; } = "";
}

/// <summary>A menu from which one entry or several are chosen.</summary>
/// <param name="Action">What it means; the chosen values come with the press.</param>
/// <param name="Prompt">What to choose.</param>
/// <param name="Options">The entries; at most <see cref="CardLimits.MenuOptions"/>.</param>
/// <param name="Minimum">The fewest to choose.</param>
/// <param name="Maximum">The most to choose.</param>
public sealed record Menu(ActionId Action, string Prompt, IReadOnlyList<MenuOption> Options, int Minimum = 1, int Maximum = 1) : CardPart;

/// <summary>An entry of a menu.</summary>
/// <param name="Value">What comes back when it is chosen. At most 75 characters.</param>
/// <param name="Label">What people read. At most 75 characters.</param>
public sealed record MenuOption(string Value, string Label)
{
    /// <summary>Small print below the label, at most 75 characters; empty for none.</summary>
    public string Detail { get; init; } = "";

    /// <summary>True when it is chosen already.</summary>
    public bool IsSelected { get; init; }
}

/// <summary>A menu of the group's text channels; the chosen channel's platform id comes with the press.</summary>
/// <param name="Action">What it means.</param>
/// <param name="Prompt">What to choose.</param>
/// <param name="Selected">The channel that is chosen already; null for none.</param>
public sealed record ChannelMenu(ActionId Action, string Prompt, string? Selected = null) : CardPart;

/// <summary>A menu of the group's roles or user groups; the platform id comes with the press, nothing when it was cleared.</summary>
/// <param name="Action">What it means.</param>
/// <param name="Prompt">What to choose.</param>
/// <param name="Selected">The role that is chosen already; null for none.</param>
public sealed record RoleMenu(ActionId Action, string Prompt, string? Selected = null) : CardPart;

/// <summary>A field whose entries are suggested while somebody types in it; choosing one carries the command out with it, as if it had been
/// typed. A platform that suggests values while a command is typed leaves it out, and so does one without such fields.</summary>
/// <param name="Command">The command's full name. It needs no other option.</param>
/// <param name="Option">The name of its option that the entry is given to; it has suggestions.</param>
/// <param name="Prompt">What to find. At most <see cref="CardLimits.MenuLabel"/> characters.</param>
public sealed record Finder(string Command, string Option, string Prompt) : CardPart;

/// <summary>A form that opens over the chat. It stands alone in its card; what was filled in comes as <see cref="ChatPress.Fields"/>.</summary>
/// <param name="Action">What sending it means.</param>
/// <param name="Title">At most 24 characters.</param>
/// <param name="Fields">One to five fields; up to twelve where <see cref="IChatPlatform.AnswersInForms"/> holds.</param>
public sealed record Form(ActionId Action, string Title, IReadOnlyList<FormField> Fields) : CardPart;

/// <summary>A field of a form: a text, or a menu when it has options.</summary>
/// <param name="Name">The key of its value, in lower case.</param>
/// <param name="Label">At most 45 characters.</param>
public sealed record FormField(string Name, string Label)
{
    /// <summary>True when the form cannot be sent without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>True for a text of several lines.</summary>
    public bool IsLong { get; init; }

    /// <summary>The most characters of a text. From 1 to 3,000.</summary>
    public int MaxLength { get; init; } = 200;

    /// <summary>An example, shown while it is empty. At most 100 characters.</summary>
    public string Example { get; init; } = "";

    /// <summary>What stands in it already.</summary>
    public string Value { get; init; } = "";

    /// <summary>The entries of a menu; empty for a text.</summary>
    public IReadOnlyList<MenuOption> Options { get; init; } = [];

    /// <summary>How many entries may be chosen. When it is more than 1, the chosen values come with commas between them.</summary>
    public int Most { get; init; } = 1;

    /// <summary>A longer text above the field, in Markdown; empty for none. Only a platform with <see cref="IChatPlatform.AnswersInForms"/> shows it.</summary>
    public string Above { get; init; } = "";
}

/// <summary>A table with a heading for each column.</summary>
/// <param name="Columns">The headings.</param>
/// <param name="Rows">The rows; each as long as <paramref name="Columns"/>.</param>
public sealed record Table(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : CardPart;

/// <summary>Shares as bars with their numbers in words, so that nothing hangs on colour or width.</summary>
/// <param name="Caption">What is counted.</param>
/// <param name="Items">The bars.</param>
public sealed record Bars(string Caption, IReadOnlyList<Bar> Items) : CardPart;

/// <summary>One bar.</summary>
/// <param name="Label">Its name, such as a letter.</param>
/// <param name="Count">How many. Not negative.</param>
/// <param name="Total">Out of how many. At least <paramref name="Count"/>.</param>
/// <param name="IsMarked">True for the key: shown by a sign and a word.</param>
public sealed record Bar(string Label, int Count, int Total, bool IsMarked = false);

/// <summary>A picture with its text alternative.</summary>
/// <param name="Png">The file's bytes.</param>
/// <param name="AltText">What it shows, for people who do not see it. Never empty.</param>
public sealed record Picture(ReadOnlyMemory<byte> Png, string AltText) : CardPart;

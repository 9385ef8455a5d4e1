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
public sealed record CardButton(ActionId Action, string Label, bool IsPrimary = false);

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
public sealed record MenuOption(string Value, string Label);

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

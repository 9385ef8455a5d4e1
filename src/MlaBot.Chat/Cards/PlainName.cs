using MlaBot.Core;

namespace MlaBot.Chat.Cards;

/// <summary>Names that people chose, for a card's Markdown.</summary>
/// <remarks>Renderers escape what only their platform would read, such as mentions; what a card's own Markdown would read gives way here to
/// signs that look alike. Headers and cells of tables are plain text and take a name as it is.</remarks>
public static class PlainName
{
    /// <summary>The most characters of a name in a card.</summary>
    public const int Longest = 32;

    /// <summary>A name that is no mark, link or instant, on one line; never empty.</summary>
    public static string Of(string name)
    {
        var clean = Cell(name).Replace('*', '∗').Replace('`', 'ˋ').Replace('[', '(').Replace(']', ')').Replace('{', '(').Replace('}', ')').TrimStart('-', ' ');
        return clean.Length == 0 ? "somebody" : clean;
    }

    /// <summary>A name for a place that is plain text; never empty.</summary>
    public static string Cell(string name) => Text.Printable(name, Longest).Replace("{time:", "(time:", StringComparison.Ordinal).Trim() is { Length: > 0 } clean ? clean : "somebody";
}

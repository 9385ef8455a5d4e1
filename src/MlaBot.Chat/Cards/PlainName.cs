using Text = MlaBot.Core.Text;

namespace MlaBot.Chat.Cards;

/// <summary>Names that people chose, inside a card's Markdown.</summary>
public static class PlainName
{
    /// <summary>The name without anything that a card would read as a mark, a link or an instant: each such sign becomes one that looks like
    /// it.</summary>
    /// <param name="name">Any text.</param>
    public static string Of(string name) => string.Create(name.Length, name, static (letters, source) =>
    {
        for (var index = 0; index < letters.Length; index++)
        {
            letters[index] = source[index] switch { '*' => '＊', '`' => 'ˋ', '[' => '［', '{' => '｛', '\n' or '\r' => ' ', var other => other };
        }
    }) is var plain && plain.Trim().Length > 0 ? Text.Printable(plain, 80) : "someone";

    /// <summary>The name for a header, which is plain text and shows every sign but an instant's; at most 32 characters.</summary>
    /// <param name="name">Any text.</param>
    public static string InHeader(string name) => Text.Printable(name, 32).Replace("{time:", "(time:", StringComparison.Ordinal).Trim() is { Length: > 0 } clean ? clean : "someone";
}

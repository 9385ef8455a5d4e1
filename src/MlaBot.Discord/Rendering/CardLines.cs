using MlaBot.Chat.Cards;

namespace MlaBot.Discord.Rendering;

/// <summary>The parts of a card that are text, as lines of Discord Markdown; each line fits into any message.</summary>
internal static class CardLines
{
    /// <summary>The most characters of one line: a message's text less the room for a role's mention.</summary>
    public const int Longest = DiscordLimits.Text - 100;

    // Escaping and times at most triple a text, so a piece of this length always fits into a message.
    internal const int Piece = 1200;

    private static readonly LineMemory Sections = new(text => [.. CleanText.Lines(text).SelectMany(line => Fitting(line, "", DiscordMarkdown.Line))]);

    private static readonly LineMemory SmallPrint = new(text =>
        [.. CleanText.Lines(text).Where(line => line.Length > 0).SelectMany(line => Fitting(line, "-# ", DiscordMarkdown.Line))]);

    /// <summary>The lines of a part; none when it is no text.</summary>
    public static IReadOnlyList<string> Of(CardPart part) => part switch
    {
        Header header => [.. Fitting(CleanText.Clean(header.Text).Trim(), "### ", DiscordMarkdown.Plain)],
        Section section => Sections.Of(section.Markdown),
        ContextLine context => Small(context.Markdown),
        Table table => [.. TableLines.Of(table)],
        Bars bars => [.. BarLines.Of(bars)],
        _ => [],
    };

    /// <summary>Small print; each of its lines carries the mark.</summary>
    public static IReadOnlyList<string> Small(string markdown) => SmallPrint.Of(markdown);

    private static IEnumerable<string> Fitting(string line, string mark, Func<string, string> render)
    {
        var whole = mark + render(line);
        return whole.Length <= Longest ? [whole] : LongText.Pieces(line, Piece).Select(piece => mark + render(piece));
    }
}

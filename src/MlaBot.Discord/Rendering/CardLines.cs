using MlaBot.Chat.Cards;

namespace MlaBot.Discord.Rendering;

/// <summary>The parts of a card that are text, as lines of Discord Markdown; each line fits into any message.</summary>
internal static class CardLines
{
    /// <summary>The most characters of one line: a message's text less the room for a role's mention.</summary>
    public const int Longest = DiscordLimits.Text - 100;

    private static readonly LineMemory Sections = new(text => [.. DiscordMarkdown.Lines(text).SelectMany(line => Fitting(line, "", DiscordMarkdown.Line))]);

    private static readonly LineMemory SmallPrint = new(text =>
        [.. DiscordMarkdown.Lines(text).Where(line => line.Length > 0).SelectMany(line => Fitting(line, "-# ", DiscordMarkdown.Line))]);

    /// <summary>The lines of a part; none when it is no text.</summary>
    public static IReadOnlyList<string> Of(CardPart part) => part switch
    {
        Header header => [.. Fitting(DiscordMarkdown.Clean(header.Text).Trim(), "### ", DiscordMarkdown.Plain)],
        Section section => Sections.Of(section.Markdown),
        ContextLine context => Small(context.Markdown),
        Table table => [.. TableLines.Of(table)],
        Bars bars => [.. BarLines.Of(bars)],
        _ => [],
    };

    /// <summary>Small print; each of its lines carries the mark.</summary>
    public static IReadOnlyList<string> Small(string markdown) => SmallPrint.Of(markdown);

    /// <summary>The card with the sign of its tone before its first words, since colour must not speak alone.</summary>
    public static IEnumerable<CardPart> Signed(Card card)
    {
        if (Sign(card.Tone) is not { } sign)
        {
            return card.Parts;
        }

        CardPart[] first = card.Parts.Count == 0 ? [] : card.Parts[0] switch
        {
            Header header => [new Header($"{sign} {header.Text}")],
            Section section when !section.Markdown.TrimStart().StartsWith("- ", StringComparison.Ordinal) => [new Section($"**{sign}** {section.Markdown.TrimStart()}")],
            var other => [new Section($"**{sign}**"), other],
        };
        return first.Concat(card.Parts.Skip(1));
    }

    private static string? Sign(CardTone tone) => tone switch
    {
        CardTone.Good => "✓",
        CardTone.Bad => "✗",
        CardTone.Caution => "!",
        _ => null,
    };

    private static IEnumerable<string> Fitting(string line, string mark, Func<string, string> render)
    {
        var whole = mark + render(line);
        return whole.Length <= Longest ? [whole] : LongText.Pieces(line).Select(piece => mark + render(piece));
    }
}

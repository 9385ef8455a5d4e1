using MlaBot.Chat.Cards;
using MlaBot.Slack.Wire;

namespace MlaBot.Slack.Rendering;

/// <summary>A line of rich text.</summary>
/// <param name="Leaves">Its texts; none for an empty line.</param>
internal sealed record RichLine(IReadOnlyList<RichTextLeaf> Leaves)
{
    /// <summary>How far a list item is indented, from 0; null for a line that is none.</summary>
    public int? Indent { get; private init; }

    /// <summary>Its characters, addresses counted.</summary>
    public int Length => Leaves.Sum(LengthOf);

    /// <summary>The lines of a card's Markdown, each short enough for any block. A dash is the only list of cards: numbers are shown as they
    /// are written.</summary>
    public static IEnumerable<RichLine> Read(string markdown) => CleanText.Lines(markdown).SelectMany(Fitting);

    /// <summary>A line in which nothing is a mark; only the instants of <see cref="CardTime"/> live.</summary>
    public static IEnumerable<RichLine> Plain(string text, bool isBold = false) =>
        LongText.Pieces(CleanText.Clean(text).Trim(), Piece).Select(piece => new RichLine(RichLeaves.Plain(piece, isBold)));

    /// <summary>A list item of plain text.</summary>
    public static IEnumerable<RichLine> Item(string text) => Plain(text).Select(line => line with { Indent = 0 });

    /// <summary>The characters of a leaf.</summary>
    public static int LengthOf(RichTextLeaf leaf) => leaf switch
    {
        TextLeaf text => text.Text.Length,
        LinkLeaf link => link.Text.Length + link.Url.Length,
        DateLeaf date => date.Fallback.Length,
        _ => 20,
    };

    // An instant's token of eight characters may become twenty-two, so this always fits into a block.
    private const int Piece = 1000;

    private static IEnumerable<RichLine> Fitting(string line)
    {
        var blanks = line.AsSpan().IndexOfAnyExcept(' ');
        var isItem = blanks >= 0 && line.AsSpan(blanks) is ['-', ' ', var first, ..] && !char.IsWhiteSpace(first);
        var indent = isItem ? Math.Min(blanks / 2, 8) : (int?)null;
        return LongText.Pieces(isItem ? line[(blanks + 2)..] : line, Piece).Select(piece => new RichLine(RichLeaves.Read(piece)) { Indent = indent });
    }
}

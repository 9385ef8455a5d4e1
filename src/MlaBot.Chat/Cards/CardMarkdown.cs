using System.Text.RegularExpressions;

namespace MlaBot.Chat.Cards;

/// <summary>Reads the marks inside one line of a card: <c>**bold**</c>, <c>*italic*</c>, <c>`code`</c>, <c>[text](link)</c>.</summary>
/// <remarks>The one definition for all renderers. A mark without its partner is text, so <c>s3:*</c>, <c>2 * 3</c> and
/// <c>__init__</c> are shown as they are written.</remarks>
public static partial class CardMarkdown
{
    /// <summary>Splits a line at its outermost marks; bold and italic pieces are read again for what is inside them.</summary>
    /// <param name="line">One line, without line breaks.</param>
    public static IReadOnlyList<MarkdownPiece> Read(string line)
    {
        List<MarkdownPiece> pieces = [];
        var from = 0;
        foreach (var mark in Marks().EnumerateMatches(line))
        {
            if (mark.Index > from)
            {
                pieces.Add(new MarkdownPiece(line[from..mark.Index], MarkdownMark.None));
            }

            from = mark.Index + mark.Length;
            pieces.Add(Piece(line.AsSpan(mark.Index, mark.Length)));
        }

        if (from < line.Length)
        {
            pieces.Add(new MarkdownPiece(line[from..], MarkdownMark.None));
        }

        return pieces;
    }

    // Its signs say what it is, so no groups are needed, which would be objects for each of them.
    private static MarkdownPiece Piece(ReadOnlySpan<char> mark) => mark switch
    {
        ['`', .. var code, _] => new(code.ToString(), MarkdownMark.Code),
        ['*', '*', .. var bold, _, _] => new(bold.ToString(), MarkdownMark.Bold),
        ['*', .. var italic, _] => new(italic.ToString(), MarkdownMark.Italic),
        _ => Link(mark[1..^1], mark.IndexOf(']') - 1),
    };

    // title](address
    private static MarkdownPiece Link(ReadOnlySpan<char> inside, int title) =>
        new(inside[..title].ToString(), MarkdownMark.Link) { Link = inside[(title + 2)..].ToString() };

    // An opening mark stands before a word, a closing one after it; code comes first, since nothing inside it is a mark.
    [GeneratedRegex(
        @"`[^`]+`"
        + @"|\*\*(?=[^\s*])(?:[^*]|\*(?!\*))+?(?<=\S)\*\*"
        + @"|(?<![\w*])\*(?=[^\s*,.;:!?)])[^*]+?(?<=[^\s*])\*(?![\w*])"
        + @"|\[[^\[\]]+\]\(https?://[^\s()]+\)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marks();
}

/// <summary>A piece of a line between or inside marks.</summary>
/// <param name="Text">What is inside the mark; a link's words.</param>
/// <param name="Mark">The mark.</param>
public sealed record MarkdownPiece(string Text, MarkdownMark Mark)
{
    /// <summary>Where a link leads; empty for the other marks.</summary>
    public string Link { get; init; } = "";
}

/// <summary>The marks that a card's Markdown knows.</summary>
public enum MarkdownMark
{
    /// <summary>Text without a mark.</summary>
    None,

    /// <summary>Strong; may hold code, italics and links.</summary>
    Bold,

    /// <summary>Emphasised; may hold code and links.</summary>
    Italic,

    /// <summary>Something to type, or a name from a programme; holds no marks.</summary>
    Code,

    /// <summary>Words that lead to an address.</summary>
    Link,
}

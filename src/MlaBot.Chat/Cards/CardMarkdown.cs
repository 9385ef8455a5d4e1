using System.Text.RegularExpressions;

namespace MlaBot.Chat.Cards;

/// <summary>Reads the marks inside one line of a card: <c>**bold**</c>, <c>*italic*</c>, <c>`code`</c>, <c>[text](link)</c>.</summary>
/// <remarks>The one definition for all renderers. A mark without its partner is text, so <c>s3:*</c>, <c>2 * 3</c> and
/// <c>__init__</c> are shown as they are written.</remarks>
public static partial class CardMarkdown
{
    /// <summary>Splits a line at its outermost marks; bold and italic pieces are read again for what is inside them.</summary>
    /// <param name="line">One line, without line breaks.</param>
    public static IEnumerable<MarkdownPiece> Read(string line)
    {
        var from = 0;
        foreach (Match mark in Marks().Matches(line))
        {
            if (mark.Index > from)
            {
                yield return new MarkdownPiece(line[from..mark.Index], MarkdownMark.None);
            }

            from = mark.Index + mark.Length;
            yield return Piece(mark);
        }

        if (from < line.Length)
        {
            yield return new MarkdownPiece(line[from..], MarkdownMark.None);
        }
    }

    private static MarkdownPiece Piece(Match mark) => mark switch
    {
        _ when mark.Groups["code"] is { Success: true } code => new(code.Value, MarkdownMark.Code),
        _ when mark.Groups["bold"] is { Success: true } bold => new(bold.Value, MarkdownMark.Bold),
        _ when mark.Groups["italic"] is { Success: true } italic => new(italic.Value, MarkdownMark.Italic),
        _ => new(mark.Groups["title"].Value, MarkdownMark.Link) { Link = mark.Groups["link"].Value },
    };

    // An opening mark stands before a word, a closing one after it; code comes first, since nothing inside it is a mark.
    [GeneratedRegex(
        @"`(?<code>[^`]+)`"
        + @"|\*\*(?=[^\s*])(?<bold>(?:[^*]|\*(?!\*))+?)(?<=\S)\*\*"
        + @"|(?<![\w*])\*(?=[^\s*,.;:!?)])(?<italic>[^*]+?)(?<=[^\s*])\*(?![\w*])"
        + @"|\[(?<title>[^\[\]]+)\]\((?<link>https?://[^\s()]+)\)",
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

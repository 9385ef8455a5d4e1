using System.Text.RegularExpressions;

namespace MlaBot.LocalChat.Rendering;

/// <summary>Reads the marks inside one line of a card: <c>**bold**</c>, <c>*italic*</c>, <c>`code`</c>, <c>[text](link)</c>.</summary>
/// <remarks>A mark without its partner stays as it is typed, so <c>s3:*</c> and <c>2 * 3</c> survive.</remarks>
internal static partial class InlineMarkdown
{
    /// <summary>Splits a line into styled pieces.</summary>
    /// <param name="line">The line.</param>
    /// <param name="keepsTicks">True to leave the ticks around code, where no colour can take their place.</param>
    public static TextLine Parse(string line, bool keepsTicks) => new([.. Read(line, SpanStyle.None)
        .Select(span => keepsTicks && span.Style.HasFlag(SpanStyle.Code) ? span with { Text = $"`{span.Text}`" } : span)]);

    private static IEnumerable<TextSpan> Read(string text, SpanStyle style)
    {
        var from = 0;
        foreach (Match mark in Marks().Matches(text))
        {
            if (mark.Index > from)
            {
                yield return new TextSpan(text[from..mark.Index], style);
            }

            from = mark.Index + mark.Length;
            foreach (var span in Inside(mark, style))
            {
                yield return span;
            }
        }

        if (from < text.Length)
        {
            yield return new TextSpan(text[from..], style);
        }
    }

    private static IEnumerable<TextSpan> Inside(Match mark, SpanStyle style) => mark switch
    {
        _ when mark.Groups["code"] is { Success: true } code => [new TextSpan(code.Value, style | SpanStyle.Code)],
        _ when mark.Groups["bold"] is { Success: true } bold => Read(bold.Value, style | SpanStyle.Bold),
        _ when mark.Groups["italic"] is { Success: true } italic => Read(italic.Value, style | SpanStyle.Italic),
        _ => [new TextSpan($"{mark.Groups["title"].Value} ({mark.Groups["link"].Value})", style)],
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

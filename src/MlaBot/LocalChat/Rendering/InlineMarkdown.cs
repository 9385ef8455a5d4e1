using MlaBot.Chat.Cards;

namespace MlaBot.LocalChat.Rendering;

/// <summary>Turns the marks inside one line of a card into styles of a terminal.</summary>
internal static class InlineMarkdown
{
    /// <summary>Splits a line into styled pieces.</summary>
    /// <param name="line">The line.</param>
    /// <param name="keepsTicks">True to leave the ticks around code, where no colour can take their place.</param>
    public static TextLine Parse(string line, bool keepsTicks) => new([.. Read(line, SpanStyle.None)
        .Select(span => keepsTicks && span.Style.HasFlag(SpanStyle.Code) ? span with { Text = $"`{span.Text}`" } : span)]);

    private static IEnumerable<TextSpan> Read(string text, SpanStyle style) => CardMarkdown.Read(text).SelectMany(piece => piece.Mark switch
    {
        MarkdownMark.Code => [new TextSpan(piece.Text, style | SpanStyle.Code)],
        MarkdownMark.Bold => Read(piece.Text, style | SpanStyle.Bold),
        MarkdownMark.Italic => Read(piece.Text, style | SpanStyle.Italic),
        MarkdownMark.Link => [new TextSpan($"{piece.Text} ({piece.Link})", style)],
        _ => (IEnumerable<TextSpan>)[new TextSpan(piece.Text, style)],
    });
}

namespace MlaBot.LocalChat.Rendering;

/// <summary>How a piece of text stands out.</summary>
[Flags]
internal enum SpanStyle
{
    /// <summary>Plain text.</summary>
    None = 0,

    /// <summary>Strong.</summary>
    Bold = 1,

    /// <summary>Emphasised.</summary>
    Italic = 2,

    /// <summary>Something to type, or a name from a programme.</summary>
    Code = 4,

    /// <summary>Small print.</summary>
    Dim = 8,
}

/// <summary>A piece of text in one style, without control characters.</summary>
/// <param name="Text">The text.</param>
/// <param name="Style">Its style.</param>
internal sealed record TextSpan(string Text, SpanStyle Style = SpanStyle.None);

/// <summary>One line of a rendered card.</summary>
/// <param name="Spans">Its pieces from left to right; none for an empty line.</param>
internal sealed record TextLine(IReadOnlyList<TextSpan> Spans)
{
    /// <summary>An empty line.</summary>
    public static TextLine Empty { get; } = new([]);

    /// <summary>The line without its styles.</summary>
    public string Text => string.Concat(Spans.Select(span => span.Text));

    /// <summary>A line in one style.</summary>
    public static TextLine Of(string text, SpanStyle style = SpanStyle.None) => text.Length == 0 ? Empty : new([new TextSpan(text, style)]);

    /// <summary>This line with a style added to every piece.</summary>
    public TextLine With(SpanStyle style) => new([.. Spans.Select(span => span with { Style = span.Style | style })]);
}

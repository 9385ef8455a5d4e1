using MlaBot.Chat.Cards;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace MlaBot.LocalChat.Rendering;

/// <summary>Rendered lines in a Spectre panel. No text goes through Spectre's markup, so no bracket can break it.</summary>
internal static class CardPanel
{
    /// <summary>The widest panel; longer lines are hard to read.</summary>
    public const int Widest = 100;

    /// <summary>Columns that the frame takes.</summary>
    public const int Frame = 4;

    /// <summary>Makes a panel.</summary>
    public static IRenderable Of(string heading, IReadOnlyList<TextLine> lines, CardTone tone, int width) =>
        new Panel(new Rows(lines.Select(Line)))
        {
            Header = new PanelHeader(Markup.Escape($" {Sign(tone)}{Cut(CardText.Clean(heading), width - 8)} ")),
            Border = BoxBorder.Rounded,
            BorderStyle = new Style(Colour(tone)),
            Width = width,
        };

    private static IRenderable Line(TextLine line)
    {
        var paragraph = new Paragraph();
        foreach (var span in line.Spans.Count == 0 ? [new TextSpan(" ")] : line.Spans)
        {
            paragraph.Append(span.Text, StyleOf(span.Style));
        }

        return paragraph;
    }

    private static Style StyleOf(SpanStyle style) => new(
        style.HasFlag(SpanStyle.Code) ? Color.Aqua : null,
        decoration: (style.HasFlag(SpanStyle.Bold) ? Decoration.Bold : Decoration.None)
            | (style.HasFlag(SpanStyle.Italic) ? Decoration.Italic : Decoration.None)
            | (style.HasFlag(SpanStyle.Dim) ? Decoration.Dim : Decoration.None));

    // Colour is never alone: a sign says the same, and the card's words say it in full.
    private static string Sign(CardTone tone) => tone switch
    {
        CardTone.Good => "✓ ",
        CardTone.Bad => "✗ ",
        CardTone.Caution => "! ",
        _ => "",
    };

    private static Color Colour(CardTone tone) => tone switch
    {
        CardTone.Good => Color.Green,
        CardTone.Bad => Color.Red,
        CardTone.Caution => Color.Yellow,
        _ => Color.Blue,
    };

    private static string Cut(string text, int width) =>
        Wrapping.Width(text) <= width ? text : $"{Wrapping.Wrap(TextLine.Of(text), Math.Max(1, width - 1)).First().Text}…";
}

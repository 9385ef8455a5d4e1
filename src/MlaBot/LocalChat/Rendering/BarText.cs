using MlaBot.Chat.Cards;

namespace MlaBot.LocalChat.Rendering;

/// <summary>Bars as lines: <c>C ████ 4 of 5 (80 %) ✓ key</c>.</summary>
internal static class BarText
{
    private const int Longest = 20;

    /// <summary>Renders a caption and its bars.</summary>
    public static IEnumerable<TextLine> Render(Bars bars, CardLook look)
    {
        var labels = bars.Items.Select(bar => CardText.Clean(bar.Label)).ToArray();
        var labelWidth = labels.Select(Wrapping.Width).DefaultIfEmpty(0).Max();

        // The numbers need some 22 columns; the bar takes what is left of a narrow terminal.
        var longest = Math.Clamp(look.Width - labelWidth - 24, 4, Longest);
        return Wrapping.Wrap(TextLine.Of(CardText.Clean(bars.Caption), SpanStyle.Bold), look.Width)
            .Concat(bars.Items.Zip(labels).SelectMany(pair => Wrapping.Wrap(Line(pair.First, Wrapping.Pad(pair.Second, labelWidth), longest, look), look.Width)));
    }

    private static TextLine Line(Bar bar, string label, int longest, CardLook look)
    {
        var share = bar.Total == 0 ? 0 : (double)bar.Count / bar.Total;
        var filled = bar.Count == 0 ? 0 : Math.Max(1, (int)Math.Round(share * longest, MidpointRounding.AwayFromZero));
        var drawn = new string(look.Block, filled).PadRight(longest);
        var text = $"{label} {drawn} {bar.Count} of {bar.Total} ({share * 100:0} %){(bar.IsMarked ? " ✓ key" : "")}";
        return TextLine.Of(text, bar.IsMarked ? SpanStyle.Bold : SpanStyle.None);
    }
}

using MlaBot.Chat.Cards;

namespace MlaBot.Discord.Rendering;

/// <summary>Bars as lines: <c>`C ████░░░░░░` 4 of 5 (80 %) ✓ key</c>. The numbers and the word say all that the drawing does.</summary>
internal static class BarLines
{
    /// <summary>The caption and a line for each bar.</summary>
    public static IEnumerable<string> Of(Bars bars)
    {
        var labels = bars.Items.Select(bar => CleanText.Clean(bar.Label).Trim()).ToArray();
        var width = labels.Select(label => label.Length).DefaultIfEmpty(0).Max();
        return bars.Items.Zip(labels, (bar, label) => Line(bar, label, width)).Prepend(Caption(bars.Caption)).Where(line => line.Length > 0);
    }

    private static string Caption(string caption) => string.IsNullOrWhiteSpace(CleanText.Clean(caption)) ? "" : $"**{DiscordMarkdown.Plain(caption.Trim())}**";

    private static string Line(Bar bar, string label, int width)
    {
        var drawn = BarDrawing.Blocks(bar);
        var numbers = $"{BarDrawing.Numbers(bar)}{(bar.IsMarked ? " ✓ **key**" : "")}";

        // Code has letters of one width, so that short labels keep the bars in line.
        return label.Length is 0 or > 12 || label.Contains('`', StringComparison.Ordinal)
            ? $"{(label.Length == 0 ? "" : $"{DiscordMarkdown.Plain(label)} ")}`{drawn}` {numbers}"
            : $"`{label.PadRight(Math.Min(width, 12))} {drawn}` {numbers}";
    }
}

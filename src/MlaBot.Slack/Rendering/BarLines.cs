using MlaBot.Chat.Cards;
using MlaBot.Slack.Wire;

namespace MlaBot.Slack.Rendering;

/// <summary>Bars as lines: <c>`C ████░░░░░░` 4 of 5 (80 %) ✓ key</c>. The numbers and the word say all that the drawing does.</summary>
internal static class BarLines
{
    private const int LongestLabel = 12;

    /// <summary>The caption and a line for each bar.</summary>
    public static IEnumerable<RichLine> Of(Bars bars)
    {
        var labels = bars.Items.Select(bar => CleanText.Clean(bar.Label).Trim()).ToArray();
        var width = Math.Min(LongestLabel, labels.Select(label => label.Length).DefaultIfEmpty(0).Max());
        return RichLine.Plain(bars.Caption, isBold: true).Where(line => line.Leaves.Count > 0)
            .Concat(bars.Items.Zip(labels).SelectMany(each => Lines(each.First, each.Second, width)));
    }

    private static IEnumerable<RichLine> Lines(Bar bar, string label, int width)
    {
        // Code has letters of one width, so that short labels keep the bars in line; a long one stands above its bar.
        var isShort = label.Length is > 0 and <= LongestLabel;
        var drawn = isShort ? $"{label.PadRight(width)} {BarDrawing.Blocks(bar)}" : BarDrawing.Blocks(bar);
        List<RichTextLeaf> leaves = [new TextLeaf(drawn) { Style = new() { Code = true } }, new TextLeaf($" {BarDrawing.Numbers(bar)}{(bar.IsMarked ? " ✓ " : "")}")];
        if (bar.IsMarked)
        {
            leaves.Add(new TextLeaf("key") { Style = new() { Bold = true } });
        }

        return [.. isShort || label.Length == 0 ? [] : RichLine.Plain(label), new RichLine(leaves)];
    }
}

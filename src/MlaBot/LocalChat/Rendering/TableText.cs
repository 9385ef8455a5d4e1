namespace MlaBot.LocalChat.Rendering;

/// <summary>Tables in columns of spaces; on a narrow terminal a list with the headings as names.</summary>
internal static class TableText
{
    private const int Gap = 2;
    private const int Narrowest = 8;

    /// <summary>Renders a table of clean texts.</summary>
    public static IEnumerable<TextLine> Render(IEnumerable<string> columns, IEnumerable<IEnumerable<string>> rows, CardLook look)
    {
        var headings = columns.ToArray();
        var cells = rows.Select(row => row.ToArray()).ToArray();
        if (headings.Length == 0)
        {
            return [];
        }

        return Widths(headings, cells, look.Width) is { } widths ? InColumns(headings, cells, widths, look) : AsList(headings, cells, look);
    }

    /// <summary>A width for each column, the widest narrowed first; null when even narrow columns do not fit.</summary>
    private static int[]? Widths(string[] headings, string[][] rows, int available)
    {
        var widths = headings.Select((heading, column) =>
            rows.Select(row => Wrapping.Width(row.ElementAtOrDefault(column) ?? "")).Append(Wrapping.Width(heading)).Max()).ToArray();
        var excess = widths.Sum() + (Gap * (widths.Length - 1)) - available;
        while (excess > 0)
        {
            var widest = Array.IndexOf(widths, widths.Max());
            if (widths[widest] <= Narrowest)
            {
                return null;
            }

            widths[widest]--;
            excess--;
        }

        return widths;
    }

    private static IEnumerable<TextLine> InColumns(string[] headings, string[][] rows, int[] widths, CardLook look) =>
        Row(headings, widths).Select(line => line.With(SpanStyle.Bold))
            .Append(TextLine.Of(string.Join("  ", widths.Select(width => new string(look.Rule, width))), SpanStyle.Dim))
            .Concat(rows.SelectMany(row => Row(row, widths)));

    private static IEnumerable<TextLine> Row(string[] cells, int[] widths)
    {
        var wrapped = widths.Select((width, column) => Wrapping.Wrap(TextLine.Of(cells.ElementAtOrDefault(column) ?? ""), width).ToArray()).ToArray();
        for (var line = 0; line < wrapped.Max(cell => cell.Length); line++)
        {
            var texts = wrapped.Select((cell, column) => Wrapping.Pad(cell.ElementAtOrDefault(line)?.Text ?? "", widths[column]));
            yield return TextLine.Of(string.Join("  ", texts).TrimEnd());
        }
    }

    private static IEnumerable<TextLine> AsList(string[] headings, string[][] rows, CardLook look) =>
        rows.SelectMany(row => headings
            .Select((heading, column) => $"{(column == 0 ? "- " : "  ")}{heading}: {row.ElementAtOrDefault(column) ?? ""}".TrimEnd())
            .SelectMany(text => Wrapping.Wrap(TextLine.Of(text), look.Width)));
}

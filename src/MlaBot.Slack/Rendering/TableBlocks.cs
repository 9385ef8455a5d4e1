using MlaBot.Chat.Cards;
using MlaBot.Slack.Wire;

namespace MlaBot.Slack.Rendering;

/// <summary>Tables: Slack's own, text with fixed width, or lists where neither would be readable.</summary>
internal static class TableBlocks
{
    // What a phone and a narrow window show without breaking the lines.
    private const int FixedWidth = 60;
    private const string Nothing = "–";

    /// <summary>Slack's own table; null when it holds more than Slack takes.</summary>
    public static TableBlock? Own(Table table)
    {
        var cells = Cells(table);
        var columns = cells.Max(row => row.Length);
        return columns is 0 or > SlackLimits.TableColumns || cells.Count > SlackLimits.TableRows || cells.Sum(row => row.Sum(cell => cell.Length + 14)) > SlackLimits.TableText
            ? null
            : new TableBlock([.. cells.Select(row => (IReadOnlyList<TableCell>)[.. row.Select(Cell)])])
            {
                AsText = AsText(table),
                ColumnSettings = [.. Enumerable.Repeat(new ColumnSetting("left", IsWrapped: true), columns)],
            };
    }

    /// <summary>A table as text.</summary>
    public static IReadOnlyList<Block> AsText(Table table)
    {
        var cells = Cells(table);
        var widths = Enumerable.Range(0, cells.Max(row => row.Length)).Select(column => cells.Max(row => row[column].Length)).ToArray();
        return widths.Length == 0 ? []
            : widths.Sum(width => width + 2) - 2 <= FixedWidth && !HasTimes(table) ? RichTextBlocks.FixedWidth(cells.Select(row => Padded(row, widths)))
            : RichTextBlocks.Of(Listed(cells));
    }

    /// <summary>A bold first cell for each row, then the other cells after their headings.</summary>
    private static IEnumerable<RichLine> Listed(IReadOnlyList<string[]> cells) => cells.Skip(1).SelectMany(row =>
        RichLine.Plain(Named(cells[0][0], row[0], " "), isBold: true).Concat(Enumerable.Range(1, row.Length - 1)
            .Where(column => row[column] != Nothing)
            .SelectMany(column => RichLine.Item(Named(cells[0][column], row[column], ": ")))));

    private static string Named(string heading, string cell, string between) =>
        string.Join(between, new[] { heading, cell }.Where(text => text != Nothing));

    private static string Padded(string[] row, int[] widths) => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd();

    private static TableCell Cell(string text) => CardTime.Read(text).Any(piece => piece.At is not null)
        ? new RichTextCell([new RichTextSection(RichLeaves.Plain(text, isBold: false))])
        : new RawTextCell(text);

    private static bool HasTimes(Table table) => table.Rows.SelectMany(row => row).SelectMany(CardTime.Read).Any(piece => piece.At is not null);

    /// <summary>The headings and rows, equally long; a cell is never empty, since Slack refuses that.</summary>
    private static List<string[]> Cells(Table table)
    {
        var columns = table.Rows.Select(row => row.Count).Append(table.Columns.Count).Max();
        return [.. table.Rows.Prepend(table.Columns).Select(row => Enumerable.Range(0, columns).Select(column => column < row.Count ? Text(row[column]) : Nothing).ToArray())];
    }

    private static string Text(string cell) => CleanText.Clean(cell).Trim() is { Length: > 0 } text ? text : Nothing;
}

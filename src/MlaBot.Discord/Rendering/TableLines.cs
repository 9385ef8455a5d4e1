using MlaBot.Chat.Cards;

namespace MlaBot.Discord.Rendering;

/// <summary>Tables as lists: Discord has no tables, and columns of spaces break on phones and in screen readers.</summary>
internal static class TableLines
{
    // Rows whose cells are all this short together stay on one list entry each.
    private const int ShortRow = 120;

    /// <summary>A bold first cell for each row, then the other cells after their headings.</summary>
    public static IEnumerable<string> Of(Table table)
    {
        var rows = table.Rows.Select(row => (Title: Join(" ", Cell(table.Columns, 0), Cell(row, 0)), Cells: Cells(table.Columns, row))).ToArray();
        return rows.All(row => row.Title.Length + row.Cells.Sum(cell => cell.Length) <= ShortRow)
            ? rows.Select(row => $"- {Join(" · ", [Bold(row.Title), .. row.Cells.Select(DiscordMarkdown.Plain)])}")
            : rows.SelectMany(row => Pieces(row.Title).Select(Bold).Concat(row.Cells.SelectMany(Pieces).Select(cell => $"- {DiscordMarkdown.Plain(cell)}")));
    }

    private static string[] Cells(IReadOnlyList<string> columns, IReadOnlyList<string> row) =>
    [
        .. Enumerable.Range(1, Math.Max(0, row.Count - 1))
            .Where(column => Cell(row, column).Length > 0)
            .Select(column => Join(": ", Cell(columns, column), Cell(row, column))),
    ];

    private static string Bold(string text) => text.Length == 0 ? "" : $"**{DiscordMarkdown.Plain(text)}**";

    private static IEnumerable<string> Pieces(string text) => text.Length == 0 ? [] : LongText.Pieces(text, CardLines.Piece);

    private static string Join(string between, params IEnumerable<string> texts) => string.Join(between, texts.Where(text => text.Length > 0));

    private static string Cell(IReadOnlyList<string> row, int column) => column < row.Count ? CleanText.Clean(row[column]).Trim() : "";
}

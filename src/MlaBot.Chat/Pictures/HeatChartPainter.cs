using System.Globalization;

namespace MlaBot.Chat.Pictures;

/// <summary>Draws a <see cref="HeatChart"/>: at most <see cref="Widest"/> pixels wide, no letter smaller than 14 pixels from top to bottom.</summary>
public static class HeatChartPainter
{
    /// <summary>The most pixels from left to right: what both platforms show without making it smaller on a screen.</summary>
    public const int Widest = 1200;

    private const int Margin = 24;
    private const int LabelWidth = 336;
    private const int WidestColumn = 136;
    private const int RowHeight = 56;
    private const int CellGap = 4;
    private const int HeadingLine = 18;
    private const int LegendHeight = 64;
    private const int LegendBlock = 30;
    private const int LegendGap = 26;

    private static readonly PictureText Title = new(20, IsBold: true);
    private static readonly PictureText Body = new(12);
    private static readonly PictureText Strong = new(12, IsBold: true);
    private static readonly PictureText Heading = new(11, IsBold: true);
    private static readonly PictureText Number = new(15, IsBold: true);
    private static readonly PictureText Small = new(10.5);

    private static readonly string[] LegendWords =
    [
        .. HeatStep.All.Select((step, index) => index == 0 ? $"{step.Word}: below {HeatStep.All[1].From} %"
            : index == HeatStep.All.Count - 1 ? $"{step.Word}: {step.From} % and more"
            : $"{step.Word}: {step.From}–{HeatStep.All[index + 1].From - 1} %"),
    ];

    /// <summary>The picture as a PNG file. The same chart gives the same pixels.</summary>
    public static byte[] Paint(HeatChart chart) => PngWriter.Write(Draw(chart));

    /// <summary>The picture's pixels.</summary>
    public static Canvas Draw(HeatChart chart)
    {
        var column = Math.Min(WidestColumn, (Widest - (2 * Margin) - LabelWidth) / chart.Columns.Count);
        var headings = chart.Columns.Select(heading => Heading.Lines(heading, column - 4, 3)).ToArray();
        var top = Margin + 68 + (headings.Max(lines => lines.Count) * HeadingLine) + 10;
        var width = Math.Min(Widest, (2 * Margin) + Math.Max(LabelWidth + (column * chart.Columns.Count), WidthOfWords(chart)));
        var canvas = new Canvas(width, top + (chart.Rows.Count * RowHeight) + LegendHeight + (chart.Notes.Count * 22) + Margin, Ink.White);
        Title.Write(canvas, Margin, Margin, chart.Title, Ink.Black);
        Body.Write(canvas, Margin, Margin + 36, chart.Subtitle, Ink.Grey);
        foreach (var (index, lines) in headings.Index())
        {
            var middle = Margin + LabelWidth + (column * index) + (column / 2.0);
            foreach (var (number, line) in lines.Index())
            {
                Heading.WriteCentred(canvas, middle, top - 10 - ((lines.Count - number) * HeadingLine) + 4, line, Ink.Black);
            }
        }

        foreach (var (index, row) in chart.Rows.Index())
        {
            Row(canvas, row, top + (index * RowHeight), column);
        }

        Legend(canvas, chart, top + (chart.Rows.Count * RowHeight) + 22);
        return canvas;
    }

    /// <summary>What stands above and below the table may be wider than a table of few columns.</summary>
    private static int WidthOfWords(HeatChart chart) => (int)Math.Ceiling(Math.Max(
        Math.Max(Title.Width(chart.Title), LegendWords.Sum(words => LegendBlock + Body.Width(words) + LegendGap) - LegendGap),
        chart.Notes.Append(chart.Subtitle).Max(Body.Width)));

    private static void Row(Canvas canvas, HeatChartRow row, int y, int column)
    {
        if (row.IsGroup)
        {
            canvas.Fill(Margin, y - 1, canvas.Width - (2 * Margin), 1, Ink.Line);
        }

        var text = row.IsGroup ? Strong : Body;
        var indent = row.IsGroup ? 0 : 14;
        var lines = text.Lines(row.Label, LabelWidth - indent - 16, 2);
        foreach (var (number, line) in lines.Index())
        {
            text.Write(canvas, Margin + indent, y + (RowHeight / 2.0) - (lines.Count * 9.5) + (number * 19) + 3, line, Ink.Black);
        }

        foreach (var (index, cell) in row.Cells.Index())
        {
            Cell(canvas, cell, Margin + LabelWidth + (column * index) + (CellGap / 2), y + (CellGap / 2), column - CellGap, RowHeight - CellGap);
        }
    }

    private static void Cell(Canvas canvas, HeatChartCell? cell, int x, int y, int width, int height)
    {
        if (cell is null)
        {
            canvas.FillRound(x, y, width, height, 6, new Ink(243, 244, 246));
            Body.WriteCentred(canvas, x + (width / 2.0), y + (height / 2.0) - 8, "–", Ink.Grey);
            return;
        }

        var step = HeatStep.Of(cell.Percent);
        Block(canvas, step, x, y, width, height);
        var ink = step.Ink.OnTop();
        Number.WriteCentred(canvas, x + (width / 2.0), y + 7, string.Create(CultureInfo.InvariantCulture, $"{cell.Percent} %"), ink);
        Small.WriteCentred(canvas, x + (width / 2.0), y + 31, string.Create(CultureInfo.InvariantCulture, $"{step.Word} · {cell.Count}"), ink);
    }

    // The lightest step would fade into the ground without an edge.
    private static void Block(Canvas canvas, HeatStep step, int x, int y, int width, int height)
    {
        canvas.FillRound(x, y, width, height, 6, HeatStep.All[1].Ink);
        if (step.Ink.Luminance() > 0.5)
        {
            canvas.FillRound(x + 1, y + 1, width - 2, height - 2, 5, step.Ink);
        }
        else
        {
            canvas.FillRound(x, y, width, height, 6, step.Ink);
        }
    }

    private static void Legend(Canvas canvas, HeatChart chart, int y)
    {
        var x = (double)Margin;
        foreach (var (index, step) in HeatStep.All.Index())
        {
            Block(canvas, step, (int)x, y, 22, 22);
            Body.Write(canvas, x + LegendBlock, y + 5, LegendWords[index], Ink.Black);
            x += LegendBlock + Body.Width(LegendWords[index]) + LegendGap;
        }

        foreach (var (index, line) in chart.Notes.Index())
        {
            Body.Write(canvas, Margin, y + 42 + (index * 22), line, Ink.Grey);
        }
    }
}

using System.Text;
using System.Text.RegularExpressions;
using Spectre.Console.Rendering;

namespace MlaBot.LocalChat.Rendering;

/// <summary>Breaks lines at spaces so that they fit a width; the rest of a list item hangs below its text.</summary>
internal static partial class Wrapping
{
    /// <summary>A width that no line reaches: nothing is broken.</summary>
    public const int Endless = 1_000_000;

    /// <summary>The columns that a text takes on a terminal; wide characters take two.</summary>
    public static int Width(string text) => Ascii.IsValid(text) ? text.Length : new Segment(text).CellCount();

    /// <summary>A text filled up with spaces to a width.</summary>
    public static string Pad(string text, int width) => text + new string(' ', Math.Max(0, width - Width(text)));

    /// <summary>Breaks a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="width">The columns of each line. At least 1; a word that is longer is cut into pieces.</param>
    public static IEnumerable<TextLine> Wrap(TextLine line, int width)
    {
        if (width >= Endless || Width(line.Text) <= width)
        {
            return [line];
        }

        var hang = Hang().Match(line.Text).Length;
        return Fill(Cells(line), width, hang < width / 2 ? hang : 0);
    }

    private static List<Cell> Cells(TextLine line) =>
    [
        .. line.Spans.SelectMany(span => span.Text.EnumerateRunes().Select(rune => new Cell(rune.ToString(), span.Style, Width(rune.ToString())))),
    ];

    private static IEnumerable<TextLine> Fill(List<Cell> cells, int width, int hang)
    {
        var from = 0;
        while (from < cells.Count)
        {
            var indent = from == 0 ? 0 : hang;
            var (end, next) = NextBreak(cells, from, width - indent);
            yield return Join(cells.GetRange(from, end - from), indent);
            from = next;
        }
    }

    /// <summary>Where a line that begins at a cell ends, and where the next one begins.</summary>
    private static (int End, int Next) NextBreak(List<Cell> cells, int from, int width)
    {
        int used = 0, end = from, space = -1;
        while (end < cells.Count && used + cells[end].Width <= width)
        {
            used += cells[end].Width;
            space = cells[end].IsSpace && end > from ? end : space;
            end++;
        }

        if (end == cells.Count)
        {
            return (end, end);
        }

        if (cells[end].IsSpace)
        {
            space = end;
        }

        // A word without a space, or a character wider than the line, is cut where it reaches the edge.
        return space > from ? (space, AfterSpaces(cells, space)) : (Math.Max(end, from + 1), Math.Max(end, from + 1));
    }

    private static int AfterSpaces(List<Cell> cells, int index)
    {
        while (index < cells.Count && cells[index].IsSpace)
        {
            index++;
        }

        return index;
    }

    private static TextLine Join(List<Cell> cells, int indent)
    {
        var spans = new List<TextSpan>();
        if (indent > 0)
        {
            spans.Add(new TextSpan(new string(' ', indent)));
        }

        for (var from = 0; from < cells.Count;)
        {
            var run = cells.Skip(from).TakeWhile(cell => cell.Style == cells[from].Style).ToArray();
            spans.Add(new TextSpan(string.Concat(run.Select(cell => cell.Text)), run[0].Style));
            from += run.Length;
        }

        return new TextLine(spans);
    }

    // Leading spaces, then perhaps "- ", "1. ", "A · " or "✓ 1. A · ".
    [GeneratedRegex(@"^ *(?:[-*•] |[A-Z\d]{1,2}[.)] |(?:[✓✗] )?(?:\d{1,2}\. )?\d?[A-Z] · )?", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hang();

    private readonly record struct Cell(string Text, SpanStyle Style, int Width)
    {
        public bool IsSpace => Text == " ";
    }
}

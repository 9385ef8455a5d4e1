using System.Globalization;
using NodaTime.Text;

namespace MlaBot.Lint.Reviews;

/// <summary>Reads <c>exams/*/reviews.tsv</c>: a header line, then a row for each item that a second reader has read.</summary>
internal static class ReviewReader
{
    /// <summary>The first line of a file.</summary>
    public const string Header = "item\tversion\tchecked\tblind\tfacts\tlooked up";

    private static readonly string[] Blind = ["agreed", "rewritten"];
    private static readonly string[] Facts = ["confirmed", "corrected"];

    /// <summary>Reads the lines of a file.</summary>
    /// <param name="pack">The folder of its pack, such as <c>exams/mla-c01</c>.</param>
    /// <param name="lines">All lines.</param>
    /// <returns>The rows, and what is wrong with the file as a whole.</returns>
    public static (IReadOnlyList<ReviewRow> Rows, IReadOnlyList<string> Faults) Read(string pack, IReadOnlyList<string> lines)
    {
        var file = $"{pack}/reviews.tsv";
        var rows = lines.Select((line, index) => (line, number: index + 1)).Skip(1).Where(pair => pair.line.Trim().Length > 0)
            .Select(pair => Row(pack, $"{file}({pair.number})", pair.line.Split('\t')))
            .ToArray();
        return (rows, lines.Count > 0 && lines[0] == Header ? [] : [$"{file}(1): the first line must name the columns: {Header.Replace('\t', ' ')}, with tabs between them"]);
    }

    private static ReviewRow Row(string pack, string source, string[] cells)
    {
        if (cells.Length != Header.Split('\t').Length)
        {
            return new ReviewRow(pack, cells[0].Trim(), null, source, [$"{cells.Length} columns where {Header.Split('\t').Length} are expected"]);
        }

        var faults = new List<string>();
        var isNumber = int.TryParse(cells[1], NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0;
        Check(isNumber, $"version \"{cells[1]}\" is not a whole number above 0");
        Check(LocalDatePattern.Iso.Parse(cells[2]).Success, $"checked \"{cells[2]}\" is not a date such as 2026-11-21");
        Check(Blind.Contains(cells[3], StringComparer.Ordinal), $"blind \"{cells[3]}\" is not one of {string.Join(", ", Blind)}");
        Check(Facts.Contains(cells[4], StringComparer.Ordinal), $"facts \"{cells[4]}\" is not one of {string.Join(", ", Facts)}");
        Check(cells[5].Trim().Length > 0, "nothing stands under looked up");
        return new ReviewRow(pack, cells[0].Trim(), isNumber ? version : null, source, faults);

        void Check(bool isGood, string sentence)
        {
            if (!isGood)
            {
                faults.Add(sentence);
            }
        }
    }
}

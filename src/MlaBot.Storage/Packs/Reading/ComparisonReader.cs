using MlaBot.Core.Exams;
using MlaBot.Core.Services;
using MlaBot.Storage.Packs.Joining;

namespace MlaBot.Storage.Packs.Reading;

/// <summary>Reads <c>comparisons.yaml</c>: services that learners confuse, side by side.</summary>
internal static class ComparisonReader
{
    private const int LeastRows = 2;
    private const int MostRows = 5;

    /// <summary>Reads the file.</summary>
    public static void Read(string yaml, PackFile file)
    {
        foreach (var fields in ListFiles.Read(yaml, file, "comparison", "left"))
        {
            file.Comparisons.Add(ReadComparison(fields, file));
            fields.Close();
        }
    }

    private static Comparison ReadComparison(Fields fields, PackFile file)
    {
        var (left, right) = ReadPair(fields, file);
        return new Comparison
        {
            Left = left,
            Right = right,
            Difference = fields.Text("difference"),
            Rows = [.. fields.Maps("rows", LeastRows, MostRows).Select(map => ReadRow(new Fields(map, $"{fields.Subject}, rows", file.Faults)))],
            Clue = ReadClue(new Fields(fields.Map("clues"), $"{fields.Subject}, clues", file.Faults)),
            Trap = fields.Text("trap"),
            Sources = [.. fields.Texts("sources", 1).Select(source => source.Text)],
            AsOf = fields.Date("as_of"),
            Blueprint = [.. file
                .Refer(PackKind.BlueprintPoint, fields.Texts("blueprint", 1), fields.Subject)
                .Select(point => new BlueprintId(point))],
        };
    }

    private static (string Left, string Right) ReadPair(Fields fields, PackFile file)
    {
        var (left, right) = (ReadSide(fields, "left", file), ReadSide(fields, "right", file));
        if (left.Length > 0 && string.Equals(left, right, StringComparison.Ordinal))
        {
            fields.Faults.Add(fields.LineOf("right"), $"{fields.Subject}: left and right are the same service");
        }
        else if (left.Length > 0 && right.Length > 0)
        {
            // Whoever asks may name the two in either order, so either order is the same pair.
            var (first, second) = string.CompareOrdinal(left, right) < 0 ? (left, right) : (right, left);
            file.Define(PackKind.Comparison, $"{first} or {second}", fields.LineOf("left"));
        }

        return (left, right);
    }

    private static string ReadSide(Fields fields, string key, PackFile file)
    {
        var slug = fields.Text(key);
        if (slug.Length > 0)
        {
            file.References.Add(new PackMention(PackKind.Service, slug, fields.LineOf(key), $"{fields.Subject}, {key}"));
        }

        return slug;
    }

    private static ComparisonRow ReadRow(Fields fields)
    {
        var row = new ComparisonRow(fields.Text("aspect"), fields.Text("left"), fields.Text("right"));
        fields.Close();
        return row;
    }

    private static ComparisonRow ReadClue(Fields fields)
    {
        var clue = new ComparisonRow("Clue in a question", fields.Text("left"), fields.Text("right"));
        fields.Close();
        return clue;
    }
}

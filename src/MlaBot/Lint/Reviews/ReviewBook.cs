using MlaBot.Core.Questions;

namespace MlaBot.Lint.Reviews;

/// <summary>The records of second readers, by pack and item.</summary>
/// <param name="rows">All rows.</param>
/// <param name="faults">What is wrong with whole files.</param>
internal sealed class ReviewBook(IReadOnlyList<ReviewRow> rows, IReadOnlyList<string> faults)
{
    private readonly ILookup<(string, string), ReviewRow> _byItem = rows.ToLookup(row => (row.Pack, row.Item));

    /// <summary>All rows in the order of files and lines.</summary>
    public IReadOnlyList<ReviewRow> Rows { get; } = rows;

    /// <summary>What is wrong with whole files, in sentences.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;

    /// <summary>Reads <c>exams/*/reviews.tsv</c> of a content folder; a pack without the file has no records.</summary>
    public static ReviewBook Read(string folder)
    {
        var read = Directory.EnumerateFiles(Path.Combine(folder, "exams"), "reviews.tsv", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .Select(file => ReviewReader.Read(file[..file.LastIndexOf('/')], File.ReadAllLines(Path.Combine(folder, file))))
            .ToArray();
        return new ReviewBook([.. read.SelectMany(file => file.Rows)], [.. read.SelectMany(file => file.Faults)]);
    }

    /// <summary>The record of an item in the file of its own pack; null when nobody has read it.</summary>
    public ReviewRow? Of(Item item) => _byItem[(PackOf(item), item.Id.Value)].FirstOrDefault();

    /// <summary>True for the second and further rows about one item.</summary>
    public bool IsRepeated(ReviewRow row) => _byItem[(row.Pack, row.Item)].First() != row;

    /// <summary>The folder of the pack in which an item stands, such as <c>exams/mla-c01</c>.</summary>
    public static string PackOf(Item item) => string.Join('/', item.Source.Split('/').Take(2));
}

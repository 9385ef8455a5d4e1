using MlaBot.Core.Exams;

namespace MlaBot.Coverage;

/// <summary>What the content of an exam covers, and what it does not yet.</summary>
/// <param name="Exam">The exam.</param>
/// <param name="Points">A row for each blueprint point.</param>
/// <param name="Services">A row for each service that the exam asks for or items are about.</param>
/// <param name="Topics">A row for each topic that learners expect material on.</param>
/// <param name="Catalogue">What the whole catalogue of services holds, whatever the exam.</param>
internal sealed record CoverageReport(
    Exam Exam, IReadOnlyList<PointRow> Points, IReadOnlyList<ServiceRow> Services, IReadOnlyList<TopicRow> Topics, CatalogueCount Catalogue)
{
    /// <summary>What has less than its minimum, a sentence each; empty when the content is complete.</summary>
    public IEnumerable<string> Missing => Points.Select(row => row.Missing).Concat(Services.Select(row => row.Missing)).Concat(Topics.Select(row => row.Missing))
        .Where(sentence => sentence.Length > 0)
        .Concat(Catalogue.Missing);
}

/// <summary>What the catalogue of services holds.</summary>
/// <param name="Services">Entries.</param>
/// <param name="Limits">Limits, over all entries.</param>
/// <param name="WithLimits">Entries that give limits.</param>
/// <param name="Comparisons">Written comparisons.</param>
internal sealed record CatalogueCount(int Services, int Limits, int WithLimits, int Comparisons)
{
    /// <summary>The fewest written comparisons.</summary>
    public const int LeastComparisons = 40;

    /// <summary>The fewest limits.</summary>
    public const int LeastLimits = 60;

    /// <summary>What is missing, a sentence each.</summary>
    public IEnumerable<string> Missing
    {
        get
        {
            if (Comparisons < LeastComparisons)
            {
                yield return $"the catalogue has {Comparisons} of {LeastComparisons} comparisons";
            }

            if (Limits < LeastLimits)
            {
                yield return $"the catalogue has {Limits} of {LeastLimits} limits";
            }
        }
    }
}

/// <summary>How a blueprint point is covered.</summary>
/// <param name="Point">The point.</param>
/// <param name="Items">Items that test it.</param>
/// <param name="Notes">Notes that serve it.</param>
internal sealed record PointRow(BlueprintPoint Point, int Items, int Notes)
{
    /// <summary>The fewest items.</summary>
    public const int LeastItems = 3;

    /// <summary>The fewest notes.</summary>
    public const int LeastNotes = 1;

    /// <summary>What is missing; empty for nothing.</summary>
    public string Missing => (Items < LeastItems, Notes < LeastNotes) switch
    {
        (true, true) => $"{Point.Id} has {Items} of {LeastItems} items and no note",
        (true, false) => $"{Point.Id} has {Items} of {LeastItems} items",
        (false, true) => $"{Point.Id} has no note",
        _ => "",
    };
}

/// <summary>How a service is covered.</summary>
/// <param name="Slug">Its slug.</param>
/// <param name="Name">Its name.</param>
/// <param name="Items">Items about it.</param>
/// <param name="Least">The fewest; 0 when the exam does not ask for it.</param>
/// <param name="Limits">Limits that its entry gives.</param>
/// <param name="Comparisons">Written comparisons of it with a neighbour.</param>
internal sealed record ServiceRow(string Slug, string Name, int Items, int Least, int Limits, int Comparisons)
{
    /// <summary>What is missing; empty for nothing.</summary>
    public string Missing => Items < Least ? $"{Slug} has {Items} of {Least} items" : "";
}

/// <summary>How a topic is covered.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Group">What kind of material treats it.</param>
/// <param name="Title">Its title.</param>
/// <param name="Items">Items on its blueprint points.</param>
/// <param name="Notes">Notes that name it or serve one of its points.</param>
/// <param name="Steps">Steps of a lab that name it.</param>
/// <param name="Missing">What is missing; empty for nothing.</param>
internal sealed record TopicRow(string Id, string Group, string Title, int Items, int Notes, int Steps, string Missing);

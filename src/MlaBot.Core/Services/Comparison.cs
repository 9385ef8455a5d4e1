using MlaBot.Core.Exams;
using NodaTime;

namespace MlaBot.Core.Services;

/// <summary>A written comparison of two services that learners confuse.</summary>
public sealed record Comparison
{
    /// <summary>The slug of one.</summary>
    public required string Left { get; init; }

    /// <summary>The slug of the other.</summary>
    public required string Right { get; init; }

    /// <summary>What sets them apart, in one sentence.</summary>
    public required string Difference { get; init; }

    /// <summary>Two to five aspects, such as latency, with what each of the two does.</summary>
    public required IReadOnlyList<ComparisonRow> Rows { get; init; }

    /// <summary>The words in a question that point to each.</summary>
    public required ComparisonRow Clue { get; init; }

    /// <summary>What learners get wrong between the two.</summary>
    public required string Trap { get; init; }

    /// <summary>The official pages that it rests on, each as <c>Guide: Page</c>.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>When those were read.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>The blueprint points that it serves.</summary>
    public required IReadOnlyList<BlueprintId> Blueprint { get; init; }

    /// <summary>The same comparison with the sides exchanged.</summary>
    public Comparison Turned => this with { Left = Right, Right = Left, Rows = [.. Rows.Select(row => row.Turned)], Clue = Clue.Turned };

    /// <summary>The slug on the other side of one of its two.</summary>
    public string Other(string slug) => string.Equals(slug, Left, StringComparison.Ordinal) ? Right : Left;
}

/// <summary>One aspect of two services.</summary>
/// <param name="Aspect">What is compared, in a word or two.</param>
/// <param name="Left">What holds for the left one.</param>
/// <param name="Right">What holds for the right one.</param>
public sealed record ComparisonRow(string Aspect, string Left, string Right)
{
    /// <summary>The same aspect with the sides exchanged.</summary>
    public ComparisonRow Turned => new(Aspect, Right, Left);
}

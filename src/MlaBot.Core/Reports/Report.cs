using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Questions;
using NodaTime;

namespace MlaBot.Core.Reports;

/// <summary>A report's number, by which admins close it.</summary>
/// <param name="Value">Counts up from 1 over all groups.</param>
public readonly record struct ReportId(long Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>What is wrong with a question. Stored as a number: add at the end, never renumber.</summary>
public enum ReportReason
{
    /// <summary>The key is wrong.</summary>
    Key = 0,

    /// <summary>More than one answer can be defended, or the question is unclear.</summary>
    Ambiguous = 1,

    /// <summary>The facts have changed.</summary>
    Outdated = 2,

    /// <summary>A slip in spelling or layout.</summary>
    Typo = 3,

    /// <summary>The explanation is unclear or wrong.</summary>
    Explanation = 4,

    /// <summary>Something else; the text says what.</summary>
    Other = 5,
}

/// <summary>A member's report on a question, as it was shown.</summary>
public sealed record Report
{
    /// <summary>The number; 0 before it was saved.</summary>
    public required ReportId Id { get; init; }

    /// <summary>The post in which the member saw the question.</summary>
    public required PostId Post { get; init; }

    /// <summary>The number of that post, <see cref="DailyPost.Number"/>.</summary>
    public required int Number { get; init; }

    /// <summary>The item.</summary>
    public required ItemId Item { get; init; }

    /// <summary>The item's version as shown.</summary>
    public required int ItemVersion { get; init; }

    /// <summary>Who reported. For the group's admins only.</summary>
    public required LearnerKey By { get; init; }

    /// <summary>The name of who reported.</summary>
    public required string ByName { get; init; }

    /// <summary>What is wrong.</summary>
    public required ReportReason Reason { get; init; }

    /// <summary>The member's words; may be empty. At most <see cref="ReportRules.LongestText"/> characters.</summary>
    public required string Text { get; init; }

    /// <summary>When it was made, or last replaced.</summary>
    public required Instant At { get; init; }

    /// <summary>When an admin closed it; null while it is open.</summary>
    public Instant? ClosedAt { get; init; }

    /// <summary>The name of the admin who closed it; empty while it is open.</summary>
    public string ClosedBy { get; init; } = "";

    /// <summary>What the admin noted; may be empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>True until an admin closes it.</summary>
    public bool IsOpen => ClosedAt is null;
}

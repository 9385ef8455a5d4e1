using MlaBot.Core.Reports;

namespace MlaBot.Chat.Reports;

/// <summary>Names and words of the reasons of a report.</summary>
internal static class ReportWords
{
    private static readonly (ReportReason Reason, string Name, string Words)[] All =
    [
        (ReportReason.Key, "key", "The key is wrong"),
        (ReportReason.Ambiguous, "ambiguous", "It is ambiguous"),
        (ReportReason.Outdated, "outdated", "It is outdated"),
        (ReportReason.Typo, "typo", "There is a typo"),
        (ReportReason.Explanation, "explanation", "The explanation is unclear"),
        (ReportReason.Other, "other", "Something else"),
    ];

    /// <summary>The names, as they are typed.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(each => each.Name)];

    /// <summary>Names with their words, for a menu.</summary>
    public static IEnumerable<(string Name, string Words)> Choices => All.Select(each => (each.Name, each.Words));

    /// <summary>The reason of a name; null when there is none.</summary>
    public static ReportReason? Find(string name) =>
        All.Where(each => string.Equals(each.Name, name, StringComparison.OrdinalIgnoreCase)).Select(each => (ReportReason?)each.Reason).FirstOrDefault();

    /// <summary>A reason in words.</summary>
    public static string Of(ReportReason reason) => All.First(each => each.Reason == reason).Words;
}

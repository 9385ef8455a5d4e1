using System.Globalization;
using MlaBot.Core.Boards;
using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Chat.Boards;

/// <summary>Words about periods, points and milestones.</summary>
internal static class BoardWords
{
    /// <summary>The rule of points in a line.</summary>
    public static string Rule { get; } =
        $"{BoardRules.RightPoints} points for a right first answer, {BoardRules.TriedPoints} for taking part (wrong, or \"I don't know\"). Only questions that were due count, and only before their reveal; practice gives nothing.";

    /// <summary>The kinds as they are typed.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["week", "month", "season", "all"];

    public static BoardKind Kind(string typed) => typed.ToLowerInvariant() switch
    {
        "month" => BoardKind.Month,
        "season" => BoardKind.Season,
        "all" => BoardKind.All,
        _ => BoardKind.Week,
    };

    /// <summary>A period as a title: <c>Week 2026-03-02 to 2026-03-08</c>, <c>March 2026</c>, <c>Season January to March 2026</c>.</summary>
    public static string Title(BoardPeriod period) => period.Kind switch
    {
        BoardKind.Week => $"Week {Days.Iso(period.Start)} to {Days.Iso(period.End.PlusDays(-1))}",
        BoardKind.Month => $"{Month(period.Start)} {period.Start.Year}",
        BoardKind.Season => $"Season {Month(period.Start)} to {Month(period.End.PlusDays(-1))} {period.Start.Year}",
        _ => "All time",
    };

    public static string People(int count) => count == 1 ? "1 person" : $"{count} people";

    public static string Questions(int count) => count == 1 ? "1 question" : $"{count} questions";

    public static string Points(int count) => count == 1 ? "1 point" : $"{count} points";

    public static string Right(int answered, int right) =>
        $"{right} of {answered} ({Math.Round(100.0 * right / answered, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture)} %)";

    public static string GroupStreak(GroupStreak streak) =>
        streak.Current == 0 ? $"Group streak: none is running{(streak.Longest > 0 ? $"; the longest was {streak.Longest}" : "")}."
        : $"Group streak: {(streak.Current == 1 ? "1 day" : $"{streak.Current} days")} on which enough of you took part{(streak.Longest > streak.Current ? $"; the longest was {streak.Longest}" : "")}.";

    /// <summary>The own period before, after "their own": <c>week before</c>.</summary>
    public static string Before(BoardPeriod period) => $"{period.Kind.ToString().ToLowerInvariant()} before";

    /// <summary>What somebody reached, after "reached": <c>25 questions answered</c>.</summary>
    public static string Milestone(Milestone milestone) => milestone.Kind switch
    {
        MilestoneKind.Answers => $"{milestone.Value} questions answered",
        MilestoneKind.Streak => $"{milestone.Value} days in a row",
        _ => "a first full week",
    };

    private static string Month(LocalDate date) => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(date.Month);
}

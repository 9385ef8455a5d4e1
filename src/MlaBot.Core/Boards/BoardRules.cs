using NodaTime;

namespace MlaBot.Core.Boards;

/// <summary>The numbers of boards, group streaks and milestones.</summary>
/// <remarks>Only due questions count, and each once: a first answer that came before the reveal. Practice, rounds and questions that were taken
/// back give nothing, so nothing can be farmed. Sources: product rows 42, 43, 75 to 78 and section 4.2.</remarks>
public static class BoardRules
{
    /// <summary>Points for a first answer that is right.</summary>
    public const int RightPoints = 10;

    /// <summary>Points for taking part: a first answer that is wrong, or "I don't know".</summary>
    public const int TriedPoints = 2;

    /// <summary>The fewest participants of a board with ranks.</summary>
    public const int FewestForRanks = 3;

    /// <summary>The last rank that is shown to everybody.</summary>
    public const int TopRanks = 10;

    /// <summary>The most lines at the top, when ranks are shared.</summary>
    public const int MostTopLines = 15;

    /// <summary>Lines above and below the own one.</summary>
    public const int Neighbours = 3;

    /// <summary>How many people are named as most improved.</summary>
    public const int MostImproved = 3;

    /// <summary>The weight of the group's mean in a person's share right, in answers.</summary>
    public const int ImprovementPrior = 10;

    /// <summary>The fewest ranked people for a percentile; with fewer it would name a person.</summary>
    public const int FewestForPercentile = 5;

    /// <summary>Who answered in the last so many days, the day itself included, is an active member.</summary>
    public const int ActiveDays = 14;

    /// <summary>The fewest people who can keep a group streak.</summary>
    public const int FewestForGroupDay = 2;

    /// <summary>Later than this after the end of a board its closing message is not news any more and is left out.</summary>
    public static Duration LatestClosing { get; } = Duration.FromDays(9);

    /// <summary>The shortest time between two messages about milestones in a channel.</summary>
    /// <remarks>Most of a group reach their third day in a row on one day. The first is told at once, the others together.</remarks>
    public static Duration MilestonePause { get; } = Duration.FromHours(1);

    /// <summary>Points of a record.</summary>
    /// <param name="answered">First answers to due questions. Not negative.</param>
    /// <param name="right">How many of them were right; at most <paramref name="answered"/>.</param>
    public static int Points(int answered, int right) => (RightPoints * right) + (TriedPoints * (answered - right));

    /// <summary>The fewest answers with which a person is ranked.</summary>
    public static int MinimumSample(BoardKind kind) => kind switch { BoardKind.Day => 1, BoardKind.Week => 3, BoardKind.Month => 8, _ => 20 };
}

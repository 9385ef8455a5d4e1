namespace MlaBot.Core.Streaks;

/// <summary>The numbers of the streak contract.</summary>
/// <remarks>Source: product contract 4.3.</remarks>
public static class StreakRules
{
    /// <summary>Freezes that everyone starts with.</summary>
    public const int FirstFreezes = 2;

    /// <summary>The most freezes that can be held.</summary>
    public const int MostFreezes = 3;

    /// <summary>Qualified days that earn one freeze.</summary>
    public const int DaysPerFreeze = 7;

    /// <summary>The longest vacation, in days.</summary>
    public const int LongestVacation = 30;

    /// <summary>How many days after its start a vacation may still be declared.</summary>
    public const int VacationLateDays = 2;

    /// <summary>The fewest days with an answer in a full week.</summary>
    public const int FullWeekDays = 5;

    /// <summary>Lengths of a row that may be shown in public.</summary>
    public static IReadOnlyList<int> Milestones { get; } = [3, 7, 14, 30, 60, 90];
}

using NodaTime;

namespace MlaBot.Core.HeatMap;

/// <summary>The numbers of the group's heat map.</summary>
public static class HeatRules
{
    /// <summary>The fewest people of a cell that is shown.</summary>
    /// <remarks>Product row 81: of two people each could work out the other.</remarks>
    public const int People = 3;

    /// <summary>The fewest answers of a cell that is shown.</summary>
    /// <remarks>Product row 81.</remarks>
    public const int Answers = 5;

    /// <summary>How many answers at the mean each share is mixed with, so that a few lucky ones make no hot cell.</summary>
    /// <remarks>The mean of a beta-binomial with the prior Beta(8 m, 8 (1 - m)), where m is the mean of all that is shown. With 8 answers the
    /// 95 % range of a share is still 22 to 78 % (product section 4.7), so up to there the group as a whole tells more than the cell does.</remarks>
    public const int Prior = 8;

    /// <summary>How far back answers count.</summary>
    public static Duration Window { get; } = Duration.FromDays(90);
}

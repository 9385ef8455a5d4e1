namespace MlaBot.Core.Marathons;

/// <summary>The numbers of a challenge over several days. Points are those of boards.</summary>
public static class MarathonRules
{
    /// <summary>The fewest dates.</summary>
    public const int FewestDays = 2;

    /// <summary>The most dates.</summary>
    public const int MostDays = 31;

    /// <summary>The most characters of a title, as people count them.</summary>
    public const int LongestTitle = 60;

    /// <summary>How many days ahead one may be planned.</summary>
    public const int FurthestAhead = 60;

    /// <summary>Ranks in the standing of a day.</summary>
    public const int StandingRanks = 5;

    /// <summary>The most lines in the standing of a day, when ranks are shared.</summary>
    public const int MostStandingLines = 8;

    /// <summary>The fewest answers in the challenge, and in as many days before, with which somebody is named as most improved.</summary>
    public const int ImprovementSample = 3;

    /// <summary>The fewest answers with which a person is ranked: one for every three days with questions.</summary>
    /// <param name="asked">Dates with a revealed question so far: days that an outage took ask nothing of anybody. Not negative.</param>
    /// <returns>At least 1.</returns>
    public static int MinimumSample(int asked) => Math.Max(1, (asked + 2) / 3);
}

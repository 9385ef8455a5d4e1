namespace MlaBot.Core.Boards;

/// <summary>Somebody who got better against the own period before.</summary>
/// <param name="Member">Who.</param>
/// <param name="Before">The record of the period before.</param>
/// <param name="Now">The record of this one.</param>
/// <param name="Gain">By how much the shrunk share right grew: above 0, at most 1.</param>
public readonly record struct Improvement(MemberId Member, BoardTotal Before, BoardTotal Now, double Gain)
{
    /// <summary>The people who improved most, best first; equal gains in the order of members.</summary>
    /// <param name="now">The totals of a period.</param>
    /// <param name="before">Those of the period before.</param>
    /// <param name="kind">The kind of both.</param>
    /// <returns>At most <see cref="BoardRules.MostImproved"/> people who are seen and have the minimum sample in both periods; none where the
    /// board has too few participants for ranks.</returns>
    /// <remarks>A share right is shrunk towards the group's mean of its period by <see cref="BoardRules.ImprovementPrior"/> answers, so that
    /// three lucky answers do not beat a steady rise. Source: product section 4.7.</remarks>
    public static IReadOnlyList<Improvement> Most(IReadOnlyCollection<BoardTotal> now, IReadOnlyCollection<BoardTotal> before, BoardKind kind)
    {
        BoardTotal[] seen = [.. now.Where(total => !total.IsHidden)];
        BoardTotal[] seenBefore = [.. before.Where(total => !total.IsHidden)];
        if (kind == BoardKind.All || seen.Length < BoardRules.FewestForRanks || seenBefore.Length == 0)
        {
            return [];
        }

        var (mean, meanBefore) = (Mean(seen), Mean(seenBefore));
        var earlier = seenBefore.Where(IsEnough).ToDictionary(total => total.Member);
        return
        [
            .. seen.Where(total => IsEnough(total) && earlier.ContainsKey(total.Member))
                .Select(total => new Improvement(total.Member, earlier[total.Member], total, Shrunk(total, mean) - Shrunk(earlier[total.Member], meanBefore)))
                .Where(improvement => improvement.Gain > 0 && IsRise(improvement))
                .OrderByDescending(improvement => improvement.Gain).ThenBy(improvement => improvement.Member.Value)
                .Take(BoardRules.MostImproved),
        ];

        bool IsEnough(BoardTotal total) => total.Answered >= BoardRules.MinimumSample(kind);
    }

    /// <summary>A person's share right, drawn towards a mean.</summary>
    /// <returns>A share from 0 to 1, between the person's own and the mean.</returns>
    public static double Shrunk(BoardTotal total, double mean) =>
        (total.Right + (BoardRules.ImprovementPrior * mean)) / (total.Answered + BoardRules.ImprovementPrior);

    // A group whose mean rises would lift everybody; who is named must have risen on the own account.
    private static bool IsRise(Improvement improvement) =>
        (long)improvement.Now.Right * improvement.Before.Answered > (long)improvement.Before.Right * improvement.Now.Answered;

    private static double Mean(BoardTotal[] totals) => (double)totals.Sum(total => total.Right) / totals.Sum(total => total.Answered);
}

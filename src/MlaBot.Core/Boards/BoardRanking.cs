namespace MlaBot.Core.Boards;

/// <summary>Ranks people by points, then by share right. No clock, no store.</summary>
public static class BoardRanking
{
    /// <summary>Ranks a period's totals.</summary>
    /// <param name="totals">Everybody who answered; in any order.</param>
    /// <param name="kind">The kind of period, for the minimum sample.</param>
    /// <returns>Ranked people first, best first; then the others who may be seen; hidden ones are left out. Without enough participants nobody
    /// is ranked.</returns>
    public static IReadOnlyList<Standing> Rank(IEnumerable<BoardTotal> totals, BoardKind kind) => Rank(totals, BoardRules.MinimumSample(kind));

    /// <summary>Ranks totals with a minimum sample.</summary>
    /// <param name="totals">Everybody who answered; in any order.</param>
    /// <param name="minimum">The fewest answers with which a person is ranked. At least 1.</param>
    /// <inheritdoc cref="Rank(IEnumerable{BoardTotal}, BoardKind)" path="/returns"/>
    public static IReadOnlyList<Standing> Rank(IEnumerable<BoardTotal> totals, int minimum)
    {
        BoardTotal[] seen = [.. totals.Where(total => !total.IsHidden)];
        Array.Sort(seen, Compare);
        if (seen.Length < BoardRules.FewestForRanks)
        {
            return [.. seen.Select(total => new Standing(total, null))];
        }

        var ranked = new List<Standing>(seen.Length);
        var others = new List<Standing>();
        foreach (var total in seen)
        {
            if (total.Answered < minimum)
            {
                others.Add(new Standing(total, null));
                continue;
            }

            var isTie = ranked.Count > 0 && ranked[^1].Total is var above && Merit(above, total) == 0;
            ranked.Add(new Standing(total, isTie ? ranked[^1].Rank : ranked.Count + 1));
        }

        ranked.AddRange(others);
        return ranked;
    }

    /// <summary>Who is ahead: below zero when the first one is, zero when they share a rank.</summary>
    public static int Merit(BoardTotal left, BoardTotal right) => Merit((left.Points, left.Right, left.Answered), (right.Points, right.Right, right.Answered));

    /// <inheritdoc cref="Merit(BoardTotal, BoardTotal)"/>
    internal static int Merit((int Points, int Right, int Answered) left, (int Points, int Right, int Answered) right)
    {
        var byPoints = right.Points.CompareTo(left.Points);
        // Shares as products, so that no rounding can part or join two people.
        return byPoints != 0 ? byPoints : ((long)right.Right * left.Answered).CompareTo((long)left.Right * right.Answered);
    }

    private static int Compare(BoardTotal left, BoardTotal right) =>
        Merit(left, right) is not 0 and var merit ? merit : left.Member.Value.CompareTo(right.Member.Value);
}

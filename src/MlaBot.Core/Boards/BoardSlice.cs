namespace MlaBot.Core.Boards;

/// <summary>A person on an ordered board.</summary>
/// <param name="Member">Who.</param>
/// <param name="Rank">The rank; null for none.</param>
public readonly record struct SliceEntry(MemberId Member, int? Rank);

/// <summary>The lines of a board that one person sees, as indexes into it.</summary>
/// <param name="Top">The first ranks; everybody where nobody is ranked for want of people.</param>
/// <param name="Around">The neighbours and the own line, as far as they are not in <paramref name="Top"/>.</param>
/// <param name="Own">The own line; null for someone who is not on the board.</param>
/// <param name="MoreShareLast">People who share the last shown rank of the top and did not fit.</param>
/// <param name="AheadOf">The share of other ranked people with a worse rank, in whole percent; null when it cannot be said.</param>
public sealed record BoardSlice(IReadOnlyList<int> Top, IReadOnlyList<int> Around, int? Own, int MoreShareLast, int? AheadOf)
{
    /// <summary>Cuts a board.</summary>
    /// <param name="board">The board in its order: ranked people first, then the others who may be seen.</param>
    /// <param name="own">Who asks; null for someone who is not to be found on it.</param>
    public static BoardSlice Of(IReadOnlyList<SliceEntry> board, MemberId? own)
    {
        var ranked = board.TakeWhile(entry => entry.Rank is not null).Count();
        int? at = null;
        for (var index = 0; own is not null && index < board.Count && at is null; index++)
        {
            at = board[index].Member == own ? index : null;
        }

        var shown = board.Count < BoardRules.FewestForRanks ? board.Count : board.TakeWhile(entry => entry.Rank <= BoardRules.TopRanks).Count();
        var top = Math.Min(shown, BoardRules.MostTopLines);
        var isOwnRanked = at < ranked;
        int[] around = isOwnRanked
            ? [.. Enumerable.Range(0, ranked).Where(index => index >= top && Math.Abs(index - at!.Value) <= BoardRules.Neighbours)]
            : [];
        var lastRank = top > 0 ? board[top - 1].Rank : null;
        return new BoardSlice(
            [.. Enumerable.Range(0, top)],
            around,
            at,
            lastRank is null ? 0 : board.Skip(top).TakeWhile(entry => entry.Rank == lastRank).Count(),
            isOwnRanked && ranked >= BoardRules.FewestForPercentile ? board.Take(ranked).Count(entry => entry.Rank > board[at!.Value].Rank) * 100 / (ranked - 1) : null);
    }
}

namespace MlaBot.Core.Boards;

/// <summary>A person on boards, by a number of the store that means nothing outside.</summary>
/// <param name="Value">Above zero.</param>
public readonly record struct MemberId(long Value);

/// <summary>What a person did in a period.</summary>
/// <param name="Member">Who.</param>
/// <param name="Answered">First answers to due questions. At least 1.</param>
/// <param name="Right">How many of them were right.</param>
/// <param name="IsHidden">True for someone who is neither named nor counted on public boards.</param>
public readonly record struct BoardTotal(MemberId Member, int Answered, int Right, bool IsHidden)
{
    /// <summary>The points.</summary>
    public int Points => BoardRules.Points(Answered, Right);
}

/// <summary>A person's place on a board.</summary>
/// <param name="Total">What the place follows from.</param>
/// <param name="Rank">From 1; equal records share a rank, and the next one is left out. Null for someone who is not ranked.</param>
public readonly record struct Standing(BoardTotal Total, int? Rank);

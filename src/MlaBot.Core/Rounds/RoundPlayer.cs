using MlaBot.Core.Channels;

namespace MlaBot.Core.Rounds;

/// <summary>A person in a round.</summary>
/// <param name="Learner">Who.</param>
/// <param name="Name">The name that came with joining; nobody's member list is asked.</param>
/// <param name="FromQuestion">The first question that counts, from 1; above 1 for who joined late, and above the last for who left before any.</param>
public sealed record RoundPlayer(LearnerKey Learner, string Name, int FromQuestion)
{
    /// <summary>The team, from 1; 0 without teams.</summary>
    public int Team { get; init; }

    /// <summary>Whether the person still takes part.</summary>
    public PlayerState State { get; init; } = PlayerState.In;
}

/// <summary>Whether a person takes part. Stored as a number: add at the end, never renumber.</summary>
public enum PlayerState
{
    /// <summary>Takes part.</summary>
    In = 0,

    /// <summary>Left; keeps the points and the place in the table, and may come back.</summary>
    Left = 1,

    /// <summary>Was taken out by the host; stands in no table and cannot come back.</summary>
    Removed = 2,
}

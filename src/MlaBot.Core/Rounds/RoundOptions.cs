using MlaBot.Core.Exams;
using NodaTime;

namespace MlaBot.Core.Rounds;

/// <summary>What the host of a round chose.</summary>
public sealed record RoundOptions
{
    /// <summary>How many questions. From 1 to <see cref="RoundRules.MostQuestions"/>; the round has fewer <see cref="Round.Items"/> where the bank has.</summary>
    public int Questions { get; init; } = 5;

    /// <summary>The domains that questions come from; empty for all, by their weights.</summary>
    public IReadOnlyList<DomainId> Domains { get; init; } = [];

    /// <summary>What a right answer earns.</summary>
    public RoundScoring Scoring { get; init; } = RoundScoring.AccuracyFirst;

    /// <summary>True when the host asks for each next question; false when it comes by itself.</summary>
    public bool IsHostPaced { get; init; }

    /// <summary>How many teams; 0 for none. Teams need <see cref="RoundRules.FewestForTeams"/> people.</summary>
    public int Teams { get; init; }

    /// <summary>True when each question is voted on, discussed, and voted on again; the second vote counts.</summary>
    public bool VotesTwice { get; init; }

    /// <summary>How long people can join before the first question. From 15 s to 10 min.</summary>
    public Duration Lobby { get; init; } = Duration.FromSeconds(60);
}

/// <summary>What a right answer earns. Stored as a number: add at the end, never renumber.</summary>
public enum RoundScoring
{
    /// <summary>1000 points, and up to 200 for speed.</summary>
    AccuracyFirst = 0,

    /// <summary>1000 points, and up to 500 for speed.</summary>
    GentleSpeed = 1,

    /// <summary>1000 points, however long it took.</summary>
    AccuracyOnly = 2,
}

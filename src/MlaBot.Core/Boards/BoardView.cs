using MlaBot.Core.Channels;

namespace MlaBot.Core.Boards;

/// <summary>A board of a period as one person sees it.</summary>
public sealed record BoardView : SeenBoard
{
    /// <summary>Adds to the people what the board says besides.</summary>
    public BoardView(SeenBoard people)
        : base(people)
    {
    }

    /// <summary>The channel.</summary>
    public required Channel Channel { get; init; }

    /// <summary>The period.</summary>
    public required BoardPeriod Period { get; init; }

    /// <summary>The group's streak: now, or when the board ended.</summary>
    public GroupStreak GroupStreak { get; init; }
}

/// <summary>The people of a board as one person sees them.</summary>
public record SeenBoard
{
    /// <summary>True when it is over and comes from the archive.</summary>
    public bool IsArchived { get; init; }

    /// <summary>People who are counted.</summary>
    public int Participants { get; init; }

    /// <summary>How many of them have a rank.</summary>
    public int Ranked { get; init; }

    /// <summary>Answers of the people who are counted.</summary>
    public int Answers { get; init; }

    /// <summary>True when people are ranked at all: there are enough of them.</summary>
    public bool HasRanks => Participants >= BoardRules.FewestForRanks;

    /// <summary>The best, or everybody where nobody is ranked; empty for someone who chose to see the own line alone.</summary>
    public IReadOnlyList<BoardLine> Top { get; init; } = [];

    /// <summary>The neighbours of the person who asked with the own line between them, as far as they are not in <see cref="Top"/>.</summary>
    public IReadOnlyList<BoardLine> Around { get; init; } = [];

    /// <summary>People who share the last rank of <see cref="Top"/> but did not fit into it.</summary>
    public int MoreShareLast { get; init; }

    /// <summary>The own line; null before the first answer that counts.</summary>
    public BoardLine? Own { get; init; }

    /// <summary>The share of the other ranked people that one is ahead of, in percent; null when it would say too much or nothing.</summary>
    public int? AheadOf { get; init; }

    /// <summary>Who improved most, best first.</summary>
    public IReadOnlyList<FinalImprovement> Improved { get; init; } = [];

    /// <summary>True for someone who is neither named nor counted.</summary>
    public bool IsHidden { get; init; }
}

/// <summary>A line of a board.</summary>
/// <param name="Name">The alias or name; plain text that people chose.</param>
/// <param name="Rank">The rank; null for none.</param>
/// <param name="Points">The points.</param>
/// <param name="Answered">First answers to due questions.</param>
/// <param name="Right">How many of them were right.</param>
/// <param name="IsOwn">True for the person who asked.</param>
public sealed record BoardLine(string Name, int? Rank, int Points, int Answered, int Right, bool IsOwn);

namespace MlaBot.Core.Boards;

/// <summary>What a channel wants of its boards.</summary>
public sealed record BoardSettings
{
    /// <summary>The smallest and largest quorum, in percent.</summary>
    public static (int Smallest, int Largest) Quorums { get; } = (50, 100);

    /// <summary>What holds where nobody chose.</summary>
    public static BoardSettings Default { get; } = new();

    /// <summary>True to post a short message when a week's board ends.</summary>
    public bool ClosesWeeks { get; init; }

    /// <summary>The same for months.</summary>
    public bool ClosesMonths { get; init; } = true;

    /// <summary>The same for seasons.</summary>
    public bool ClosesSeasons { get; init; } = true;

    /// <summary>True to tell the channel about milestones of people who may be named.</summary>
    public bool TellsMilestones { get; init; }

    /// <summary>The share of active members that keeps the group's streak, in percent.</summary>
    public int Quorum { get; init; } = 60;

    /// <summary>Whether the end of a kind of board is told in the channel.</summary>
    public bool Closes(BoardKind kind) => kind switch
    {
        BoardKind.Week => ClosesWeeks,
        BoardKind.Month => ClosesMonths,
        BoardKind.Season => ClosesSeasons,
        _ => false,
    };
}

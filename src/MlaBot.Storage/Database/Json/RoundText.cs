namespace MlaBot.Storage.Database.Json;

/// <summary>What of a round nobody searches for, as it is stored. Stored texts live for ever: never rename a member.</summary>
internal sealed record RoundText
{
    public required string Host { get; init; }

    public required string HostName { get; init; }

    public string? Opponent { get; init; }

    public string OpponentName { get; init; } = "";

    public required int Questions { get; init; }

    public IReadOnlyList<string> Domains { get; init; } = [];

    public required int Scoring { get; init; }

    public bool IsHostPaced { get; init; }

    public int Teams { get; init; }

    public bool VotesTwice { get; init; }

    public required int LobbySeconds { get; init; }

    public int Number { get; init; }

    public int Vote { get; init; } = 1;

    public long? Post { get; init; }

    /// <summary>The items' ids in order; in older rounds one that was left out has a minus in front.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    public string? LobbyMessageId { get; init; }

    public bool IsPauseWanted { get; init; }

    public bool IsNextWanted { get; init; }

    public bool IsHostAway { get; init; }

    public int Unanswered { get; init; }

    public string EndedBecause { get; init; } = "";

    /// <summary>Null for most rounds: no question was opened twice.</summary>
    public IReadOnlyList<RoundOpeningText>? Openings { get; init; }
}

/// <summary>An earlier opening of a question of a round, as it is stored.</summary>
/// <param name="Post">The post's id.</param>
/// <param name="At">Unix milliseconds.</param>
internal sealed record RoundOpeningText(long Post, long At);

using MlaBot.Core.Boards;
using MlaBot.Core.Channels;
using NodaTime;

namespace MlaBot.Core.Marathons;

/// <summary>The number of a challenge over several days.</summary>
/// <param name="Value">Above zero once it is stored.</param>
public readonly record struct MarathonId(long Value);

/// <summary>A challenge over several days of a channel: the due questions of its dates count on one board, for everybody who answers.</summary>
public sealed record Marathon
{
    /// <summary>The number of the store.</summary>
    public MarathonId Id { get; init; }

    /// <summary>The channel.</summary>
    public required ChannelKey Channel { get; init; }

    /// <summary>What people call it: plain text that a person typed, in one line.</summary>
    public required string Title { get; init; }

    /// <summary>The first date, in the channel's zone.</summary>
    public required LocalDate From { get; init; }

    /// <summary>How many dates.</summary>
    public required int Days { get; init; }

    /// <summary>When it was asked for.</summary>
    public required Instant CreatedAt { get; init; }

    /// <summary>True to tell the standing once on each day.</summary>
    public bool TellsStandings { get; init; } = true;

    /// <summary>How far it is.</summary>
    public MarathonState State { get; init; }

    /// <summary>The last date whose standing was told, is being told, or was passed over; the day before the first one at the beginning.</summary>
    public required LocalDate Told { get; init; }

    /// <summary>How it ended; null until then.</summary>
    public FinalMarathon? Final { get; init; }

    /// <summary>The first date that is not part of it.</summary>
    public LocalDate End => From.PlusDays(Days);

    /// <summary>The last date.</summary>
    public LocalDate Last => From.PlusDays(Days - 1);
}

/// <summary>The life of a challenge over several days. Stored as a number: add at the end, never renumber.</summary>
/// <remarks>Each state in which a message is on its way is written before the platform is called, so that a crash leaves a trace.</remarks>
public enum MarathonState
{
    /// <summary>It is still to be announced.</summary>
    Planned = 0,

    /// <summary>The announcement is about to be sent.</summary>
    Announcing = 1,

    /// <summary>It counts.</summary>
    Running = 2,

    /// <summary>The standing of <see cref="Marathon.Told"/> is about to be sent.</summary>
    Standing = 3,

    /// <summary>It is archived, and the channel is to be told.</summary>
    ToTell = 4,

    /// <summary>The last message is about to be sent.</summary>
    Telling = 5,

    /// <summary>It is archived, and nothing is left to do.</summary>
    Done = 6,
}

/// <summary>A challenge as it ended; kept for ever. Its text is stored: never rename a member.</summary>
/// <param name="Board">The table and who improved most.</param>
/// <param name="Asked">Dates on which a question was revealed.</param>
/// <param name="Kept">Dates on which a quorum of the active members took part.</param>
/// <param name="Answers">Answers of those who may be counted.</param>
/// <param name="IsStopped">True when an admin ended it before its time.</param>
public sealed record FinalMarathon(FinalBoard Board, int Asked, int Kept, int Answers, bool IsStopped);

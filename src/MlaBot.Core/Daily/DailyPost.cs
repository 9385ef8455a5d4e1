using MlaBot.Core.Channels;
using MlaBot.Core.Questions;
using MlaBot.Core.Rounds;
using NodaTime;

namespace MlaBot.Core.Daily;

/// <summary>A post's id. People see <see cref="DailyPost.Number"/> instead.</summary>
/// <param name="Value">Counts up from 1 over all groups.</param>
public readonly record struct PostId(long Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>The life of a daily question, in order. Stored as a number: add at the end, never renumber.</summary>
public enum PostState
{
    /// <summary>The item is reserved for a date and may still be swapped.</summary>
    Planned = 0,

    /// <summary>About to be sent: written before the platform is called, so that a crash leaves a trace.</summary>
    Intended = 1,

    /// <summary>The platform confirmed the message; answers count.</summary>
    Open = 2,

    /// <summary>Controls are off; presses that were under way still count until the reveal.</summary>
    Closing = 3,

    /// <summary>The key is no secret any more: the reveal is being published, and answers are practice.</summary>
    Revealed = 4,

    /// <summary>Not posted inside the catch-up window. The day is excused.</summary>
    Missed = 5,

    /// <summary>Left out by an admin. The day is excused.</summary>
    Skipped = 6,

    /// <summary>Taken back by an admin. The day is excused.</summary>
    Withdrawn = 7,

    /// <summary>The platform confirmed the reveal; answers are practice.</summary>
    Settled = 8,
}

/// <summary>One question of one schedule on one local date, or of one live round.</summary>
public sealed record DailyPost
{
    /// <summary>The id; 0 before the post was saved.</summary>
    public required PostId Id { get; init; }

    /// <summary>The number that people see as "question 12": counts up from 1 in the group, in the order in which its questions were sent,
    /// those of live rounds among them. 0 before it is about to be sent.</summary>
    public int Number { get; init; }

    /// <summary>The schedule; 0 for a question of a round.</summary>
    public required ScheduleId Schedule { get; init; }

    /// <summary>The live round that the question belongs to; null for a daily question.</summary>
    public RoundId? Round { get; init; }

    /// <summary>The channel.</summary>
    public required ChannelKey Channel { get; init; }

    /// <summary>The local date in the schedule's zone.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>0 for the scheduled question of the date, counting up for extra ones; schedule, date and slot are unique. In a round its place
    /// by number and vote; round and slot are unique.</summary>
    public required int Slot { get; init; }

    /// <summary>The number of a question of a round, from 1; meaningless for a daily question.</summary>
    public int NumberInRound => Slot / 2;

    /// <summary>The item.</summary>
    public required ItemId Item { get; init; }

    /// <summary>The item's version as shown.</summary>
    public required int ItemVersion { get; init; }

    /// <summary>Which letter stands for which part.</summary>
    public required Presentation Presentation { get; init; }

    /// <summary>Where in its life it is.</summary>
    public required PostState State { get; init; }

    /// <summary>The feedback mode that held when it was posted.</summary>
    public required FeedbackMode Feedback { get; init; }

    /// <summary>When it should be posted.</summary>
    public required Instant DueAt { get; init; }

    /// <summary>When the platform confirmed it; null before.</summary>
    public Instant? OpenedAt { get; init; }

    /// <summary>When answers stop to count; an estimate while it is intended, null before, and again once the message of a withdrawn
    /// question shows that it was taken back.</summary>
    public Instant? ClosesAt { get; init; }

    /// <summary>The platform's id of the message; null before it is open, empty once a person deleted it.</summary>
    public string? MessageId { get; init; }

    /// <summary>Why it was missed or skipped; while it is planned, why its item was preferred. Empty otherwise.</summary>
    public string Note { get; init; } = "";
}

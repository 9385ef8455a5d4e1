using MlaBot.Core.Channels;
using MlaBot.Core.Learners;
using MlaBot.Core.Questions;
using NodaTime;

namespace MlaBot.Core.Daily;

/// <summary>What a learner answered to a post. The first attempt is kept whatever follows.</summary>
public sealed record DailyAnswer
{
    /// <summary>The post.</summary>
    public required PostId Post { get; init; }

    /// <summary>Who answered.</summary>
    public required LearnerKey Learner { get; init; }

    /// <summary>The first attempt.</summary>
    public required Answer First { get; init; }

    /// <summary>Whether the first attempt was right.</summary>
    public required bool IsFirstCorrect { get; init; }

    /// <summary>When the first attempt was stored.</summary>
    public required Instant FirstAt { get; init; }

    /// <summary>The answer that holds; equal to <see cref="First"/> unless it was changed before the question closed.</summary>
    public required Answer Last { get; init; }

    /// <summary>Whether the answer that holds is right.</summary>
    public required bool IsLastCorrect { get; init; }

    /// <summary>How many times it was changed.</summary>
    public required int Changes { get; init; }

    /// <summary>True when it came after the reveal: it feeds learning, not rank or streak.</summary>
    public required bool IsPractice { get; init; }
}

/// <summary>An answer on its way to the store.</summary>
/// <param name="Post">The post.</param>
/// <param name="Learner">Who answers.</param>
/// <param name="LearnerName">The name to remember.</param>
/// <param name="Item">The item and version that was shown.</param>
/// <param name="ItemVersion">That version.</param>
/// <param name="Answer">The answer.</param>
/// <param name="IsCorrect">Its grade.</param>
/// <param name="At">When it arrived.</param>
/// <param name="Day">The learner's local day.</param>
/// <param name="IsGrace">True when it came before 03:00 local time and may count for the day before.</param>
/// <param name="MayChange">True when an earlier answer to an open post may be replaced.</param>
public sealed record NewAnswer(
    PostId Post,
    LearnerKey Learner,
    string LearnerName,
    ItemId Item,
    int ItemVersion,
    Answer Answer,
    bool IsCorrect,
    Instant At,
    LocalDate Day,
    bool IsGrace,
    bool MayChange)
{
    /// <summary>The zones to store with a learner of whom nothing is known yet; empty for none.</summary>
    public IReadOnlyList<ZoneChange> FirstZones { get; init; } = [];
}

/// <summary>What the store did with a <see cref="NewAnswer"/>.</summary>
public enum AnswerFate
{
    /// <summary>Stored as the first answer to an open question.</summary>
    Recorded,

    /// <summary>Replaced an earlier answer to an open question; the first attempt is kept.</summary>
    Changed,

    /// <summary>An answer stands already and stays.</summary>
    AlreadyAnswered,

    /// <summary>Stored as practice: the question was revealed before.</summary>
    Practice,

    /// <summary>Not stored: the post is not open yet, or was taken back.</summary>
    NotOpen,
}

/// <summary>The fate of an answer and what stands in the store after it.</summary>
/// <param name="Fate">What happened.</param>
/// <param name="Standing">The stored answer; null for <see cref="AnswerFate.NotOpen"/>.</param>
public sealed record StoredAnswer(AnswerFate Fate, DailyAnswer? Standing);

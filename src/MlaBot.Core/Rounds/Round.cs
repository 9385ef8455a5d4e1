using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Exams;
using MlaBot.Core.Questions;
using NodaTime;

namespace MlaBot.Core.Rounds;

/// <summary>A live round in a channel: people answer the same questions at the same time, and the table is shown at its end.</summary>
public sealed record Round
{
    /// <summary>The id; 0 before the round was saved.</summary>
    public required RoundId Id { get; init; }

    /// <summary>The channel.</summary>
    public required ChannelKey Channel { get; init; }

    /// <summary>The exam that its questions come from.</summary>
    public required ExamId Exam { get; init; }

    /// <summary>Who started it and leads it.</summary>
    public required LearnerKey Host { get; init; }

    /// <summary>The host's name as it was.</summary>
    public required string HostName { get; init; }

    /// <summary>What the host chose.</summary>
    public required RoundOptions Options { get; init; }

    /// <summary>Where in its life it is.</summary>
    public required RoundPhase Phase { get; init; }

    /// <summary>When it was started. Together with the id it marks its messages.</summary>
    public required Instant StartedAt { get; init; }

    /// <summary>When the phase ends by itself; null while it waits for the host.</summary>
    public Instant? DueAt { get; init; }

    /// <summary>The question it is on, from 1; 0 before the first.</summary>
    public int Number { get; init; }

    /// <summary>Which vote on that question: 1, or 2 after a discussion.</summary>
    public int Vote { get; init; } = 1;

    /// <summary>The post of that question and vote; null between questions.</summary>
    public PostId? Post { get; init; }

    /// <summary>The items to come and those that were asked, in order.</summary>
    public IReadOnlyList<ItemId> Items { get; init; } = [];

    /// <summary>The platform's id of the lobby's message; null before it stands.</summary>
    public string? LobbyMessageId { get; init; }

    /// <summary>The one person who is challenged to a duel; null when everybody may join.</summary>
    public LearnerKey? Opponent { get; init; }

    /// <summary>The challenged person's name as the host's platform gave it; empty when it did not.</summary>
    public string OpponentName { get; init; } = "";

    /// <summary>True when the host asked for a pause: it holds from the end of the present question.</summary>
    public bool IsPauseWanted { get; init; }

    /// <summary>True when the next question was asked for, or comes by itself for another reason than that the host is away, such as that the present
    /// one was left out.</summary>
    public bool IsNextWanted { get; init; }

    /// <summary>True when a host who calls each question did not do so for too long: until the host's next act, questions come by themselves.</summary>
    public bool IsHostAway { get; init; }

    /// <summary>How many questions in a row nobody has answered.</summary>
    public int Unanswered { get; init; }

    /// <summary>When questions that were opened more than once were opened before: <see cref="Daily.DailyPost.OpenedAt"/> is the last time. Who
    /// answered before that is timed from here.</summary>
    public IReadOnlyList<RoundOpening> Openings { get; init; } = [];

    /// <summary>Why it ended before its last question; empty otherwise.</summary>
    public string EndedBecause { get; init; } = "";

    /// <summary>True for a duel.</summary>
    public bool IsDuel => Opponent is not null;

    /// <summary>True when no question comes after the present one: it is the last, or too many in a row were answered by nobody.</summary>
    public bool IsLast => Number >= Items.Count || Unanswered >= RoundRules.MostUnanswered;

    /// <summary>True when the host is asked for what comes after the present question.</summary>
    public bool WaitsForHost => Options.IsHostPaced && !IsHostAway && !IsLast;

    /// <summary>True while something is still to come.</summary>
    public bool IsRunning => Phase is not (RoundPhase.Ended or RoundPhase.Cancelled);

    /// <summary>True while its result may still change. A round whose table is being published is over for everybody who reads it.</summary>
    public bool IsPlaying => IsRunning && Phase != RoundPhase.Finishing;

    /// <summary>The earlier openings of a question, in no order; empty for one that was opened once.</summary>
    public IEnumerable<Instant> OpeningsOf(PostId post) => Openings.Where(opening => opening.Post == post).Select(opening => opening.At);

    /// <summary>The round before a question is opened again: the opening that it had is kept, and the one that begins now.</summary>
    /// <param name="post">The question as it was opened last.</param>
    /// <param name="now">When it is opened again.</param>
    internal Round Reopening(DailyPost post, Instant now) => this with
    {
        // Kept as instants are stored, so that a table of this run and one of a later run are the same.
        Openings = [.. Openings.Union(((Instant[])[post.OpenedAt ?? now, now]).Select(at => new RoundOpening(post.Id, Instant.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds()))))],
    };
}

/// <summary>One of several openings of a question.</summary>
/// <param name="Post">The question's post.</param>
/// <param name="At">When the platform confirmed it, or, when it never did, when it was asked to. In whole milliseconds.</param>
public sealed record RoundOpening(PostId Post, Instant At);

/// <summary>The life of a round, in order. Stored as a number: add at the end, never renumber.</summary>
public enum RoundPhase
{
    /// <summary>People join.</summary>
    Lobby = 0,

    /// <summary>The next question is about to be posted.</summary>
    Ready = 1,

    /// <summary>A question stands, and its controls are locked while people read.</summary>
    Reading = 2,

    /// <summary>Answers count.</summary>
    Answering = 3,

    /// <summary>Controls are off; presses that were under way still count.</summary>
    Draining = 4,

    /// <summary>The key is public; people read why.</summary>
    Explaining = 5,

    /// <summary>After the first of two votes: people talk before they vote again.</summary>
    Discussing = 6,

    /// <summary>The host has stopped the clock between two questions.</summary>
    Paused = 7,

    /// <summary>It was played, at least in part, and its table is public.</summary>
    Ended = 8,

    /// <summary>It never began.</summary>
    Cancelled = 9,

    /// <summary>Its table is about to be published.</summary>
    Finishing = 10,
}

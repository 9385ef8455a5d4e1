using MlaBot.Core.Daily;
using MlaBot.Core.Questions;
using NodaTime;

namespace MlaBot.Core.Rounds;

/// <summary>A question of a round, as it was put to a vote.</summary>
/// <param name="Number">Its number in the round, from 1.</param>
/// <param name="Vote">1, or 2 after a discussion.</param>
/// <param name="Post">The post that answers belong to. Its <see cref="DailyPost.OpenedAt"/> is when the platform confirmed that the
/// controls are open.</param>
/// <param name="Item">The item as shown.</param>
public sealed record RoundQuestion(int Number, int Vote, DailyPost Post, Item Item)
{
    /// <summary>True once its key is public: the question counts, and what is answered from then on is practice.</summary>
    public bool IsRevealed => Post.State is PostState.Revealed or PostState.Settled;
}

/// <summary>A question with what was answered to it.</summary>
/// <param name="Question">The question.</param>
/// <param name="Allowed">The time that it had when it opened, extensions aside.</param>
/// <param name="Answers">The answers that count, in any order.</param>
public sealed record AnsweredQuestion(RoundQuestion Question, Duration Allowed, IReadOnlyList<DailyAnswer> Answers)
{
    /// <summary>When it was opened before its last opening, in no order; empty for a question that was opened once.</summary>
    public IReadOnlyList<Instant> Openings { get; init; } = [];

    /// <summary>True when it counts in the table: it was revealed and not left out.</summary>
    public bool Counts => Question.IsRevealed;
}

using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Questions;
using NodaTime;

namespace MlaBot.Core.Rounds;

/// <summary>Keeps rounds, their players and their questions. Answers are kept as those of daily questions are.</summary>
public interface IRoundStore
{
    /// <summary>Saves a new round.</summary>
    /// <returns>The round with its id; null when another one runs in the channel, and nothing was saved.</returns>
    Task<Round?> AddAsync(Round round, CancellationToken cancellationToken);

    /// <summary>Saves a round as it is now.</summary>
    Task SaveAsync(Round round, CancellationToken cancellationToken);

    /// <summary>All rounds that have something to come.</summary>
    Task<IReadOnlyList<Round>> RunningAsync(CancellationToken cancellationToken);

    /// <summary>Finds a round; null when there is none.</summary>
    Task<Round?> FindAsync(RoundId id, CancellationToken cancellationToken);

    /// <summary>A channel's newest rounds, newest first.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="limit">The most to give. At least 1.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<IReadOnlyList<Round>> RecentAsync(ChannelKey channel, int limit, CancellationToken cancellationToken);

    /// <summary>The players of a round in the order in which they joined.</summary>
    Task<IReadOnlyList<RoundPlayer>> PlayersAsync(RoundId round, CancellationToken cancellationToken);

    /// <summary>Adds players or replaces what is kept of them, in one step. Their order of joining stays.</summary>
    Task SavePlayersAsync(Round round, IReadOnlyList<RoundPlayer> players, CancellationToken cancellationToken);

    /// <summary>Saves a question's post before it is sent, and keeps the shown version of its item.</summary>
    /// <param name="round">The round.</param>
    /// <param name="question">Its number and vote with an intended post without an id.</param>
    /// <param name="cancellationToken">Ends the wait, not a write that has begun.</param>
    /// <returns>The post; the one that was saved earlier for the same number and vote, if there is one.</returns>
    Task<DailyPost> AddPostAsync(Round round, RoundQuestion question, CancellationToken cancellationToken);

    /// <summary>The questions of a round with their items as shown and the answers that count, by number and vote.</summary>
    /// <param name="round">The round.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<IReadOnlyList<(RoundQuestion Question, IReadOnlyList<DailyAnswer> Answers)>> QuestionsAsync(Round round, CancellationToken cancellationToken);

    /// <summary>First attempts of a channel's learners since an instant: daily questions and rounds, no practice.</summary>
    Task<IReadOnlyDictionary<LearnerKey, RecentRecord>> RecordsAsync(ChannelKey channel, Instant since, CancellationToken cancellationToken);

    /// <summary>How often each item was planned, sent or asked in a channel; missed, skipped and withdrawn posts do not count.</summary>
    Task<IReadOnlyDictionary<ItemId, int>> UsesAsync(ChannelKey channel, CancellationToken cancellationToken);
}

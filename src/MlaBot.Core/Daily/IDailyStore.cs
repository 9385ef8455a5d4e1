using MlaBot.Core.Channels;
using MlaBot.Core.Exams;
using MlaBot.Core.Questions;
using NodaTime;

namespace MlaBot.Core.Daily;

/// <summary>Keeps schedules, posts and answers. Every write is durable when its task completes.</summary>
public interface IDailyStore
{
    /// <summary>The most due posts of one look: about 3 MB. The next look finds the others.</summary>
    const int MostDue = 20_000;

    /// <summary>Saves a schedule and gives it back with its id.</summary>
    Task<Schedule> SaveScheduleAsync(Schedule schedule, CancellationToken cancellationToken);

    /// <summary>Removes a schedule and its planned posts. Posts that were sent stay.</summary>
    Task RemoveScheduleAsync(ScheduleId id, CancellationToken cancellationToken);

    /// <summary>Finds a schedule; null when there is none.</summary>
    Task<Schedule?> FindScheduleAsync(ScheduleId id, CancellationToken cancellationToken);

    /// <summary>The schedules of one channel, or of all channels when none is named, by id.</summary>
    Task<IReadOnlyList<Schedule>> SchedulesAsync(ChannelKey? channel, CancellationToken cancellationToken);

    /// <summary>
    /// Saves a planned post, or gives back the one that already holds its schedule, date and slot; the state of the one
    /// given back tells which.
    /// </summary>
    Task<DailyPost> PlanAsync(DailyPost post, CancellationToken cancellationToken);

    /// <summary>Drops the planned posts of a schedule.</summary>
    Task DropPlannedAsync(ScheduleId schedule, CancellationToken cancellationToken);

    /// <summary>
    /// Replaces a planned post by one that is about to be sent: gives it the group's next number, and keeps the shown version of its item
    /// for ever.
    /// </summary>
    /// <param name="intended">The post as it shall be.</param>
    /// <param name="shown">Its item.</param>
    /// <param name="cancellationToken">Ends the wait, not a write that has begun.</param>
    /// <returns>The post with its number; null when it is not planned any more, and nothing was changed.</returns>
    Task<DailyPost?> IntendAsync(DailyPost intended, Item shown, CancellationToken cancellationToken);

    /// <summary>Replaces a post while it is still in the given state. Its number stays.</summary>
    /// <param name="post">The post as it shall be.</param>
    /// <param name="expected">The state in which it must be.</param>
    /// <param name="cancellationToken">Ends the wait, not a write that has begun.</param>
    /// <returns>False when the post is in another state; nothing was changed then.</returns>
    Task<bool> AdvanceAsync(DailyPost post, PostState expected, CancellationToken cancellationToken);

    /// <summary>Finds a post; null when there is none.</summary>
    Task<DailyPost?> FindPostAsync(PostId id, CancellationToken cancellationToken);

    /// <summary>Finds a post by its number in a group; null when the group has none of that number.</summary>
    Task<PostId?> FindNumberAsync(GroupKey group, int number, CancellationToken cancellationToken);

    /// <summary>The posts in a state that are due: planned ones by <see cref="DailyPost.DueAt"/>, open and withdrawn ones by
    /// <see cref="DailyPost.ClosesAt"/>, all of the others; oldest first, at most <see cref="MostDue"/>.</summary>
    /// <param name="state">Planned, Intended, Open, Closing, Revealed or Withdrawn.</param>
    /// <param name="after">Only later ones, of planned, open and withdrawn posts; null for all.</param>
    /// <param name="until">The latest instant.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<IReadOnlyList<DuePost>> DueAsync(PostState state, Instant? after, Instant until, CancellationToken cancellationToken);

    /// <summary>The next instant after which <see cref="DueAsync"/> gives a planned or open post; null when there is none.</summary>
    Task<Instant?> NextDueAsync(CancellationToken cancellationToken);

    /// <summary>A schedule's newest post of any state by date and slot; null before the first.</summary>
    Task<DailyPost?> LatestAsync(ScheduleId schedule, CancellationToken cancellationToken);

    /// <summary>The newest posts of a channel that were sent or are planned, newest first.</summary>
    Task<IReadOnlyList<DailyPost>> RecentAsync(ChannelKey channel, int limit, CancellationToken cancellationToken);

    /// <summary>How often each item was planned or sent in a channel; missed and skipped posts do not count.</summary>
    Task<IReadOnlyDictionary<ItemId, int>> UseCountsAsync(ChannelKey channel, DomainId domain, CancellationToken cancellationToken);

    /// <summary>An item as a post showed it, also when the bank has moved on; null when it was never shown.</summary>
    Task<Item?> ShownItemAsync(ItemId id, int version, CancellationToken cancellationToken);

    /// <summary>Stores an answer under the rules of <see cref="AnswerFate"/>, in one durable step.</summary>
    Task<StoredAnswer> RecordAsync(NewAnswer answer, CancellationToken cancellationToken);

    /// <summary>Finds a learner's answer to a post; null when there is none.</summary>
    Task<DailyAnswer?> FindAnswerAsync(PostId post, LearnerKey learner, CancellationToken cancellationToken);

    /// <summary>The question of a channel, daily or of a round, that a learner answered or changed last; null before the first.</summary>
    Task<PostId?> LastAnsweredAsync(ChannelKey channel, LearnerKey learner, CancellationToken cancellationToken);

    /// <summary>The answers to a post that are not practice.</summary>
    Task<IReadOnlyList<DailyAnswer>> AnswersAsync(PostId post, CancellationToken cancellationToken);

    /// <summary>How many people answered a post before its reveal.</summary>
    Task<int> ParticipantsAsync(PostId post, CancellationToken cancellationToken);
}

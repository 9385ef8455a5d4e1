using MlaBot.Core.Channels;
using NodaTime;

namespace MlaBot.Core.Streaks;

/// <summary>Reads what streaks follow from.</summary>
public interface IStreakStore
{
    /// <summary>The days on which a learner answered due items for the first time.</summary>
    Task<IReadOnlyList<AnsweredDay>> AnsweredAsync(LearnerKey learner, CancellationToken cancellationToken);

    /// <summary>When a group's posts opened, and when others were to open but did not, from an instant on; oldest first.</summary>
    Task<IReadOnlyList<PostMoment>> MomentsAsync(GroupKey group, Instant from, CancellationToken cancellationToken);

    /// <summary>The outages that ended after an instant; oldest first.</summary>
    Task<IReadOnlyList<Outage>> OutagesAsync(Instant from, CancellationToken cancellationToken);

    /// <summary>Notes that the bot runs.</summary>
    /// <param name="now">The present instant.</param>
    /// <param name="longest">A longer silence since the last note is stored as an outage.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The outage that just ended; null when there was none.</returns>
    Task<Outage?> BeatAsync(Instant now, Duration longest, CancellationToken cancellationToken);
}

/// <summary>A post's moment on the group's time line.</summary>
/// <param name="At">When it opened, or was due when it did not open.</param>
/// <param name="IsExcuse">True for a missed, skipped or withdrawn post.</param>
public readonly record struct PostMoment(Instant At, bool IsExcuse);

/// <summary>A time in which the bot did not run.</summary>
/// <param name="From">The last sign of life before.</param>
/// <param name="To">The first one after.</param>
public readonly record struct Outage(Instant From, Instant To);

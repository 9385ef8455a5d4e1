using MlaBot.Core.Channels;
using MlaBot.Core.Home;
using NodaTime;

namespace MlaBot.Core.Boards;

/// <summary>Reads what one person did, and keeps the milestones that were told.</summary>
public interface IRecordStore
{
    /// <summary>A person's first answers to due questions of a channel by domain, as far as the person may know the results.</summary>
    Task<IReadOnlyList<DomainRecord>> DomainsAsync(LearnerKey person, ChannelKey channel, CancellationToken cancellationToken);

    /// <summary>How many due questions a person answered in all channels of the group before their reveal.</summary>
    Task<int> AnsweredAsync(LearnerKey person, CancellationToken cancellationToken);

    /// <summary>The milestones that a person was told of, oldest first.</summary>
    Task<IReadOnlyList<ReachedMilestone>> MilestonesAsync(LearnerKey person, CancellationToken cancellationToken);

    /// <summary>Keeps milestones that are to be told now.</summary>
    /// <param name="person">Who reached them.</param>
    /// <param name="milestones">Which.</param>
    /// <param name="at">When.</param>
    /// <param name="tellIn">The channel that is to be told of the highest one of each kind; null to tell nobody else.</param>
    /// <param name="cancellationToken">Ends the wait, not a write that has begun.</param>
    /// <returns>Those that were not told before.</returns>
    Task<IReadOnlyList<Milestone>> ReachAsync(
        LearnerKey person, IReadOnlyList<Milestone> milestones, Instant at, ChannelKey? tellIn, CancellationToken cancellationToken);

    /// <summary>The channels that are still to be told of milestones.</summary>
    Task<IReadOnlyList<ChannelKey>> ToTellAsync(CancellationToken cancellationToken);

    /// <summary>Takes the milestones that a channel is still to be told of, oldest first. Each is given once: a congratulation that a crash loses
    /// is better than one that comes twice.</summary>
    Task<IReadOnlyList<PublicMilestone>> TakePublicAsync(ChannelKey channel, CancellationToken cancellationToken);
}

/// <summary>A milestone that a channel is to be told of.</summary>
/// <param name="Member">Who reached it; as the person wants to be seen now.</param>
/// <param name="Milestone">Which.</param>
/// <param name="At">When the person was told of it.</param>
public sealed record PublicMilestone(BoardMember Member, Milestone Milestone, Instant At);

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
    /// <returns>Those that were not told before.</returns>
    Task<IReadOnlyList<Milestone>> ReachAsync(LearnerKey person, IReadOnlyList<Milestone> milestones, Instant at, CancellationToken cancellationToken);
}

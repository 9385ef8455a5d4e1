using MlaBot.Core.Channels;

namespace MlaBot.Core.Learners;

/// <summary>Keeps learners.</summary>
public interface ILearnerStore
{
    /// <summary>Finds a learner; null for someone who never did anything.</summary>
    Task<Learner?> FindAsync(LearnerKey key, CancellationToken cancellationToken);

    /// <summary>Adds a learner who is not known yet.</summary>
    /// <returns>False when there is one; nothing was changed then.</returns>
    Task<bool> AddAsync(Learner learner, CancellationToken cancellationToken);

    /// <summary>Adds a learner or replaces name and calendar.</summary>
    Task SaveAsync(Learner learner, CancellationToken cancellationToken);
}

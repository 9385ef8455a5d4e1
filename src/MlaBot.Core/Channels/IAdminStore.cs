using NodaTime;

namespace MlaBot.Core.Channels;

/// <summary>Keeps the admins that a group named itself, for platforms whose own rights do not tell them.</summary>
public interface IAdminStore
{
    /// <summary>The named admins of a group, in the order in which they were named.</summary>
    Task<IReadOnlyList<NamedAdmin>> ListAsync(GroupKey group, CancellationToken cancellationToken);

    /// <summary>True when a person is a named admin. Answered from memory while nothing was written, so it may stand before every request.</summary>
    Task<bool> ContainsAsync(LearnerKey person, CancellationToken cancellationToken);

    /// <summary>Names an admin.</summary>
    /// <returns>False when the person was named before; who did it and when stays as it was.</returns>
    Task<bool> AddAsync(NamedAdmin admin, CancellationToken cancellationToken);

    /// <summary>Takes an admin back.</summary>
    /// <returns>False when the person was not named.</returns>
    Task<bool> RemoveAsync(LearnerKey person, CancellationToken cancellationToken);
}

/// <summary>A person whom another admin made one.</summary>
/// <param name="Person">Who.</param>
/// <param name="Name">The display name of that day; empty when the platform did not say it.</param>
/// <param name="NamedBy">The platform's user id of who did it.</param>
/// <param name="NamedByName">Their display name of that day.</param>
/// <param name="At">When.</param>
public sealed record NamedAdmin(LearnerKey Person, string Name, string NamedBy, string NamedByName, Instant At);

using MlaBot.Core.Channels;
using NodaTime;

namespace MlaBot.Core.Deliveries;

/// <summary>Remembers which deliveries of a platform were taken on, so that one that comes again, also after a restart, is not carried
/// out twice. For what is not harmless by itself; an answer is.</summary>
public interface IDeliveryStore
{
    /// <summary>How long a claim is kept. Platforms deliver again within minutes, at most a day later.</summary>
    static readonly Duration Kept = Duration.FromDays(2);

    /// <summary>Claims a delivery.</summary>
    /// <param name="group">Where it came from; ids of two groups are apart.</param>
    /// <param name="id">The platform's id of it, from 1 to 200 characters.</param>
    /// <param name="cancellationToken">Ends the wait, not a write that has begun.</param>
    /// <returns>True for the first caller ever, once the claim is durable; false for every later one.</returns>
    Task<bool> ClaimAsync(GroupKey group, string id, CancellationToken cancellationToken);

    /// <summary>Removes claims that were made before an instant.</summary>
    /// <returns>How many there were.</returns>
    Task<int> RemoveOlderAsync(Instant before, CancellationToken cancellationToken);
}

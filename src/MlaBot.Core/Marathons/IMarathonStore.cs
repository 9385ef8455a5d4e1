using MlaBot.Core.Channels;
using NodaTime;

namespace MlaBot.Core.Marathons;

/// <summary>Keeps challenges over several days.</summary>
public interface IMarathonStore
{
    /// <summary>Keeps a new one.</summary>
    /// <returns>False when one of the channel is not over yet; nothing was changed then.</returns>
    Task<bool> StartAsync(Marathon marathon, CancellationToken cancellationToken);

    /// <summary>Those with something left to do, oldest first.</summary>
    Task<IReadOnlyList<Marathon>> ActiveAsync(CancellationToken cancellationToken);

    /// <summary>The one of a channel that is planned or counts; null when there is none.</summary>
    Task<Marathon?> FindCurrentAsync(ChannelKey channel, CancellationToken cancellationToken);

    /// <summary>The channel's newest one in the archive; null when there is none.</summary>
    Task<Marathon?> FindLastAsync(ChannelKey channel, CancellationToken cancellationToken);

    /// <summary>The newest date after one and before another on which a question of a channel was revealed; null when there is none.</summary>
    Task<LocalDate?> LastCountedAsync(ChannelKey channel, LocalDate after, LocalDate end, CancellationToken cancellationToken);

    /// <summary>Moves one on.</summary>
    /// <param name="marathon">As it was read: nothing is changed when its state is another by now.</param>
    /// <param name="state">The new state.</param>
    /// <param name="told">The new <see cref="Marathon.Told"/>.</param>
    /// <param name="cancellationToken">Ends the wait, not a write that has begun.</param>
    /// <returns>False when nothing was changed.</returns>
    Task<bool> AdvanceAsync(Marathon marathon, MarathonState state, LocalDate told, CancellationToken cancellationToken);

    /// <summary>Archives one that is not archived yet.</summary>
    /// <param name="id">Which.</param>
    /// <param name="final">How it ended.</param>
    /// <param name="isToTell">True when that is to be told in the channel.</param>
    /// <param name="cancellationToken">Ends the wait, not a write that has begun.</param>
    /// <returns>False when it was archived before; nothing was changed then.</returns>
    Task<bool> ArchiveAsync(MarathonId id, FinalMarathon final, bool isToTell, CancellationToken cancellationToken);

    /// <summary>Removes one of which nothing was said yet.</summary>
    /// <returns>False when it was announced meanwhile; nothing was changed then.</returns>
    Task<bool> DropAsync(MarathonId id, CancellationToken cancellationToken);
}

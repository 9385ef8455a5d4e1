using NodaTime;

namespace MlaBot.LocalChat;

/// <summary>A clock that the person who tries the bot out may move forward.</summary>
internal interface ITryOutClock
{
    /// <summary>The present instant of the try-out.</summary>
    Instant Now { get; }

    /// <summary>Moves forward through every due moment up to an instant, as if the time had passed.</summary>
    /// <param name="target">Not before <see cref="Now"/>.</param>
    /// <param name="cancellationToken">Ends the journey at the moment it has reached.</param>
    Task AdvanceToAsync(Instant target, CancellationToken cancellationToken);
}

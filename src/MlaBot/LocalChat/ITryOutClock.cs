using NodaTime;

namespace MlaBot.LocalChat;

/// <summary>The clock of a try-out, which <c>/time</c> can move forward.</summary>
internal interface ITryOutClock
{
    /// <summary>What the whole program takes for the present; equal to what its <see cref="TimeProvider"/> says.</summary>
    Instant Now { get; }

    /// <summary>Moves the clock forward and stops at every due moment on the way, so that everything happens in order.</summary>
    /// <param name="target">Where to stop; never before <see cref="Now"/>.</param>
    /// <param name="cancellationToken">Ends the journey at the moment that was reached.</param>
    Task AdvanceToAsync(Instant target, CancellationToken cancellationToken);
}

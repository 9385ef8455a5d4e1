using NodaTime;

namespace MlaBot.Core.Time;

/// <summary>Bridges <see cref="TimeProvider"/> and NodaTime.</summary>
public static class Clock
{
    /// <summary>The present instant.</summary>
    public static Instant Now(this TimeProvider clock) => Instant.FromDateTimeOffset(clock.GetUtcNow());
}

using NodaTime;

namespace MlaBot.Core.Time;

/// <summary>Bridges <see cref="TimeProvider"/> and NodaTime.</summary>
public static class Clock
{
    /// <summary>The present instant.</summary>
    public static Instant Now(this TimeProvider clock) => Instant.FromDateTimeOffset(clock.GetUtcNow());

    /// <summary>How long ago something was; zero when it is still to come.</summary>
    public static TimeSpan Since(this TimeProvider clock, Instant instant) => Duration.Max(clock.Now() - instant, Duration.Zero).ToTimeSpan();
}

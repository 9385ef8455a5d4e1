using NodaTime;

namespace MlaBot.Core.Daily;

/// <summary>The numbers of a daily question's life.</summary>
public sealed record DailyRules
{
    /// <summary>How long after its time a question is still posted. Later it is recorded as missed.</summary>
    public Duration CatchUp { get; init; } = Duration.FromHours(2);

    /// <summary>How long presses that were under way at closing time still count before the reveal.</summary>
    public Duration Drain { get; init; } = Duration.FromSeconds(3);

    /// <summary>A silence longer than this is an outage: the days it touches are excused.</summary>
    public Duration LongestSilence { get; init; } = Duration.FromMinutes(10);

    /// <summary>How many channels are posted to at once.</summary>
    public int Parallel { get; init; } = 8;

    /// <summary>The longest that a channel is waited for. A slow one does not hold up the others.</summary>
    public TimeSpan PublishTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The shortest and longest time that a question may stay open.</summary>
    public static (Duration Shortest, Duration Longest) OpenFor { get; } = (Duration.FromMinutes(10), Duration.FromDays(7));
}

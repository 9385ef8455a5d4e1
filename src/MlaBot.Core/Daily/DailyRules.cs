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

    /// <summary>How many questions are on their way to the platform at once, each in another channel. At 40 messages a second a
    /// client's queue is then under two seconds long, well inside <see cref="PublishTimeout"/>.</summary>
    public int PostsInFlight { get; init; } = 64;

    /// <summary>How many closings and reveals are under way at once, beside the questions.</summary>
    public int EndingsInFlight { get; init; } = 32;

    /// <summary>How many public counts are edited at once, each in another message.</summary>
    public int CountsInFlight { get; init; } = 16;

    /// <summary>The longest that a channel is waited for, counted from the call. A slow one does not hold up the others.</summary>
    /// <remarks>Above the longest wait in a client's own queue: with all questions and endings in flight in one workspace of Slack, which
    /// takes four messages a second, the last of them waits half a minute.</remarks>
    public TimeSpan PublishTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Makes a call to the platform inside <see cref="PublishTimeout"/>.</summary>
    internal async Task<T> WithinAsync<T>(TimeProvider clock, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(PublishTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        return await call(either.Token);
    }

    /// <inheritdoc cref="WithinAsync{T}(TimeProvider, Func{CancellationToken, Task{T}}, CancellationToken)"/>
    internal Task WithinAsync(TimeProvider clock, Func<CancellationToken, Task> call, CancellationToken cancellationToken) => WithinAsync(
        clock,
        async token =>
        {
            await call(token);
            return true;
        },
        cancellationToken);

    /// <summary>The shortest and longest time that a question may stay open.</summary>
    public static (Duration Shortest, Duration Longest) OpenFor { get; } = (Duration.FromMinutes(10), Duration.FromDays(7));
}

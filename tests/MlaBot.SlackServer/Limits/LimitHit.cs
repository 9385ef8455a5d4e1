namespace MlaBot.SlackServer.Limits;

/// <summary>Why a 429 was given.</summary>
public enum LimitCause
{
    /// <summary>The client sent more than the method's tier, or again before <c>Retry-After</c> was over.</summary>
    Overrun,

    /// <summary>A test asked for it.</summary>
    Forced,
}

/// <summary>A 429 that was given.</summary>
/// <param name="Channel">The channel of <c>chat.postMessage</c>'s own limit; empty for the tiers.</param>
public sealed record LimitHit(DateTimeOffset At, string Method, string AppId, string Channel, LimitCause Cause, TimeSpan RetryAfter);

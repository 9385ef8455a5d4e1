namespace MlaBot.DiscordServer.Limits;

/// <summary>Why a 429 was given.</summary>
public enum LimitCause
{
    /// <summary>The client sent more than the headers or an earlier 429 told it to.</summary>
    Overrun,

    /// <summary>A test asked for it.</summary>
    Forced,

    /// <summary>A limit that no header names: old messages, follow-ups of a channel.</summary>
    Hidden,
}

/// <summary>A 429 that was given.</summary>
/// <param name="Scope"><c>user</c>, <c>global</c> or <c>shared</c>; empty for one in Cloudflare's manner.</param>
public sealed record LimitHit(DateTimeOffset At, string Method, string Route, string Major, LimitCause Cause, string Scope, TimeSpan RetryAfter, int Code);

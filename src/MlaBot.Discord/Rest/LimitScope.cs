namespace MlaBot.Discord.Rest;

/// <summary>Whose limit a 429 is about.</summary>
/// <remarks>Source: Discord developer documentation, "Rate Limits: X-RateLimit-Scope". Cloudflare's own 429 is known from Discord's community.</remarks>
internal enum LimitScope
{
    /// <summary>This bot's own use of a bucket.</summary>
    User,

    /// <summary>All requests of this bot.</summary>
    Global,

    /// <summary>A limit that others use up too; it does not count as an invalid request.</summary>
    Shared,

    /// <summary>Not Discord but the network in front of it.</summary>
    Cloudflare,
}

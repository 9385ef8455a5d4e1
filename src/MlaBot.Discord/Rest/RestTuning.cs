namespace MlaBot.Discord.Rest;

/// <summary>The client's own numbers. The defaults are for the real Discord.</summary>
internal sealed record RestTuning
{
    /// <summary>Globally counted requests per second. Discord allows 50; a fifth stays free for what we cannot foresee.</summary>
    public double RequestsPerSecond { get; init; } = 40;

    /// <summary>Globally counted requests that may go at once after a pause. 40 and 5 in one second are still below 50.</summary>
    public int Burst { get; init; } = 5;

    /// <summary>How long one try may take.</summary>
    public TimeSpan TryTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The waits before the second and the third try after a fault; chance makes each up to half longer or shorter.</summary>
    public IReadOnlyList<TimeSpan> FaultDelays { get; init; } = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)];

    /// <summary>How often one request may be refused with a 429 before it fails.</summary>
    public int LimitedTries { get; init; } = 5;

    /// <summary>How long counted requests stop when Cloudflare refuses one.</summary>
    public TimeSpan CloudflareStop { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long an enforced nonce is trusted to find the first message. Discord says "the past few minutes".</summary>
    public TimeSpan NonceLife { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Refused requests in ten minutes at which sending stops. Discord bans the address at 10,000.</summary>
    public int RefusedInTenMinutes { get; init; } = 8000;
}

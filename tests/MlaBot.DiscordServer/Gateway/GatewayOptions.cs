namespace MlaBot.DiscordServer.Gateway;

/// <summary>Discord's own figures; tests shorten them.</summary>
public sealed record GatewayOptions
{
    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromMilliseconds(41250);

    /// <summary>How long a session without a connection can be resumed.</summary>
    public TimeSpan SessionKept { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>At most <see cref="MaxConcurrency"/> sessions may start in this time.</summary>
    public TimeSpan IdentifyPeriod { get; init; } = TimeSpan.FromSeconds(5);

    public int MaxConcurrency { get; init; } = 1;

    /// <summary>Sessions that may start in 24 hours; one more and the token is reset.</summary>
    public int SessionStarts { get; init; } = 1000;

    /// <summary>Guilds of one shard; more need more shards.</summary>
    public int GuildsPerShard { get; init; } = 2500;

    /// <summary>Added to the gateway's url for resumes, so that tests see whether the url of READY is used.</summary>
    public string ResumePath { get; init; } = "resume";
}

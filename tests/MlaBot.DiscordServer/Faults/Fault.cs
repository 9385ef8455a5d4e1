namespace MlaBot.DiscordServer.Faults;

/// <summary>What goes wrong.</summary>
public enum FaultKind
{
    /// <summary>429 as Discord words it; see <see cref="Fault.Scope"/> and <see cref="Fault.RetryAfter"/>.</summary>
    TooManyRequests,

    /// <summary>429 as Cloudflare words it: HTML, without <c>Via</c>.</summary>
    CloudflareBan,

    /// <summary>An answer of status <see cref="Fault.Status"/> without doing the call.</summary>
    ServerError,

    /// <summary>The call is done after <see cref="Fault.Delay"/>.</summary>
    DelayBefore,

    /// <summary>The call is done at once, its answer waits for <see cref="Fault.Delay"/>.</summary>
    DelayAfter,

    /// <summary>The connection is cut, the call is not done.</summary>
    DropBefore,

    /// <summary>The call is done, its answer is lost.</summary>
    DropAfter,

    /// <summary>Another refusal: <see cref="Fault.Status"/>, <see cref="Fault.Code"/>.</summary>
    Refuse,
}

/// <summary>A fault to play on calls that match.</summary>
public sealed record Fault(FaultKind Kind)
{
    /// <summary>Null for every method.</summary>
    public string? Method { get; init; }

    /// <summary>One of the routes in <see cref="World.Route"/>; null for every route.</summary>
    public string? Route { get; init; }

    /// <summary>How many calls it hits; null until it is removed.</summary>
    public int? Times { get; init; }

    /// <summary>The share of matching calls that it hits, 0 to 1.</summary>
    public double Rate { get; init; } = 1;

    /// <summary><c>user</c>, <c>global</c> or <c>shared</c>.</summary>
    public string Scope { get; init; } = "user";

    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan Delay { get; init; }

    public int Status { get; init; } = 500;

    /// <summary>Discord's error code of a <see cref="FaultKind.Refuse"/>.</summary>
    public int Code { get; init; }

    public string Message { get; init; } = "Refused by a test";
}

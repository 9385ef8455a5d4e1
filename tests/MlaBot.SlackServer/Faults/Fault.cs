namespace MlaBot.SlackServer.Faults;

/// <summary>What goes wrong.</summary>
public enum FaultKind
{
    /// <summary>429 <c>ratelimited</c> with <see cref="Fault.RetryAfter"/>; the call is not done.</summary>
    TooManyRequests,

    /// <summary>An HTTP answer of status <see cref="Fault.Status"/> without doing the call.</summary>
    ServerError,

    /// <summary>200 with <c>ok: false</c> and <see cref="Fault.Error"/>; the call is not done.</summary>
    Refuse,

    /// <summary>The call is done, then 200 with <c>ok: false</c> and <see cref="Fault.Error"/> (such as <c>internal_error</c>).</summary>
    RefuseAfter,

    /// <summary>The call is done after <see cref="Fault.Delay"/>.</summary>
    DelayBefore,

    /// <summary>The call is done at once, its answer waits for <see cref="Fault.Delay"/>.</summary>
    DelayAfter,

    /// <summary>The connection is cut, the call is not done.</summary>
    DropBefore,

    /// <summary>The call is done, its answer is lost.</summary>
    DropAfter,

    /// <summary><c>invalid_blocks</c> for every call with a block of <see cref="Fault.BlockType"/>, as while a block is being rolled out.</summary>
    InvalidBlock,
}

/// <summary>A fault to play on calls that match.</summary>
public sealed record Fault(FaultKind Kind)
{
    /// <summary>The Web API method, <c>response_url</c> or <c>upload</c>; null for every one.</summary>
    public string? Method { get; init; }

    /// <summary>The app; null for every one.</summary>
    public string? AppId { get; init; }

    /// <summary>How many calls it hits; null until it is removed.</summary>
    public int? Times { get; init; }

    /// <summary>The share of matching calls that it hits, 0 to 1.</summary>
    public double Rate { get; init; } = 1;

    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan Delay { get; init; }

    public int Status { get; init; } = 500;

    public string Error { get; init; } = "internal_error";

    public string BlockType { get; init; } = "";
}

namespace MlaBot.Discord.Gateway.Protocol;

/// <summary>What the session wants done.</summary>
internal enum StepKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Send <see cref="GatewayStep.Payload"/>.</summary>
    Send,

    /// <summary>Send <see cref="GatewayStep.Payload"/>, an IDENTIFY: it counts against the session starts.</summary>
    Identify,

    /// <summary>Hand the event <see cref="GatewayStep.Name"/> on, with the frame's <see cref="GatewayStep.Data"/>.</summary>
    Dispatch,

    /// <summary>Close with <see cref="GatewayCloseCode.KeepSession"/>, for <see cref="GatewayStep.Reason"/>.</summary>
    Drop,

    /// <summary>The frame made no sense and was left out.</summary>
    Malformed,
}

/// <summary>Why the client drops a connection.</summary>
internal enum DropReason
{
    /// <summary>Opcode 7.</summary>
    ServerAsked,

    /// <summary>Opcode 9 with true: the session lives on.</summary>
    ResumeAsked,

    /// <summary>Opcode 9 with false: the session is gone.</summary>
    InvalidSession,

    /// <summary>A heartbeat had no answer until the next was due.</summary>
    Zombie,

    /// <summary>HELLO did not come.</summary>
    NoHello,

    /// <summary>READY or RESUMED did not come.</summary>
    NotReady,
}

/// <summary>One decision of the session. Text forms never hold the payload.</summary>
internal readonly record struct GatewayStep(StepKind Kind)
{
    /// <summary>The frame to send.</summary>
    public ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>The event's name.</summary>
    public string? Name { get; init; }

    /// <summary>Where the event's data lies in the frame.</summary>
    public Range Data { get; init; }

    /// <summary>Why to drop.</summary>
    public DropReason Reason { get; init; }
}

/// <summary>How to connect again.</summary>
/// <param name="IsAtOnce">True when no back-off is needed the first time: the session is likely to be there still.</param>
/// <param name="Pause">The least time to wait, from the protocol.</param>
internal readonly record struct Reconnect(bool IsAtOnce, TimeSpan Pause);

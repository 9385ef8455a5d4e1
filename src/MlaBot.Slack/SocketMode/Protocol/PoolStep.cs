namespace MlaBot.Slack.SocketMode.Protocol;

/// <summary>What the pool wants done with a socket.</summary>
internal enum PoolStepKind
{
    /// <summary>Ask for an address and connect.</summary>
    Open,

    /// <summary>Wait for the acknowledgements of what it brought, then close it.</summary>
    Close,

    /// <summary>Cut it: it did not say hello.</summary>
    Abort,
}

/// <summary>One decision of the pool.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="Socket">The socket's number.</param>
internal readonly record struct PoolStep(PoolStepKind Kind, int Socket);

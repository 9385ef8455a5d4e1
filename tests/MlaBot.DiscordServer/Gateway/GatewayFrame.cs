namespace MlaBot.DiscordServer.Gateway;

/// <summary>A payload on its way to a client, before compression.</summary>
/// <param name="Connection">The connection's number.</param>
/// <param name="Op">The opcode; -1 for raw bytes that a test sends.</param>
/// <param name="EventName">The event of a dispatch.</param>
/// <param name="Bytes">The payload.</param>
public sealed record GatewayFrame(int Connection, int Op, string? EventName, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>A raw frame that goes out as binary and not compressed.</summary>
    public bool IsRawBinary { get; init; }

    /// <summary>Not null for the end of the connection: the close code, 0 to cut the TCP link.</summary>
    internal int? Close { get; init; }

    internal string Reason { get; init; } = "";
}

/// <summary>What a test does to a frame.</summary>
/// <param name="Copies">0 drops it, 1 is ordinary, 2 sends it twice.</param>
/// <param name="Delay">What it and all behind it wait.</param>
public readonly record struct FrameFate(int Copies, TimeSpan Delay)
{
    public static FrameFate Ordinary => new(1, TimeSpan.Zero);

    public static FrameFate Dropped => new(0, TimeSpan.Zero);

    public static FrameFate Doubled => new(2, TimeSpan.Zero);

    public static FrameFate Late(TimeSpan delay) => new(1, delay);
}

namespace MlaBot.Slack.SocketMode.Sockets;

/// <summary>What a receive brought.</summary>
internal enum SocketMessageKind
{
    /// <summary>A whole text message.</summary>
    Text,

    /// <summary>A whole binary message; Slack sends none.</summary>
    Binary,

    /// <summary>A message above the limit. Nothing more can be received.</summary>
    TooLarge,

    /// <summary>The other side closed, or the connection was cut.</summary>
    End,
}

/// <summary>What a receive brought.</summary>
/// <param name="Kind">See there.</param>
/// <param name="Bytes">The message; valid until the next receive.</param>
/// <param name="CloseCode">Of an end: the close code; null when the connection was cut.</param>
internal readonly record struct SocketMessage(SocketMessageKind Kind, ReadOnlyMemory<byte> Bytes, int? CloseCode);

namespace MlaBot.SlackServer.Sockets;

/// <summary>The opcodes of RFC 6455.</summary>
internal enum FrameKind : byte
{
    Continuation = 0,
    Text = 1,
    Binary = 2,
    Close = 8,
    Ping = 9,
    Pong = 10,
}

/// <summary>A websocket frame.</summary>
internal sealed record Frame(FrameKind Kind, bool IsFinal, byte[] Payload);

/// <summary>The client broke the websocket protocol.</summary>
internal sealed class FrameException(string message) : Exception(message);

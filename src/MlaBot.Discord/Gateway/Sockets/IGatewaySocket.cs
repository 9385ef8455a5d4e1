namespace MlaBot.Discord.Gateway.Sockets;

/// <summary>Carries frames of one connection. One sender and one receiver at a time.</summary>
internal interface IGatewaySocket : IAsyncDisposable
{
    /// <summary>Opens the connection.</summary>
    /// <exception cref="System.Net.WebSockets.WebSocketException">The server cannot be reached or refuses.</exception>
    Task ConnectAsync(Uri url, CancellationToken cancellationToken);

    /// <summary>Sends one whole text message.</summary>
    ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken);

    /// <summary>Waits for a whole message, or the end. After the end it must not be called again.</summary>
    /// <exception cref="InvalidDataException">The stream cannot go on: a message is too large, or its compression is broken.</exception>
    ValueTask<GatewayFrame> ReceiveAsync(CancellationToken cancellationToken);

    /// <summary>Sends a close frame, without waiting for the other side's.</summary>
    /// <param name="code">3000 to 4999.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task CloseAsync(int code, CancellationToken cancellationToken);

    /// <summary>Cuts the connection; a waiting <see cref="ReceiveAsync"/> gets the end.</summary>
    void Abort();
}

/// <summary>A whole message, or the end of the connection.</summary>
/// <param name="Message">Valid until the next receive. Empty at the end.</param>
/// <param name="IsEnd">True when the connection is over.</param>
/// <param name="CloseCode">The server's close code; null when it gave none.</param>
internal readonly record struct GatewayFrame(ReadOnlyMemory<byte> Message, bool IsEnd, int? CloseCode);

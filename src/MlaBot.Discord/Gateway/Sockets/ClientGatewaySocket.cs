using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using MlaBot.Chat.Platform;

namespace MlaBot.Discord.Gateway.Sockets;

/// <summary>Frames over <see cref="ClientWebSocket"/>.</summary>
/// <param name="largestMessage">Bytes that a message may have, before and after inflation.</param>
internal sealed class ClientGatewaySocket(int largestMessage) : IGatewaySocket
{
    /// <summary>Far above the largest READY or GUILD_CREATE that was ever seen: 64 MiB.</summary>
    public const int LargestMessage = 64 * 1024 * 1024;

    private readonly ClientWebSocket _socket = new();
    private readonly PooledBuffer _received = new(largestMessage);
    private readonly TransportInflater _inflater = new(largestMessage);

    /// <inheritdoc/>
    public Task ConnectAsync(Uri url, CancellationToken cancellationToken)
    {
        // The gateway's own heartbeats find a dead link; pings would only add traffic.
        _socket.Options.KeepAliveInterval = TimeSpan.Zero;
        return _socket.ConnectAsync(url, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken) =>
        _socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);

    /// <inheritdoc/>
    // Every event waits here once: the pooled builder keeps that free of allocation.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<GatewayFrame> ReceiveAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                _received.Clear();
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await _socket.ReceiveAsync(_received.Free(), cancellationToken);
                    _received.Advance(part.Count);
                }
                while (!part.EndOfMessage);

                switch (part.MessageType)
                {
                    case WebSocketMessageType.Close:
                        return new(default, IsEnd: true, (int?)_socket.CloseStatus);
                    // Plain text comes on a compressed connection too.
                    case WebSocketMessageType.Text:
                        return new(_received.Written, IsEnd: false, null);
                    default:
                        if (_inflater.TryInflate(_received.Written))
                        {
                            return new(_inflater.Message, IsEnd: false, null);
                        }

                        break;
                }
            }
        }
        catch (Exception cut) when (cut is WebSocketException or ObjectDisposedException or IOException or OperationCanceledException
            && !cancellationToken.IsCancellationRequested)
        {
            // An abort of our own shows as a cancelled wait.
            return new(default, IsEnd: true, null);
        }
    }

    /// <inheritdoc/>
    public Task CloseAsync(int code, CancellationToken cancellationToken) =>
        _socket.CloseOutputAsync((WebSocketCloseStatus)code, statusDescription: null, cancellationToken);

    /// <inheritdoc/>
    public void Abort() => _socket.Abort();

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _inflater.Dispose();
        _received.Dispose();
        return ValueTask.CompletedTask;
    }
}

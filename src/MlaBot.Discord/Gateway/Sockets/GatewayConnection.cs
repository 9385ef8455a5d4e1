using System.Net.WebSockets;
using System.Threading.Channels;

namespace MlaBot.Discord.Gateway.Sockets;

/// <summary>An open socket with its sender: nobody who decides to send has to wait for the network.</summary>
internal sealed class GatewayConnection : IAsyncDisposable
{
    private static readonly TimeSpan SendLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan CloseLimit = TimeSpan.FromSeconds(5);

    private readonly Channel<Outgoing> _outbox = Channel.CreateUnbounded<Outgoing>(new() { SingleReader = true });
    private readonly IGatewaySocket _socket;
    private readonly TimeProvider _time;
    private readonly Task _sending;

    /// <summary>Starts the sender of an open socket, which stays the caller's.</summary>
    public GatewayConnection(IGatewaySocket socket, TimeProvider time)
    {
        (_socket, _time) = (socket, time);
        _sending = SendAllAsync();
    }

    /// <summary>Sends a frame after those before it. The session's budget bounds how many wait.</summary>
    public void Post(ReadOnlyMemory<byte> payload) => _outbox.Writer.TryWrite(new(payload, 0));

    /// <summary>Sends what waits, then a close frame, then cuts the connection. Later frames are dropped.</summary>
    public void Close(int code)
    {
        _outbox.Writer.TryWrite(new(default, code));
        _outbox.Writer.TryComplete();
    }

    /// <summary>Ends the sender; the connection is cut.</summary>
    public async ValueTask DisposeAsync()
    {
        _outbox.Writer.TryComplete();
        await _sending;
    }

    private async Task SendAllAsync()
    {
        try
        {
            await foreach (var next in _outbox.Reader.ReadAllAsync())
            {
                using var limit = new CancellationTokenSource(next.CloseCode is 0 ? SendLimit : CloseLimit, _time);
                if (next.CloseCode is 0)
                {
                    await _socket.SendAsync(next.Payload, limit.Token);
                }
                else
                {
                    await _socket.CloseAsync(next.CloseCode, limit.Token);
                }
            }
        }
        catch (Exception cut) when (cut is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // The receiver sees the end of the connection and decides.
        }
        finally
        {
            _outbox.Writer.TryComplete();
            _socket.Abort();
        }
    }

    private readonly record struct Outgoing(ReadOnlyMemory<byte> Payload, int CloseCode);
}

using System.Buffers;
using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using MlaBot.Chat.Platform;

namespace MlaBot.Slack.SocketMode.Sockets;

/// <summary>Messages over <see cref="ClientWebSocket"/>: one reader, any number of writers.</summary>
internal sealed class SlackSocket : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly SocketModeOptions _options;
    private readonly TimeProvider _time;
    private readonly PooledBuffer _received;
    private readonly HttpMessageInvoker _http;
    private long _heardAt;
    private long _writingSince;

    public SlackSocket(SocketModeOptions options, TimeProvider time)
    {
        (_options, _time, _received) = (options, time, new(options.LargestFrame));
        _socket.Options.KeepAliveInterval = options.KeepAliveInterval;
        _socket.Options.KeepAliveTimeout = options.KeepAliveTimeout;
        _socket.Options.CollectHttpResponseDetails = true;
        _http = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            PlaintextStreamFilter = (context, _) => new(new HeardStream(context.PlaintextStream, NoteHeard)),
        });
    }

    /// <summary>How long no byte has come.</summary>
    public TimeSpan Silence => _time.GetElapsedTime(Volatile.Read(ref _heardAt));

    /// <summary>True when a message has been on its way out for too long.</summary>
    public bool IsStuck => Volatile.Read(ref _writingSince) is not 0 and var since && _time.GetElapsedTime(since) > _options.SendLimit;

    /// <summary>True while messages can go out, also after the other side closed.</summary>
    public bool CanSend => _socket.State is WebSocketState.Open or WebSocketState.CloseReceived;

    /// <summary>The server's answer to the upgrade; 0 when there was none.</summary>
    public int Status => (int)_socket.HttpStatusCode;

    public Task ConnectAsync(Uri url, CancellationToken cancellationToken)
    {
        NoteHeard();
        return _socket.ConnectAsync(url, _http, cancellationToken);
    }

    /// <summary>The next message. Never throws for what the other side does.</summary>
    // Every envelope waits here once: the pooled builder keeps that free of allocation.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<SocketMessage> ReceiveAsync()
    {
        try
        {
            _received.Clear();
            ValueWebSocketReceiveResult part;
            do
            {
                // No token: it would cut the connection before the acknowledgements and the close frame are out.
                part = await _socket.ReceiveAsync(_received.Free(), CancellationToken.None);
                _received.Advance(part.Count);
            }
            while (!part.EndOfMessage);

            return part.MessageType switch
            {
                WebSocketMessageType.Close => new(SocketMessageKind.End, default, (int?)_socket.CloseStatus),
                WebSocketMessageType.Text => new(SocketMessageKind.Text, _received.Written, null),
                _ => new(SocketMessageKind.Binary, _received.Written, null),
            };
        }
        catch (InvalidDataException)
        {
            return new(SocketMessageKind.TooLarge, default, null);
        }
        catch (Exception cut) when (IsCut(cut))
        {
            return new(SocketMessageKind.End, default, null);
        }
    }

    /// <summary>Sends a text message after those before it.</summary>
    /// <param name="head">The whole message, or when there is a tail all of it but its last byte counts.</param>
    /// <param name="joint">What stands between head and tail.</param>
    /// <param name="tail">What follows before the head's last byte; empty for none.</param>
    /// <param name="cancellationToken">Ends the wait; the message may be sent all the same.</param>
    /// <returns>False when the connection is gone.</returns>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<bool> SendAsync(byte[] head, ReadOnlyMemory<byte> joint, ReadOnlyMemory<byte> tail, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        // From here the message is on its way: a token given to the socket would abort it for all others.
        var writing = WriteAsync(head, joint, tail);
        return writing.IsCompleted || !cancellationToken.CanBeCanceled ? await writing : await writing.AsTask().WaitAsync(cancellationToken);
    }

    /// <summary>Sends a close frame. Messages can still be received.</summary>
    public async Task CloseAsync(WebSocketCloseStatus status)
    {
        using var limit = new CancellationTokenSource(_options.CloseLimit, _time);
        try
        {
            await _writing.WaitAsync(limit.Token);
            try
            {
                await _socket.CloseOutputAsync(status, statusDescription: null, limit.Token);
            }
            finally
            {
                _writing.Release();
            }
        }
        catch (Exception cut) when (IsCut(cut))
        {
            Abort();
        }
    }

    public void Abort() => _socket.Abort();

    public void Dispose()
    {
        _socket.Dispose();
        _http.Dispose();
        _received.Dispose();
        // The semaphore stays usable: an acknowledgement may come later, and has to hear that the socket is gone.
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> WriteAsync(byte[] head, ReadOnlyMemory<byte> joint, ReadOnlyMemory<byte> tail)
    {
        byte[]? rented = null;
        try
        {
            Volatile.Write(ref _writingSince, _time.GetTimestamp());
            var message = tail.IsEmpty ? head : Join(head, joint.Span, tail.Span, out rented);
            await _socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
            return true;
        }
        catch (Exception cut) when (IsCut(cut))
        {
            return false;
        }
        finally
        {
            Volatile.Write(ref _writingSince, 0);
            if (rented is not null)
            {
                ArrayPool<byte>.Shared.Return(rented);
            }

            _writing.Release();
        }
    }

    private static ReadOnlyMemory<byte> Join(ReadOnlySpan<byte> head, ReadOnlySpan<byte> joint, ReadOnlySpan<byte> tail, out byte[] rented)
    {
        rented = ArrayPool<byte>.Shared.Rent(head.Length + joint.Length + tail.Length);
        head[..^1].CopyTo(rented);
        joint.CopyTo(rented.AsSpan(head.Length - 1));
        tail.CopyTo(rented.AsSpan(head.Length - 1 + joint.Length));
        rented[head.Length - 1 + joint.Length + tail.Length] = head[^1];
        return rented.AsMemory(0, head.Length + joint.Length + tail.Length);
    }

    private void NoteHeard() => Volatile.Write(ref _heardAt, _time.GetTimestamp());

    private static bool IsCut(Exception fault) =>
        fault is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException;
}

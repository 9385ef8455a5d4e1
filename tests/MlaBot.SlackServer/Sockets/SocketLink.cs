using System.Buffers.Binary;
using System.Text;
using System.Threading.Channels;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Sockets;

/// <summary>One open websocket of an app: frames in, frames out, and how it ended.</summary>
internal sealed class SocketLink(int number, App app, FrameStream frames, Action abort, SocketControl control, TimeProvider clock)
{
    private const int GoingAway = 1001;
    private const int ProtocolError = 1002;

    private readonly Channel<Outgoing> _outgoing = System.Threading.Channels.Channel.CreateUnbounded<Outgoing>(new() { SingleReader = true });
    private int _closeCode;
    private int _unanswered;
    private int _refreshing;
    private string? _end;

    public int Number { get; } = number;

    public App App { get; } = app;

    public DateTimeOffset OpenedAt { get; } = clock.GetUtcNow();

    /// <summary>True once <c>hello</c> was sent: before it nothing may come.</summary>
    public bool SaidHello { get; set; }

    /// <summary>True after <c>refresh_requested</c>: envelopes come here only while the app has no other socket.</summary>
    public bool IsBeingReplaced { get; set; }

    /// <summary>True after the warning.</summary>
    public bool IsRefreshing => Volatile.Read(ref _refreshing) != 0;

    public bool IsClosing => Volatile.Read(ref _closeCode) != 0;

    /// <summary>Pings since the last frame of any kind.</summary>
    public int Unanswered => Volatile.Read(ref _unanswered);

    /// <summary>The first reason for which it ended.</summary>
    public string End => _end ?? "the server stopped";

    public void Send(string json, Action? sent = null) => Queue(new(FrameKind.Text, Encoding.UTF8.GetBytes(json), sent));

    public void SendRaw(byte[] bytes) => Queue(new(null, bytes));

    public void Ping()
    {
        Interlocked.Increment(ref _unanswered);
        Queue(new(FrameKind.Ping, Encoding.UTF8.GetBytes($"Ping from applink-{Number}")));
    }

    /// <summary>False when it had begun before.</summary>
    public bool BeginRefresh() => Interlocked.Exchange(ref _refreshing, 1) == 0;

    /// <summary>Closes after what is queued. The first code counts.</summary>
    public void Close(int code = GoingAway, string reason = "closed by the server")
    {
        if (Interlocked.CompareExchange(ref _closeCode, code, 0) == 0)
        {
            _end ??= reason;
            var bytes = new byte[2];
            BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)code);
            Queue(new(FrameKind.Close, bytes));
        }
    }

    /// <summary>Cuts the TCP connection without a word.</summary>
    public void Cut(string reason)
    {
        _end ??= reason;
        abort();
    }

    /// <summary>Sends what is queued until a close frame has gone out.</summary>
    public async Task PumpAsync(CancellationToken cancellationToken)
    {
        await foreach (var next in _outgoing.Reader.ReadAllAsync(cancellationToken))
        {
            if (control.IsSilent && next.Kind is not FrameKind.Close)
            {
                continue;
            }

            next.Sent?.Invoke();
            await (next.Kind is { } kind ? frames.WriteAsync(kind, next.Bytes, cancellationToken) : frames.WriteRawAsync(next.Bytes, cancellationToken));
            if (next.Kind is FrameKind.Close)
            {
                return;
            }
        }
    }

    /// <summary>The next text message; null when the socket ended.</summary>
    public async Task<byte[]?> ReceiveAsync(CancellationToken cancellationToken)
    {
        byte[] begun = [];
        while (true)
        {
            Frame? frame;
            try
            {
                frame = await frames.ReadAsync(cancellationToken);
            }
            catch (FrameException wrong)
            {
                Close(ProtocolError, wrong.Message);
                return null;
            }

            if (frame is null)
            {
                // Without a close frame: a program that died, or a link that broke.
                _end ??= "cut by the client";
                return null;
            }

            Interlocked.Exchange(ref _unanswered, 0);
            switch (frame.Kind)
            {
                case FrameKind.Close:
                    var code = frame.Payload.Length >= 2 ? BinaryPrimitives.ReadUInt16BigEndian(frame.Payload) : 1000;
                    Close(code, $"closed by the client with {code}");
                    return null;
                case FrameKind.Ping when control.AnswersPings:
                    Queue(new(FrameKind.Pong, frame.Payload));
                    break;
                case FrameKind.Text or FrameKind.Continuation:
                    begun = [.. begun, .. frame.Payload];
                    if (frame.IsFinal)
                    {
                        return begun;
                    }

                    break;
            }
        }
    }

    private void Queue(Outgoing frame) => _outgoing.Writer.TryWrite(frame);

    /// <param name="Kind">Null for bytes that need not be a frame.</param>
    private sealed record Outgoing(FrameKind? Kind, byte[] Bytes, Action? Sent = null);
}

using System.Net.WebSockets;
using System.Threading.Channels;

namespace MlaBot.DiscordServer.Gateway;

/// <summary>One websocket: frames in, frames out. Knows nothing of sessions.</summary>
internal sealed class GatewayConnection(int number, WebSocket socket, Action abort, bool isCompressed, GatewayControl control, TimeProvider clock)
{
    /// <summary>Discord's limit for what a client sends, in bytes.</summary>
    private const int MaxPayload = 4096;

    private readonly Channel<GatewayFrame> _outgoing = Channel.CreateUnbounded<GatewayFrame>(new UnboundedChannelOptions { SingleReader = true });
    private int _closeCode;

    public int Number { get; } = number;

    public bool IsClosing => Volatile.Read(ref _closeCode) != 0;

    /// <summary>True when the end of this connection ends its session: a client says goodbye with 1000 or 1001; a cut link says nothing.</summary>
    public bool EndsSession => IsClosing ? CloseCode.EndsSession(_closeCode) : (int?)socket.CloseStatus is 1000 or 1001;

    public void Send(int op, byte[] payload, string? eventName = null) => _outgoing.Writer.TryWrite(new GatewayFrame(Number, op, eventName, payload));

    public void SendRaw(ReadOnlyMemory<byte> bytes, bool isBinary) => _outgoing.Writer.TryWrite(new GatewayFrame(Number, -1, null, bytes) { IsRawBinary = isBinary });

    /// <summary>Closes after what is queued. The first code counts.</summary>
    public void Close(int code, string reason)
    {
        if (Interlocked.CompareExchange(ref _closeCode, code, 0) == 0)
        {
            _outgoing.Writer.TryWrite(new GatewayFrame(Number, -1, null, default) { Close = code, Reason = reason });
        }
    }

    /// <summary>Cuts the TCP link without a word.</summary>
    public void Cut() => abort();

    /// <summary>Sends what is queued until the connection ends.</summary>
    public async Task PumpAsync(CancellationToken cancellationToken)
    {
        using var packer = isCompressed ? new ZlibPacker() : null;
        await foreach (var frame in _outgoing.Reader.ReadAllAsync(cancellationToken))
        {
            if (frame.Close is { } code)
            {
                await socket.CloseOutputAsync((WebSocketCloseStatus)code, frame.Reason, cancellationToken);
                return;
            }

            var fate = control.Frames?.Invoke(frame) ?? FrameFate.Ordinary;
            if (fate.Delay > TimeSpan.Zero)
            {
                await Task.Delay(fate.Delay, clock, cancellationToken);
            }

            for (var copy = 0; copy < fate.Copies; copy++)
            {
                await WriteAsync(frame, packer, cancellationToken);
            }
        }
    }

    /// <summary>The next whole payload; null when the client closed. Longer than the limit: one byte more than it.</summary>
    public async Task<byte[]?> ReceiveAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[MaxPayload + 1];
        var length = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            length += part.Count;
            if (part.EndOfMessage || length > MaxPayload)
            {
                return buffer[..length];
            }
        }
    }

    public static bool IsTooLong(byte[] payload) => payload.Length > MaxPayload;

    public void Finish() => _outgoing.Writer.TryComplete();

    private async Task WriteAsync(GatewayFrame frame, ZlibPacker? packer, CancellationToken cancellationToken)
    {
        var isBinary = frame.IsRawBinary || packer is not null;
        var bytes = packer is not null && !frame.IsRawBinary ? packer.Pack(frame.Bytes) : frame.Bytes;
        var type = isBinary ? WebSocketMessageType.Binary : WebSocketMessageType.Text;
        var step = control.FragmentBytes ?? Math.Max(1, bytes.Length);
        for (var at = 0; at == 0 || at < bytes.Length; at += step)
        {
            var part = bytes.Slice(at, Math.Min(step, bytes.Length - at));
            await socket.SendAsync(part, type, at + step >= bytes.Length, cancellationToken);
        }
    }
}

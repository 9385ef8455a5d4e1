using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;

namespace MlaBot.SlackServer.Sockets;

/// <summary>Frames over a stream. Written by hand because the framework's websocket answers pings by itself and sends none on demand,
/// and a test must be able to do neither.</summary>
internal sealed class FrameStream(Stream stream)
{
    private const int MaxPayload = 1024 * 1024;

    private readonly PipeReader _reader = PipeReader.Create(stream);

    /// <summary>The next frame; null when the client ended the TCP connection.</summary>
    /// <exception cref="FrameException">It is not masked, too long or malformed.</exception>
    public async Task<Frame?> ReadAsync(CancellationToken cancellationToken)
    {
        if (await PeekAsync(2, cancellationToken) is not { } start)
        {
            return null;
        }

        var more = (start[1] & 0x7F) switch { 126 => 2, 127 => 8, _ => 0 };
        if ((start[1] & 0x80) == 0 || (start[0] & 0x70) != 0)
        {
            throw new FrameException("A client's frames are masked and use no extension.");
        }

        var headLength = 2 + more + 4;
        if (await PeekAsync(headLength, cancellationToken) is not { } head)
        {
            return null;
        }

        var length = more switch
        {
            2 => BinaryPrimitives.ReadUInt16BigEndian(head.AsSpan(2)),
            8 => BinaryPrimitives.ReadUInt64BigEndian(head.AsSpan(2)),
            _ => (ulong)(start[1] & 0x7F),
        };
        if (length > MaxPayload)
        {
            throw new FrameException($"A frame of {length} bytes.");
        }

        if (await PeekAsync(headLength + (int)length, cancellationToken) is not { } whole)
        {
            return null;
        }

        var payload = whole[headLength..];
        for (var at = 0; at < payload.Length; at++)
        {
            payload[at] ^= whole[headLength - 4 + at % 4];
        }

        _reader.AdvanceTo((await _reader.ReadAtLeastAsync(whole.Length, cancellationToken)).Buffer.GetPosition(whole.Length));
        return new((FrameKind)(start[0] & 0x0F), (start[0] & 0x80) != 0, payload);
    }

    public async Task WriteAsync(FrameKind kind, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        var frame = new ArrayBufferWriter<byte>(payload.Length + 10);
        frame.Write<byte>([(byte)(0x80 | (byte)kind)]);
        if (payload.Length < 126)
        {
            frame.Write<byte>([(byte)payload.Length]);
        }
        else if (payload.Length <= ushort.MaxValue)
        {
            frame.Write<byte>([126]);
            BinaryPrimitives.WriteUInt16BigEndian(frame.GetSpan(2), (ushort)payload.Length);
            frame.Advance(2);
        }
        else
        {
            frame.Write<byte>([127]);
            BinaryPrimitives.WriteUInt64BigEndian(frame.GetSpan(8), (ulong)payload.Length);
            frame.Advance(8);
        }

        frame.Write(payload.Span);
        await WriteRawAsync(frame.WrittenMemory, cancellationToken);
    }

    /// <summary>Writes bytes that need not be a frame.</summary>
    public async Task WriteRawAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(bytes, cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }

    /// <summary>The next bytes without taking them; null when the stream ends before.</summary>
    private async Task<byte[]?> PeekAsync(int count, CancellationToken cancellationToken)
    {
        var result = await _reader.ReadAtLeastAsync(count, cancellationToken);
        var bytes = result.Buffer.Length < count ? null : result.Buffer.Slice(0, count).ToArray();
        _reader.AdvanceTo(result.Buffer.Start);
        return bytes;
    }
}

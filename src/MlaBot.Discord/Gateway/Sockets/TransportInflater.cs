using System.IO.Compression;
using MlaBot.Chat.Platform;

namespace MlaBot.Discord.Gateway.Sockets;

/// <summary>Undoes <c>zlib-stream</c>: one zlib context for a connection, and a message ends where a piece ends with 00 00 FF FF.</summary>
/// <param name="limit">Bytes that an inflated message may have.</param>
/// <remarks>Source: Discord, "Gateway: Transport Compression".</remarks>
internal sealed class TransportInflater(int limit) : IDisposable
{
    private const uint Suffix = 0x0000FFFF;

    private readonly FedStream _fed = new();
    private readonly PooledBuffer _message = new(limit);
    private ZLibStream? _zlib;
    private uint _lastFour = uint.MaxValue;
    private bool _isComplete;

    /// <summary>The message, valid until the next <see cref="TryInflate"/>.</summary>
    public ReadOnlyMemory<byte> Message => _message.Written;

    /// <summary>Takes the next piece.</summary>
    /// <returns>True when <see cref="Message"/> is whole.</returns>
    /// <exception cref="InvalidDataException">The data is no zlib stream, or the message is too large: the connection cannot go on.</exception>
    public bool TryInflate(ReadOnlyMemory<byte> piece)
    {
        if (_isComplete)
        {
            _message.Clear();
        }

        _fed.Feed(piece);
        _zlib ??= new ZLibStream(_fed, CompressionMode.Decompress);
        while (true)
        {
            var count = Read(_zlib, _message.Free().Span);
            if (count == 0)
            {
                break;
            }

            _message.Advance(count);
        }

        foreach (var last in piece.Span[Math.Max(0, piece.Length - sizeof(uint))..])
        {
            _lastFour = (_lastFour << 8) | last;
        }

        _isComplete = _lastFour is Suffix;
        if (_isComplete && Message.IsEmpty)
        {
            throw new InvalidDataException("The compressed gateway stream has ended before its connection.");
        }

        return _isComplete;
    }

    private static int Read(ZLibStream zlib, Span<byte> buffer)
    {
        try
        {
            return zlib.Read(buffer);
        }
        catch (IOException broken)
        {
            // zlib's own error type is an IOException, which would look like a cut connection.
            throw new InvalidDataException("The compressed gateway stream is broken.", broken);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _zlib?.Dispose();
        _fed.Dispose();
        _message.Dispose();
    }
}

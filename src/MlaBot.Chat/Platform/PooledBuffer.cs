using System.Buffers;

namespace MlaBot.Chat.Platform;

/// <summary>A growing buffer from the shared pool with an upper limit. Gives a large block back once it is emptied.</summary>
/// <param name="limit">Bytes that it may hold.</param>
public sealed class PooledBuffer(int limit) : IDisposable
{
    private const int FirstSize = 16 * 1024;
    private const int LargestKept = 256 * 1024;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(FirstSize);
    private int _length;

    /// <summary>What was written.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    /// <summary>Free room, at least one byte of it.</summary>
    /// <exception cref="InvalidDataException">The limit is reached.</exception>
    public Memory<byte> Free()
    {
        if (_length >= limit)
        {
            throw new InvalidDataException($"A message is larger than {limit} bytes.");
        }

        if (_length == _bytes.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(_bytes.Length * 2);
            Written.Span.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }

        return _bytes.AsMemory(_length, Math.Min(_bytes.Length, limit) - _length);
    }

    /// <summary>So many bytes of the free room were written.</summary>
    public void Advance(int count) => _length += count;

    /// <summary>Empties it.</summary>
    public void Clear()
    {
        _length = 0;
        if (_bytes.Length > LargestKept)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = ArrayPool<byte>.Shared.Rent(FirstSize);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        (_bytes, _length) = ([], 0);
    }
}

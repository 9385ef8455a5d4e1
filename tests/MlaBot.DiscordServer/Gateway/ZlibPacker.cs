using System.IO.Compression;

namespace MlaBot.DiscordServer.Gateway;

/// <summary><c>zlib-stream</c>: one context for a whole connection; each message ends with 00 00 FF FF.</summary>
/// <remarks>Source: Discord developer documentation, "Gateway: Transport Compression".</remarks>
internal sealed class ZlibPacker : IDisposable
{
    private readonly MemoryStream _packed = new();
    private readonly ZLibStream _zlib;

    public ZlibPacker() => _zlib = new ZLibStream(_packed, CompressionLevel.Fastest, leaveOpen: true);

    public ReadOnlyMemory<byte> Pack(ReadOnlyMemory<byte> message)
    {
        _packed.SetLength(0);
        _zlib.Write(message.Span);
        // A sync flush, which is what puts the four bytes at the end.
        _zlib.Flush();
        return _packed.ToArray();
    }

    public void Dispose()
    {
        _zlib.Dispose();
        _packed.Dispose();
    }
}

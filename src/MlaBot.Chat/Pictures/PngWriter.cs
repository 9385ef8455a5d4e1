using System.Buffers.Binary;
using System.IO.Compression;

namespace MlaBot.Chat.Pictures;

/// <summary>Writes a canvas as a PNG file: 8 bits for each of red, green and blue, without time or other words in it.</summary>
/// <remarks>Source: W3C Recommendation "Portable Network Graphics (PNG) Specification (Third Edition)", sections 5, 9, 10 and 11.</remarks>
public static class PngWriter
{
    private const byte TrueColour = 2;
    private const byte FilterUp = 2;

    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly uint[] Remainders = [.. Enumerable.Range(0, 256).Select(Remainder)];

    /// <summary>The bytes of the file.</summary>
    public static byte[] Write(Canvas canvas)
    {
        using var file = new MemoryStream();
        file.Write(Signature);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, canvas.Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], canvas.Height);
        header[8] = 8;
        header[9] = TrueColour;
        Chunk(file, "IHDR"u8, header);
        Chunk(file, "IDAT"u8, Compressed(canvas));
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    /// <summary>The check sum of a chunk: its type and its data.</summary>
    /// <remarks>Source: the same, section 5.5 and annex D (CRC-32 of ISO 3309).</remarks>
    public static uint Check(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data) => Run(Run(uint.MaxValue, type), data) ^ uint.MaxValue;

    private static byte[] Compressed(Canvas canvas)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            // Most lines are like the line above, so what is left of them is zeros.
            var filtered = new byte[(canvas.Width * 3) + 1];
            filtered[0] = FilterUp;
            ReadOnlySpan<byte> above = new byte[canvas.Width * 3];
            for (var y = 0; y < canvas.Height; y++)
            {
                var row = canvas.Row(y);
                for (var index = 0; index < row.Length; index++)
                {
                    filtered[index + 1] = (byte)(row[index] - above[index]);
                }

                zlib.Write(filtered);
                above = row;
            }
        }

        return packed.ToArray();
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(type);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, Check(type, data));
        file.Write(number);
    }

    private static uint Run(uint state, ReadOnlySpan<byte> bytes)
    {
        foreach (var each in bytes)
        {
            state = Remainders[(state ^ each) & 0xFF] ^ (state >> 8);
        }

        return state;
    }

    private static uint Remainder(int number)
    {
        var value = (uint)number;
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value & 1) == 1 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
        }

        return value;
    }
}

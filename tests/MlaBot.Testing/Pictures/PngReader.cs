using System.Buffers.Binary;
using System.IO.Compression;
using MlaBot.Chat.Pictures;

namespace MlaBot.Testing.Pictures;

/// <summary>Reads PNG files of 8 bits for each of red, green and blue, and checks all that a viewer would.</summary>
public static class PngReader
{
    /// <summary>Decodes a file.</summary>
    /// <returns>Its size, and red, green and blue of each pixel line by line.</returns>
    /// <exception cref="InvalidDataException">The file is broken or of another kind.</exception>
    public static PngPicture Read(ReadOnlySpan<byte> file)
    {
        Check(file[..8].SequenceEqual((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), "The signature is wrong.");
        var (width, height, isEnded) = (0, 0, false);
        using var packed = new MemoryStream();
        for (var at = 8; at < file.Length;)
        {
            Check(!isEnded, "Something follows the end.");
            var length = BinaryPrimitives.ReadInt32BigEndian(file[at..]);
            var type = file.Slice(at + 4, 4);
            var data = file.Slice(at + 8, length);
            Check(BinaryPrimitives.ReadUInt32BigEndian(file[(at + 8 + length)..]) == Sum(type, data), "A check sum is wrong.");
            if (type.SequenceEqual("IHDR"u8))
            {
                (width, height) = (BinaryPrimitives.ReadInt32BigEndian(data), BinaryPrimitives.ReadInt32BigEndian(data[4..]));
                Check(data[8..].SequenceEqual((ReadOnlySpan<byte>)[8, 2, 0, 0, 0]), "It is no plain picture in true colours.");
            }
            else if (type.SequenceEqual("IDAT"u8))
            {
                packed.Write(data);
            }

            isEnded = type.SequenceEqual("IEND"u8);
            at += length + 12;
        }

        Check(isEnded, "The end is missing.");
        packed.Position = 0;
        return new PngPicture(width, height, Unfiltered(packed, width * 3, height));
    }

    private static byte[] Unfiltered(Stream packed, int stride, int height)
    {
        using var zlib = new ZLibStream(packed, CompressionMode.Decompress);
        var pixels = new byte[stride * height];
        for (var y = 0; y < height; y++)
        {
            var filter = zlib.ReadByte();
            Check(filter is 0 or 2, "Another filter than none or up.");
            zlib.ReadExactly(pixels, y * stride, stride);
            for (var index = y * stride; filter == 2 && y > 0 && index < (y + 1) * stride; index++)
            {
                pixels[index] += pixels[index - stride];
            }
        }

        Check(zlib.ReadByte() < 0, "There are more lines than the head says.");
        return pixels;
    }

    // Bit by bit, so that it shares nothing with the writer's table.
    private static uint Sum(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        var sum = uint.MaxValue;
        foreach (var part in (byte[])[.. type, .. data])
        {
            sum ^= part;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 1 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
            }
        }

        return ~sum;
    }

    private static void Check(bool isGood, string fault)
    {
        if (!isGood)
        {
            throw new InvalidDataException(fault);
        }
    }
}

/// <summary>A decoded picture.</summary>
/// <param name="Width">Pixels from left to right.</param>
/// <param name="Height">Pixels from top to bottom.</param>
/// <param name="Pixels">Red, green and blue of each pixel, line by line.</param>
public sealed record PngPicture(int Width, int Height, byte[] Pixels)
{
    /// <summary>The colour of a pixel.</summary>
    public Ink At(int x, int y) => Pixels.AsSpan(((y * Width) + x) * 3, 3) is var part ? new Ink(part[0], part[1], part[2]) : default;
}

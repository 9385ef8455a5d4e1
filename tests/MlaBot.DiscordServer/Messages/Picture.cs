using System.Buffers.Binary;

namespace MlaBot.DiscordServer.Messages;

/// <summary>The size of a PNG.</summary>
internal static class Picture
{
    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static (int Width, int Height)? SizeOf(ReadOnlySpan<byte> bytes) => bytes.Length >= 24 && bytes.StartsWith(Signature)
        ? (BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]))
        : null;
}

namespace MlaBot.SlackServer.Uploads;

/// <summary>What a file is, told by how it begins.</summary>
internal static class MediaTypes
{
    public static string Of(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G']) ? "image/png"
        : bytes.StartsWith<byte>([0xFF, 0xD8]) ? "image/jpeg"
        : bytes.StartsWith("GIF8"u8) ? "image/gif"
        : "text/plain";
}

using System.Buffers;

namespace MlaBot.Slack.WebApi.Sending;

/// <summary>Reads an answer to its end, or to a limit.</summary>
internal static class AnswerBytes
{
    private const int FirstSize = 4096;

    /// <returns>The body; null when it is longer than the limit.</returns>
    public static async Task<byte[]?> ReadAsync(HttpContent content, int limit, CancellationToken cancellationToken)
    {
        var length = content.Headers.ContentLength;
        if (length > limit)
        {
            return null;
        }

        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        if (length is { } exact)
        {
            var bytes = new byte[(int)exact];
            await stream.ReadExactlyAsync(bytes, cancellationToken);
            return bytes;
        }

        var buffer = new ArrayBufferWriter<byte>(FirstSize);
        while (buffer.WrittenCount <= limit)
        {
            var read = await stream.ReadAsync(buffer.GetMemory(FirstSize), cancellationToken);
            if (read == 0)
            {
                return buffer.WrittenSpan.ToArray();
            }

            buffer.Advance(read);
        }

        return null;
    }
}

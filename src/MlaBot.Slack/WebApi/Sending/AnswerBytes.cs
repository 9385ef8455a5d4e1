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

        // Most answers without a length are two letters, one for each press.
        var buffer = ArrayPool<byte>.Shared.Rent(FirstSize);
        try
        {
            var count = 0;
            while (count <= limit)
            {
                if (count == buffer.Length)
                {
                    buffer = Larger(buffer);
                }

                var read = await stream.ReadAsync(buffer.AsMemory(count), cancellationToken);
                if (read == 0)
                {
                    return buffer.AsSpan(0, count).ToArray();
                }

                count += read;
            }

            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Larger(byte[] full)
    {
        var larger = ArrayPool<byte>.Shared.Rent(full.Length * 2);
        full.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(full);
        return larger;
    }
}

using System.Text;

namespace MlaBot.Slack.Tests.SocketMode;

/// <summary>Frames that are almost right.</summary>
internal static class FrameMutations
{
    public const int Largest = 4096;

    private static readonly byte[][] Seeds =
    [
        .. new[]
        {
            """{"type":"hello","num_connections":1,"connection_info":{"app_id":"A1"},"debug_info":{"host":"applink-1","approximate_connection_time":18060}}""",
            """{"type":"disconnect","reason":"warning","debug_info":{"host":"applink-1"}}""",
            """{"envelope_id":"2f4c8f1e-1111-4222-8333-444455556666","type":"events_api","payload":{"event":{"type":"app_mention","text":"ä\u00e4 \"x\""}},"accepts_response_payload":false,"retry_attempt":1,"retry_reason":"timeout"}""",
            """{"envelope_id":"3f4c8f1e-1111-4222-8333-444455556666","type":"slash_commands","payload":{"command":"/mla","text":"quiz","n":[1.5e3,null]},"accepts_response_payload":true}""",
            """{"envelope_id":"4f4c8f1e-1111-4222-8333-444455556666","type":"interactive","payload":{"type":"block_actions","actions":[{"action_id":"a","value":"\ud83d\ude00"}]},"accepts_response_payload":false}""",
            """{"envelope_id":"5f4c8f1e-1111-4222-8333-444455556666","type":"brand_new","payload":{}}""",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    /// <summary>Writes a frame and gives its length. One in five is as it should be.</summary>
    public static int Next(Random random, byte[] buffer)
    {
        var seed = Seeds[random.Next(Seeds.Length)];
        seed.CopyTo(buffer, 0);
        switch (random.Next(10))
        {
            case 0:
                var noise = random.Next(200);
                random.NextBytes(buffer.AsSpan(0, noise));
                return noise;
            case 1:
                return random.Next(seed.Length);
            case 2 or 3:
                buffer[random.Next(seed.Length)] = (byte)random.Next(256);
                return seed.Length;
            case 4:
                buffer[random.Next(seed.Length)] ^= (byte)(1 << random.Next(8));
                return seed.Length;
            case 5:
                // A letter for a letter: still JSON, other words.
                var at = random.Next(seed.Length);
                buffer[at] = char.IsAsciiLetterLower((char)buffer[at]) ? (byte)('a' + random.Next(26)) : buffer[at];
                return seed.Length;
            case 6:
                var other = Seeds[random.Next(Seeds.Length)];
                var cut = random.Next(seed.Length);
                other.CopyTo(buffer, cut);
                return cut + other.Length;
            case 7:
                // A piece twice.
                var from = random.Next(seed.Length);
                seed.AsSpan(from).CopyTo(buffer.AsSpan(seed.Length));
                return seed.Length + seed.Length - from;
            default:
                return seed.Length;
        }
    }
}

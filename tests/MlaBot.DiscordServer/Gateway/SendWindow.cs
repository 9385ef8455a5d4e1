namespace MlaBot.DiscordServer.Gateway;

/// <summary>Counts what a connection sends: 120 payloads in 60 s, heartbeats included.</summary>
/// <remarks>Source: Discord developer documentation, "Gateway: Rate Limiting".</remarks>
internal sealed class SendWindow(TimeProvider clock)
{
    private const int Limit = 120;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(60);
    private readonly Queue<long> _sent = new();

    /// <summary>Counts one payload; false when it is one too many.</summary>
    public bool Take()
    {
        var now = clock.GetTimestamp();
        while (_sent.TryPeek(out var oldest) && clock.GetElapsedTime(oldest, now) >= Length)
        {
            _sent.Dequeue();
        }

        _sent.Enqueue(now);
        return _sent.Count <= Limit;
    }
}

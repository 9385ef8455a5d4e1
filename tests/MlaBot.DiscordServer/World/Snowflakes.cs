namespace MlaBot.DiscordServer.World;

/// <summary>Ids with real times in them, always rising.</summary>
/// <remarks>Source: Discord developer documentation, "API Reference: Snowflakes".</remarks>
public sealed class Snowflakes(TimeProvider clock)
{
    private const long Epoch = 1420070400000;

    private readonly Lock _gate = new();
    private ulong _last;

    public ulong Next()
    {
        var now = (ulong)(clock.GetUtcNow().ToUnixTimeMilliseconds() - Epoch) << 22;
        lock (_gate)
        {
            return _last = Math.Max(_last + 1, now);
        }
    }

    public static DateTimeOffset TimeOf(ulong id) => DateTimeOffset.FromUnixTimeMilliseconds((long)(id >> 22) + Epoch);
}

using MlaBot.DiscordServer.World;

namespace MlaBot.DiscordServer.Gateway;

/// <summary>What became of the wish to start a session.</summary>
internal enum SessionStart
{
    Granted,
    TooFast,
    UsedUp,
}

/// <summary>How many sessions each bot may start, in a day and in the few seconds of an identify period.</summary>
/// <remarks>Source: Discord developer documentation, "Gateway: Session Start Limit Object" and "Max Concurrency".</remarks>
internal sealed class SessionStartLimit(GatewayOptions options, TimeProvider clock)
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private readonly Lock _gate = new();
    private readonly Dictionary<ulong, (long Since, int Used)> _days = [];
    private readonly Dictionary<(ulong Application, int Slot), long> _last = [];

    public (int Total, int Remaining, int ResetAfter, int MaxConcurrency) Read(Bot bot)
    {
        lock (_gate)
        {
            var (used, left) = Today(bot);
            return (options.SessionStarts, Math.Max(0, options.SessionStarts - used), (int)left.TotalMilliseconds, options.MaxConcurrency);
        }
    }

    public SessionStart Take(Bot bot, int shard)
    {
        lock (_gate)
        {
            var now = clock.GetTimestamp();
            var slot = (bot.ApplicationId, shard % options.MaxConcurrency);
            if (_last.TryGetValue(slot, out var last) && clock.GetElapsedTime(last, now) < options.IdentifyPeriod)
            {
                return SessionStart.TooFast;
            }

            var (used, left) = Today(bot);
            if (used >= options.SessionStarts)
            {
                return SessionStart.UsedUp;
            }

            _last[slot] = now;
            _days[bot.ApplicationId] = left == TimeSpan.Zero ? (now, 1) : (_days[bot.ApplicationId].Since, used + 1);
            return SessionStart.Granted;
        }
    }

    private (int Used, TimeSpan Left) Today(Bot bot)
    {
        if (!_days.TryGetValue(bot.ApplicationId, out var day))
        {
            return (0, TimeSpan.Zero);
        }

        var left = Day - clock.GetElapsedTime(day.Since);
        return left > TimeSpan.Zero ? (day.Used, left) : (0, TimeSpan.Zero);
    }
}

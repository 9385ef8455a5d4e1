using System.Net;

namespace MlaBot.Discord.Rest;

/// <summary>Counts what Discord calls invalid requests over the last ten minutes and stops sending well before the ban.</summary>
/// <param name="allowed">Invalid requests in ten minutes at which sending stops.</param>
/// <param name="clock">The clock.</param>
/// <remarks>Source: Discord developer documentation, "Rate Limits: Invalid Request Limit": 10,000 answers of 401, 403 or 429 in ten minutes
/// ban the address; a 429 of scope <c>shared</c> does not count.</remarks>
internal sealed class InvalidRequestGuard(int allowed, TimeProvider clock)
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Slot = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly long _start = clock.GetTimestamp();
    private readonly Queue<(long Slot, int Count)> _slots = new();
    private (long Slot, int Count) _newest;
    private int _sum;
    private TimeSpan _stoppedUntil;

    /// <summary>How long nothing may be sent; zero when sending is allowed.</summary>
    public TimeSpan Wait
    {
        get
        {
            lock (_gate)
            {
                var wait = _stoppedUntil - clock.GetElapsedTime(_start);
                return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
            }
        }
    }

    /// <summary>True for a status that counts. A 429 of scope <c>shared</c> is for the caller to leave out.</summary>
    public static bool Counts(HttpStatusCode status) =>
        status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests;

    /// <summary>Counts one invalid request.</summary>
    /// <returns>The wait when this one stops the sending; otherwise null.</returns>
    public TimeSpan? Count()
    {
        lock (_gate)
        {
            var now = clock.GetElapsedTime(_start);
            Forget(now);
            var slot = now.Ticks / Slot.Ticks;
            if (_newest.Count > 0 && _newest.Slot != slot)
            {
                _slots.Enqueue(_newest);
                _newest = default;
            }

            _newest = (slot, _newest.Count + 1);
            _sum++;
            return _sum >= allowed && now >= _stoppedUntil ? Stop(now) : null;
        }
    }

    private TimeSpan Stop(TimeSpan now)
    {
        var left = _sum;
        foreach (var (slot, count) in _slots.Append(_newest))
        {
            left -= count;
            _stoppedUntil = EndOf(slot);
            if (left < allowed)
            {
                break;
            }
        }

        return _stoppedUntil - now;
    }

    private void Forget(TimeSpan now)
    {
        while (_slots.TryPeek(out var oldest) && now >= EndOf(oldest.Slot))
        {
            _sum -= _slots.Dequeue().Count;
        }

        if (_newest.Count > 0 && now >= EndOf(_newest.Slot))
        {
            _sum -= _newest.Count;
            _newest = default;
        }
    }

    // A slot is forgotten as a whole, when its last moment is ten minutes ago.
    private static TimeSpan EndOf(long slot) => TimeSpan.FromTicks((slot + 1) * Slot.Ticks) + Period;
}

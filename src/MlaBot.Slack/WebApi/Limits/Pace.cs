namespace MlaBot.Slack.WebApi.Limits;

/// <summary>A bucket that refills evenly, and a minute's memory: a pause lets a burst go, and still no minute sees more than its share. No
/// lock and no I/O; times are spans on one clock.</summary>
/// <param name="perMinute">Calls in any minute; at least 1.</param>
/// <param name="burst">Calls that may go at once after a pause; 1 to <paramref name="perMinute"/>.</param>
internal sealed class Pace(double perMinute, int burst)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly int _most = Math.Max(1, (int)perMinute);
    private readonly TimeSpan _interval = Minute / perMinute;
    private readonly TimeSpan _slack = Minute / perMinute * (burst - 1);
    private readonly List<TimeSpan> _gone = [];

    // The time at which the next call is due when all go evenly; bursts run ahead of it by the slack.
    private TimeSpan _due = TimeSpan.MinValue / 2;

    /// <summary>Half of a burst: what calls that can wait leave to those that cannot.</summary>
    public int HalfOfBurst => burst / 2;

    /// <summary>When the next call may go; in the past when it may go now.</summary>
    /// <param name="now">The time.</param>
    /// <param name="kept">How many more calls must be able to go after it at once, and in the same minute.</param>
    public TimeSpan FreeAt(TimeSpan now, int kept = 0)
    {
        var first = _gone.FindIndex(gone => gone + Minute > now);
        _gone.RemoveRange(0, first < 0 ? _gone.Count : first);
        var even = _due - _slack + (_interval * kept);
        var over = _gone.Count - Math.Max(1, _most - kept);
        return over < 0 || _gone[over] + Minute <= even ? even : _gone[over] + Minute;
    }

    /// <summary>Counts a call that goes now.</summary>
    public void Take(TimeSpan now)
    {
        _due = (_due > now ? _due : now) + _interval;
        _gone.Add(now);
    }

    /// <summary>True when nothing is lost by forgetting what went.</summary>
    public bool IsIdle(TimeSpan now) => FreeAt(now) <= now && _gone.Count == 0 && _due <= now;
}

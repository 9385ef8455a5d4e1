using System.Collections.Concurrent;

namespace MlaBot.SlackServer.Limits;

/// <summary>The calls that were made and the 429s that were given. A limit counts per method, workspace and app.</summary>
/// <remarks>Source: Slack developer documentation, "Rate limits".</remarks>
public sealed class RateLimits
{
    // "Short bursts" of messages are allowed without a number; a client that is told of one a second should never need more.
    private const int PostBurst = 4;
    private const int PostsPerMinute = 300;

    // An answer on its way cannot have been obeyed yet.
    private static readonly TimeSpan OnItsWay = TimeSpan.FromMilliseconds(100);

    private readonly TimeProvider _clock;
    private readonly bool _isOn;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (DateTimeOffset Start, int Used)> _windows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _nextPost = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (DateTimeOffset At, DateTimeOffset Until)> _told = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _overrides = new(StringComparer.Ordinal);

    internal RateLimits(TimeProvider clock, bool isOn) => (_clock, _isOn) = (clock, isOn);

    /// <summary>Every 429 so far. Tests assert that none is an <see cref="LimitCause.Overrun"/>.</summary>
    public ConcurrentQueue<LimitHit> Hits { get; } = [];

    /// <summary>Sets another number of calls a minute for a method.</summary>
    public void Set(string method, int perMinute) => _overrides[method] = perMinute;

    /// <summary>Counts a call. Null when all is well.</summary>
    /// <param name="channel">For <c>chat.postMessage</c>; empty otherwise.</param>
    /// <param name="isTooEarly">True when a 429 had asked to wait longer.</param>
    internal LimitHit? Take(string method, string appId, string channel, int perMinute, out bool isTooEarly)
    {
        isTooEarly = false;
        lock (_gate)
        {
            // Read inside, so that a call that comes after a 429 is also counted after it.
            var now = _clock.GetUtcNow();
            var owner = $"{method} {appId}";
            foreach (var key in new[] { owner, $"{owner} {channel}" })
            {
                if (_told.TryGetValue(key, out var told) && now < told.Until)
                {
                    isTooEarly = now - told.At > OnItsWay;
                    return Note(now, method, appId, channel, LimitCause.Overrun, told.Until - now);
                }
            }

            if (!_isOn)
            {
                return null;
            }

            if (channel.Length > 0 && TakePost($"{owner} {channel}", now) is { } wait)
            {
                return Tell(now, method, appId, channel, LimitCause.Overrun, wait);
            }

            return TakeOfMinute(owner, _overrides.GetValueOrDefault(method, channel.Length > 0 ? PostsPerMinute : perMinute), now) is { } left
                ? Tell(now, method, appId, "", LimitCause.Overrun, left)
                : null;
        }
    }

    /// <summary>Writes down a 429 that a test asked for.</summary>
    internal LimitHit Force(string method, string appId, TimeSpan retryAfter)
    {
        lock (_gate)
        {
            return Tell(_clock.GetUtcNow(), method, appId, "", LimitCause.Forced, retryAfter);
        }
    }

    /// <summary>Null when a message may be posted, else how long it has to wait.</summary>
    private TimeSpan? TakePost(string key, DateTimeOffset now)
    {
        var next = _nextPost.TryGetValue(key, out var known) && known > now ? known : now;
        if (next - now >= TimeSpan.FromSeconds(PostBurst))
        {
            return next - now - TimeSpan.FromSeconds(PostBurst - 1);
        }

        _nextPost[key] = next + TimeSpan.FromSeconds(1);
        return null;
    }

    private TimeSpan? TakeOfMinute(string key, int perMinute, DateTimeOffset now)
    {
        var window = _windows.TryGetValue(key, out var known) && now < known.Start + TimeSpan.FromMinutes(1) ? known : (Start: now, Used: 0);
        if (window.Used >= perMinute)
        {
            return window.Start + TimeSpan.FromMinutes(1) - now;
        }

        _windows[key] = (window.Start, window.Used + 1);
        return null;
    }

    private LimitHit Tell(DateTimeOffset now, string method, string appId, string channel, LimitCause cause, TimeSpan wait)
    {
        // Retry-After is in whole seconds, so that is what a client can be held to.
        var seconds = TimeSpan.FromSeconds(Math.Max(1, Math.Ceiling(wait.TotalSeconds)));
        _told[channel.Length > 0 ? $"{method} {appId} {channel}" : $"{method} {appId}"] = (now, now + seconds);
        return Note(now, method, appId, channel, cause, seconds);
    }

    private LimitHit Note(DateTimeOffset now, string method, string appId, string channel, LimitCause cause, TimeSpan wait)
    {
        var hit = new LimitHit(now, method, appId, channel, cause, wait);
        Hits.Enqueue(hit);
        return hit;
    }
}

using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace MlaBot.DiscordServer.Limits;

/// <summary>The buckets of a world and the 429s that were given.</summary>
public sealed class RateLimits
{
    private const int GlobalPerSecond = 50;
    private const int InvalidLimit = 10_000;

    // An answer on its way cannot have been obeyed yet.
    private static readonly TimeSpan OnItsWay = TimeSpan.FromMilliseconds(100);

    private readonly TimeProvider _clock;
    private readonly bool _isOn;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (DateTimeOffset At, DateTimeOffset Until, LimitCause Cause, string Scope)> _told = new(StringComparer.Ordinal);
    private readonly Queue<DateTimeOffset> _invalid = [];

    internal RateLimits(TimeProvider clock, bool isOn) => (_clock, _isOn) = (clock, isOn);

    /// <summary>Every 429 so far. Tests assert that none is an <see cref="LimitCause.Overrun"/>.</summary>
    public ConcurrentQueue<LimitHit> Hits { get; } = [];

    /// <summary>401, 403 and 429 answers of the last 10 minutes, those of scope <c>shared</c> aside.</summary>
    public int InvalidRequests
    {
        get
        {
            lock (_gate)
            {
                Forget(_clock.GetUtcNow());
                return _invalid.Count;
            }
        }
    }

    internal bool IsBanned => InvalidRequests >= InvalidLimit;

    internal static string HashOf(LimitRule rule) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(rule.Name)))[..32];

    /// <summary>Counts a call in its bucket. Null when all is well.</summary>
    internal LimitHit? Take(string method, string route, LimitRule? rule, string owner, string major, bool isGlobalCounted, IHeaderDictionary headers)
    {
        if (!_isOn)
        {
            return null;
        }

        lock (_gate)
        {
            // Read inside, so that a call that comes after a 429 is also counted after it.
            var now = _clock.GetUtcNow();
            if (StillTold(now, method, route, owner, major, isGlobalCounted) is { } again)
            {
                return again;
            }

            if (isGlobalCounted && Find("global " + owner, GlobalPerSecond, TimeSpan.FromSeconds(1)) is var global && !global.TryTake(now))
            {
                return Hit(now, method, route, owner, major, LimitCause.Overrun, "global", global.ResetAt - now, 0);
            }

            if (rule is null)
            {
                return null;
            }

            var bucket = Find($"{rule.Name} {owner} {major}", rule.Count, rule.Window);
            var isTaken = bucket.TryTake(now);
            var left = bucket.ResetAt - now;
            headers["X-RateLimit-Limit"] = bucket.Count.ToString();
            headers["X-RateLimit-Remaining"] = bucket.Remaining.ToString();
            headers["X-RateLimit-Reset"] = Seconds(bucket.ResetAt - DateTimeOffset.UnixEpoch);
            headers["X-RateLimit-Reset-After"] = Seconds(left);
            headers["X-RateLimit-Bucket"] = HashOf(rule);
            return isTaken ? null : Hit(now, method, route, owner, major, LimitCause.Overrun, "user", left, 0);
        }
    }

    /// <summary>Counts a call against a limit without headers. Null when all is well.</summary>
    internal LimitHit? TakeHidden(string method, string route, string name, int count, TimeSpan window, string owner, string major, int code)
    {
        if (!_isOn)
        {
            return null;
        }

        lock (_gate)
        {
            var now = _clock.GetUtcNow();
            var bucket = Find($"hidden {name} {major}", count, window);
            return bucket.TryTake(now) ? null : Hit(now, method, route, owner, major, LimitCause.Hidden, "user", bucket.ResetAt - now, code);
        }
    }

    /// <summary>Writes down a 429 that a test asked for.</summary>
    internal LimitHit Force(string method, string route, string owner, string major, string scope, TimeSpan retryAfter)
    {
        lock (_gate)
        {
            return Hit(_clock.GetUtcNow(), method, route, owner, major, LimitCause.Forced, scope, retryAfter, 0);
        }
    }

    internal void CountInvalid()
    {
        lock (_gate)
        {
            _invalid.Enqueue(_clock.GetUtcNow());
        }
    }

    internal static string Seconds(TimeSpan span) => (Math.Ceiling(span.TotalMilliseconds) / 1000).ToString("0.000");

    private Bucket Find(string key, int count, TimeSpan window) =>
        _buckets.TryGetValue(key, out var bucket) ? bucket : _buckets[key] = new(count, window);

    /// <summary>A call that comes before the time that a 429 named is refused again, as Discord does.</summary>
    private LimitHit? StillTold(DateTimeOffset now, string method, string route, string owner, string major, bool isGlobalCounted)
    {
        foreach (var key in new[] { KeyOf(method, route, owner, major, "user"), KeyOf(method, route, owner, major, "global") })
        {
            if (_told.TryGetValue(key, out var told) && now < told.Until && (isGlobalCounted || told.Scope is not "global"))
            {
                var cause = now - told.At < OnItsWay ? told.Cause : LimitCause.Overrun;
                var hit = new LimitHit(now, method, route, major, cause, told.Scope, told.Until - now, 0);
                Hits.Enqueue(hit);
                return hit;
            }
        }

        return null;
    }

    private LimitHit Hit(
        DateTimeOffset now, string method, string route, string owner, string major, LimitCause cause, string scope, TimeSpan retryAfter, int code)
    {
        _told[KeyOf(method, route, owner, major, scope)] = (now, now + retryAfter, cause, scope);
        var hit = new LimitHit(now, method, route, major, cause, scope, retryAfter, code);
        Hits.Enqueue(hit);
        return hit;
    }

    private static string KeyOf(string method, string route, string owner, string major, string scope) =>
        scope is "global" ? "global " + owner : $"{method} {route} {owner} {major}";

    private void Forget(DateTimeOffset now)
    {
        while (_invalid.TryPeek(out var at) && now - at > TimeSpan.FromMinutes(10))
        {
            _invalid.Dequeue();
        }
    }
}

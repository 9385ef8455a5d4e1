using MlaBot.Discord.Rest;
using MlaBot.Discord.Rest.Limits;
using MlaBot.Testing;

namespace MlaBot.Discord.Tests.Rest;

/// <summary>Discord's way to count, as its documentation tells: a window opens with its first request.</summary>
internal sealed class FixedWindow(int limit, TimeSpan length)
{
    public TimeSpan End { get; private set; }

    public int Remaining { get; private set; }

    public int Limit => limit;

    public bool Serve(TimeSpan now)
    {
        if (now >= End)
        {
            (End, Remaining) = (now + length, limit);
        }

        if (Remaining == 0)
        {
            return false;
        }

        Remaining--;
        return true;
    }
}

/// <summary>One bucket hash with two routes and three channels, each channel with its own limit; requests and answers take random times, so
/// that they overtake each other; some callers give up. Moved by a manual clock, on one thread.</summary>
internal sealed class LimitWorld : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

    private readonly Random _random;
    private readonly ManualTimeProvider _clock = new(DateTimeOffset.UnixEpoch);
    private readonly RateLimits _limits;
    private readonly FixedWindow[] _windows;
    private readonly TimeSpan _slowest;
    private readonly List<(Turn Turn, Task Entry, CancellationTokenSource GiveUp)> _waiting = [];
    private readonly List<(Turn Turn, TimeSpan At)> _toServer = [];
    private readonly List<(Turn Turn, TimeSpan At, LimitHeaders Headers)> _toUs = [];

    public LimitWorld(Random random)
    {
        _random = random;
        _limits = new RateLimits(new RestTuning { RequestsPerSecond = 200, Burst = 20 }, _clock);
        _windows = [.. Enumerable.Range(0, 4).Select(_ => new FixedWindow(random.Next(1, 7), TimeSpan.FromMilliseconds(random.Next(100, 3000))))];
        _slowest = TimeSpan.FromMilliseconds(random.Next(1, 1500));
    }

    /// <summary>Requests that reached an empty bucket.</summary>
    public int Overruns { get; private set; }

    public int Served { get; private set; }

    /// <summary>True when nothing waits any more.</summary>
    public bool IsDone => _waiting.Count == 0 && _toServer.Count == 0 && _toUs.Count == 0;

    public void Run()
    {
        // Nobody can know a route's bucket before its first answer, so learning is not part of the law.
        foreach (var route in (int[])[0, 1])
        {
            Ask(route, 0);
            Drain();
            _clock.Advance(TimeSpan.FromSeconds(4));
        }

        Overruns = 0;
        for (var step = 0; step < 300; step++)
        {
            for (var asks = _random.Next(0, 3); asks > 0 && _random.Next(3) == 0; asks--)
            {
                Ask(_random.Next(2), _random.Next(1, 4));
            }

            if (_waiting.Count > 0 && _random.Next(10) == 0)
            {
                _waiting[_random.Next(_waiting.Count)].GiveUp.Cancel();
            }

            Move();
        }

        Drain();
    }

    public void Dispose() => _limits.Dispose();

    private void Drain()
    {
        for (var step = 0; step < 60_000 && !IsDone; step++)
        {
            Move();
        }
    }

    private void Ask(int route, int channel)
    {
        var call = new RestCall(HttpMethod.Patch, $"route{route}", $"{channel}", "", "") { Guild = $"{channel % 2}" };
        var turn = new Turn(call, _limits.NextNumber());
        var giveUp = new CancellationTokenSource();
        _waiting.Add((turn, _limits.EnterAsync(turn, giveUp.Token), giveUp));
    }

    private void Move()
    {
        foreach (var waiting in _waiting.Where(waiting => waiting.Turn.Granted.IsCompleted).ToList())
        {
            _waiting.Remove(waiting);
            if (waiting.Turn.Granted.IsCompletedSuccessfully)
            {
                _toServer.Add((waiting.Turn, _limits.Now + Some()));
            }
        }

        foreach (var request in Due(_toServer, request => request.At))
        {
            Serve(request.Turn);
        }

        foreach (var answer in Due(_toUs, answer => answer.At))
        {
            _limits.Answered(answer.Turn, answer.Headers);
        }

        _clock.Advance(Tick);
    }

    private void Serve(Turn turn)
    {
        var now = _limits.Now;
        var window = _windows[int.Parse(turn.Call.TopLevel)];
        if (window.Serve(now))
        {
            Served++;
        }
        else
        {
            Overruns++;
        }

        var headers = new LimitHeaders("hash", window.Limit, window.Remaining, window.End - now, window.End.TotalSeconds);
        _toUs.Add((turn, now + Some(), headers));
    }

    private List<T> Due<T>(List<T> all, Func<T, TimeSpan> at)
    {
        var due = all.Where(item => at(item) <= _limits.Now).OrderBy(at).ToList();
        due.ForEach(item => all.Remove(item));
        return due;
    }

    private TimeSpan Some() => _slowest * _random.NextDouble();
}

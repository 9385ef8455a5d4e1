namespace MlaBot.Discord.Rest.Limits;

/// <summary>Spreads requests evenly below Discord's global limit; guilds that wait take turns. No lock and no I/O.</summary>
/// <param name="perSecond">Requests per second in the long run.</param>
/// <param name="burst">Requests that may go at once after a pause. Any second sees at most the sum of both.</param>
/// <remarks>Source of the limit of 50 requests per second: Discord developer documentation, "Rate Limits: Global Rate Limit".</remarks>
internal sealed class GlobalPace(double perSecond, int burst)
{
    private readonly TimeSpan _interval = TimeSpan.FromSeconds(1 / perSecond);
    private readonly TimeSpan _slack = TimeSpan.FromSeconds((burst - 1) / perSecond);
    private readonly Dictionary<string, LinkedList<Turn>> _lines = new(StringComparer.Ordinal);
    private readonly Queue<string> _rotation = new();

    // The time at which the next request is due when all go evenly; bursts run ahead of it by the slack.
    private TimeSpan _due;
    private TimeSpan _stoppedUntil;

    /// <summary>Adds a request at the end of its guild's line.</summary>
    public void Add(Turn turn)
    {
        if (!_lines.TryGetValue(turn.Call.Guild, out var line))
        {
            _lines.Add(turn.Call.Guild, line = []);
            _rotation.Enqueue(turn.Call.Guild);
        }

        line.AddLast(turn);
    }

    /// <summary>Takes a request out that no longer wants to go.</summary>
    /// <returns>False when it was not waiting here.</returns>
    public bool Remove(Turn turn) => _lines.TryGetValue(turn.Call.Guild, out var line) && line.Remove(turn);

    /// <summary>Nothing goes before this time; afterwards requests go evenly, without a burst.</summary>
    public void StopUntil(TimeSpan until)
    {
        _stoppedUntil = until > _stoppedUntil ? until : _stoppedUntil;
        _due = Max(_due, _stoppedUntil + _slack);
    }

    /// <summary>The next request that may go now; null when none waits or none may.</summary>
    public Turn? Next(TimeSpan now)
    {
        while (now >= FreeAt && _rotation.TryDequeue(out var guild))
        {
            var line = _lines[guild];
            var turn = line.First?.Value;
            if (turn is not null)
            {
                line.RemoveFirst();
            }

            if (line.Count > 0)
            {
                _rotation.Enqueue(guild);
            }
            else
            {
                _lines.Remove(guild);
            }

            if (turn is not null)
            {
                _due = Max(_due, now) + _interval;
                return turn;
            }
        }

        return null;
    }

    /// <summary>When the next request may go; null when none waits.</summary>
    public TimeSpan? WakeAt => _rotation.Count > 0 ? FreeAt : null;

    /// <summary>Guilds with a line.</summary>
    public int Lines => _lines.Count;

    /// <summary>Takes every waiting request out.</summary>
    public IReadOnlyList<Turn> Clear()
    {
        List<Turn> all = [.. _lines.Values.SelectMany(line => line)];
        _lines.Clear();
        _rotation.Clear();
        return all;
    }

    private TimeSpan FreeAt => Max(_stoppedUntil, _due - _slack);

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}

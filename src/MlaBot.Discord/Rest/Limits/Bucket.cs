namespace MlaBot.Discord.Rest.Limits;

/// <summary>Counts one bucket's requests: what may still be sent in this window. No I/O and no lock; times are spans on one clock.</summary>
/// <remarks>A request is taken off on sending, not on its answer, so that requests side by side never overrun. What is uncertain counts
/// against us: an answer can be late, come out of order or never come.</remarks>
internal sealed class Bucket
{
    // Reset-After is rounded to milliseconds and its own clock may tick a little slower than ours.
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(50);

    // Windows whose ends differ by less than this are the same one.
    private const double SameWindow = 0.05;

    private int? _limit;
    private int _available;
    private TimeSpan? _resetAt;
    private double? _serverReset;
    private TimeSpan _heldUntil;

    /// <summary>Requests that were let go and have no answer yet.</summary>
    public int InFlight { get; private set; }

    /// <summary>True once an answer told the limit.</summary>
    public bool IsKnown => _limit is not null;

    /// <summary>Takes one request off, if the bucket allows it now.</summary>
    public bool TryReserve(TimeSpan now)
    {
        if (now < _heldUntil)
        {
            return false;
        }

        if (_limit is null)
        {
            if (InFlight > 0)
            {
                return false;
            }
        }
        else
        {
            Refill(now);
            // Nothing left, no end known and no answer under way: only another request can tell.
            var mayAsk = InFlight == 0 && _resetAt is null;
            if (_available <= 0 && !mayAsk)
            {
                return false;
            }

            _available = Math.Max(0, _available - 1);
        }

        InFlight++;
        return true;
    }

    /// <summary>When to try again; null when only an answer under way can tell.</summary>
    public TimeSpan? FreeAt(TimeSpan now) =>
        now < _heldUntil ? _heldUntil
        : _limit is not null && _available <= 0 ? _resetAt
        : null;

    /// <summary>A request that was let go is not sent after all.</summary>
    public void GiveBack()
    {
        InFlight--;
        _available = Math.Min(_available + 1, _limit ?? 0);
    }

    /// <summary>A request that was let go without this bucket turns out to belong to it.</summary>
    public void Adopt()
    {
        InFlight++;
        _available--;
    }

    /// <summary>A request ended without a word on the limit. It may have been counted.</summary>
    public void Failed() => InFlight--;

    /// <summary>A request was answered.</summary>
    public void Answered(TimeSpan now, LimitHeaders headers)
    {
        InFlight--;
        if (headers.Limit is not { } limit)
        {
            return;
        }

        // The answer left Discord before now, so the window ends at this time at the latest.
        var end = now + headers.ResetAfter + Margin;
        var isFirst = _limit is null;
        _limit = limit;
        if (isFirst || headers.Reset > _serverReset + SameWindow)
        {
            // A newer window than the one we count in. Those under way may or may not be in its count.
            _available = headers.Remaining - InFlight;
            (_resetAt, _serverReset) = (end, headers.Reset);
        }
        else if (_serverReset is null || headers.Reset is null)
        {
            Lower(headers.Remaining);
            (_resetAt, _serverReset) = (_resetAt > end ? _resetAt : end, headers.Reset);
        }
        else if (headers.Reset >= _serverReset - SameWindow)
        {
            // Answers come out of order: within one window the lowest count is the newest.
            Lower(headers.Remaining);
            _resetAt = _resetAt < end ? _resetAt : end;
        }
    }

    /// <summary>Discord refused a request of this bucket: nothing goes before <paramref name="until"/>.</summary>
    public void Limited(TimeSpan until, LimitHeaders headers)
    {
        InFlight--;
        until += Margin;
        _limit = headers.Limit ?? _limit;
        _available = 0;
        _heldUntil = until > _heldUntil ? until : _heldUntil;
        _resetAt = _resetAt > until ? _resetAt : until;
    }

    /// <summary>True when nothing would be lost but the limit's size by forgetting this bucket.</summary>
    public bool IsIdle(TimeSpan now) => InFlight == 0 && now >= _heldUntil && (_resetAt is null || now >= _resetAt);

    // Fewer left than we counted: somebody else uses the bucket too, and those under way may not be in the answer's count.
    private void Lower(int remaining) => _available = remaining < _available ? remaining - InFlight : _available;

    private void Refill(TimeSpan now)
    {
        if (now >= _resetAt)
        {
            // Requests under way may arrive in the new window.
            _available = _limit!.Value - InFlight;
            (_resetAt, _serverReset) = (null, null);
        }
    }
}

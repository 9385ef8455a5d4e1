namespace MlaBot.Slack.SocketMode.Protocol;

/// <summary>When the next socket may be opened: back-off with full jitter after failures, Slack's own waits, and a rate for all openings.</summary>
internal sealed class OpenPacing(SocketModeOptions options, Random random)
{
    // 2^16 times the first wait is above every longest wait in use.
    private const int MostDoublings = 16;

    private int _failures;
    private TimeSpan _backOffUntil;
    private TimeSpan _heldUntil;
    private TimeSpan _paidUntil;

    /// <summary>The earliest time of the next opening.</summary>
    public TimeSpan NextAt => Later(Later(_backOffUntil, _heldUntil), _paidUntil - (options.OpenEvery * (options.OpensAtOnce - 1)));

    /// <summary>A socket is being opened.</summary>
    public void Opening(TimeSpan now) => _paidUntil = Later(_paidUntil, now) + options.OpenEvery;

    /// <summary>A socket could not be opened, or did not say hello.</summary>
    /// <param name="retryAfter">How long Slack asks to wait; null when it did not say.</param>
    /// <param name="now">The time.</param>
    public void Failed(TimeSpan? retryAfter, TimeSpan now)
    {
        BackOff(options.LongestBackOff, now);
        Hold(retryAfter.GetValueOrDefault(), now);
    }

    /// <summary>A socket in use was cut.</summary>
    public void Cut(TimeSpan wasOpenFor, TimeSpan now)
    {
        _failures = wasOpenFor >= options.GoodAfter ? 0 : _failures;
        BackOff(options.LongestAfterHello, now);
    }

    /// <summary>Slack asks for another socket in time: that waits for no back-off, only for what Slack itself held up.</summary>
    public void Asked() => _backOffUntil = TimeSpan.Zero;

    /// <summary>Nothing is opened for a while.</summary>
    public void Hold(TimeSpan pause, TimeSpan now) => _heldUntil = Later(_heldUntil, now + pause);

    private void BackOff(TimeSpan longest, TimeSpan now)
    {
        var ceiling = options.FirstBackOff * (1 << Math.Min(_failures, MostDoublings));
        _failures++;
        _backOffUntil = now + ((ceiling < longest ? ceiling : longest) * random.NextDouble());
    }

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;
}

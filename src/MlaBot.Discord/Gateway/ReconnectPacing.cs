using MlaBot.Discord.Gateway.Protocol;

namespace MlaBot.Discord.Gateway;

/// <summary>How long to wait before the next connection: at once after a long good one, then 1 s doubling to 60 s, give or take a quarter.</summary>
/// <remarks>1000 IDENTIFYs a day reset the token (Discord, "Gateway: Rate Limiting"): a crash loop must slow down. A RESUME is not counted, so
/// a poor link that breaks again and again makes nobody wait for a minute: each press fails that is not answered within 3 s.</remarks>
internal sealed class ReconnectPacing(Random random)
{
    /// <summary>A connection that was ready for so long was good.</summary>
    public static readonly TimeSpan GoodAfter = TimeSpan.FromSeconds(30);

    /// <summary>The longest wait before a session goes on whose last connection was ready.</summary>
    public static readonly TimeSpan LongestBeforeResume = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan[] Steps = [.. new[] { 1, 2, 4, 8, 16, 32, 60 }.Select(seconds => TimeSpan.FromSeconds(seconds))];

    private const int StepsOfPoorLink = 3;

    private bool _isFirst = true;
    private int _step;

    /// <summary>The wait after a connection has ended.</summary>
    /// <param name="reconnect">What the session says.</param>
    /// <param name="wasReadyFor">How long the connection was ready; zero when never.</param>
    /// <param name="canResume">True when the session can go on.</param>
    public TimeSpan Next(Reconnect reconnect, TimeSpan wasReadyFor, bool canResume)
    {
        if (wasReadyFor >= GoodAfter)
        {
            (_isFirst, _step) = (true, 0);
        }

        var backOff = TimeSpan.Zero;
        var isPoorLink = canResume && wasReadyFor > TimeSpan.Zero;
        if (!_isFirst || !reconnect.IsAtOnce)
        {
            backOff = Steps[_step] * (0.75 + (0.5 * random.NextDouble()));
            // A poor link must not make the next real trouble wait for a minute either.
            _step = Math.Max(_step, Math.Min(_step + 1, isPoorLink ? StepsOfPoorLink : Steps.Length - 1));
        }

        if (isPoorLink && backOff > LongestBeforeResume)
        {
            backOff = LongestBeforeResume;
        }

        _isFirst = false;
        return backOff > reconnect.Pause ? backOff : reconnect.Pause;
    }
}

using System.Globalization;
using NodaTime;

namespace MlaBot.Slack.Adapter;

/// <summary>How long ago Slack took a press, from the <c>action_ts</c> of its payload.</summary>
/// <remarks>Source: Slack developer documentation, "block_actions payload": seconds since 1970 with a fraction.</remarks>
internal static class PressAge
{
    // Slack gives a press up after 3 s, so more would be a clock that is wrong.
    private static readonly Duration Most = Duration.FromSeconds(3);

    // Taken as the way of every form, so that a usual delay costs nobody points.
    private static readonly Duration FormWay = Duration.FromMilliseconds(500);

    /// <summary>The age; from zero to 3 s, zero for a text that is no time.</summary>
    /// <param name="taken">Such as <c>1548426417.840180</c>.</param>
    /// <param name="now">The real present, which a try-out clock is not.</param>
    public static Duration Of(string taken, DateTimeOffset now)
    {
        if (!decimal.TryParse(taken, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) || seconds > long.MaxValue / 1000)
        {
            return Duration.Zero;
        }

        return Bounded(Duration.FromMilliseconds(now.ToUnixTimeMilliseconds() - (long)(seconds * 1000)));
    }

    /// <summary>The age of a form, whose payload says no time; from half a second to 3 s.</summary>
    /// <param name="here">How long ago it arrived.</param>
    public static Duration OfForm(TimeSpan here) => Bounded(FormWay + Duration.FromTimeSpan(here));

    private static Duration Bounded(Duration age) => age < Duration.Zero ? Duration.Zero : age > Most ? Most : age;
}

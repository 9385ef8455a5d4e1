using System.Globalization;
using NodaTime;

namespace MlaBot.Discord.Adapter;

/// <summary>How long ago Discord took an interaction, from the time that its id holds.</summary>
/// <remarks>Source: Discord developer documentation, "API Reference: Snowflakes": milliseconds since 2015 in the bits from 22 up.</remarks>
internal static class PressAge
{
    private const long Epoch = 1_420_070_400_000;

    // Discord gives an interaction up after 3 s, so more would be a clock that is wrong.
    private static readonly Duration Most = Duration.FromSeconds(3);

    /// <summary>The age; from zero to 3 s, zero for an id that is no number.</summary>
    /// <param name="id">The interaction's id.</param>
    /// <param name="now">The real present, which a try-out clock is not.</param>
    public static Duration Of(string id, DateTimeOffset now)
    {
        if (!ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var snowflake))
        {
            return Duration.Zero;
        }

        var age = Duration.FromMilliseconds(now.ToUnixTimeMilliseconds() - ((long)(snowflake >> 22) + Epoch));
        return age < Duration.Zero ? Duration.Zero : age > Most ? Most : age;
    }
}

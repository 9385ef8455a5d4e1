using NodaTime;

namespace MlaBot.Discord.Adapter;

/// <summary>How long ago Discord took an interaction, from the time that its id holds.</summary>
internal static class PressAge
{
    // Discord gives an interaction up after 3 s, so more would be a clock that is wrong.
    private static readonly Duration Most = Duration.FromSeconds(3);

    /// <summary>The age; from zero to 3 s, zero for an id that is no number.</summary>
    /// <param name="id">The interaction's id.</param>
    /// <param name="now">The real present, which a try-out clock is not.</param>
    public static Duration Of(string id, DateTimeOffset now)
    {
        var age = Snowflake.TimeOf(id) is { } taken ? Duration.FromTimeSpan(now - taken) : Duration.Zero;
        return age < Duration.Zero ? Duration.Zero : age > Most ? Most : age;
    }
}

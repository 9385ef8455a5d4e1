using MlaBot.Core.Channels;
using NodaTime;

namespace MlaBot.Core.Notes;

/// <summary>Chooses a tip for a person and a day.</summary>
public static class DailyTip
{
    /// <summary>The place of the day's tip: the next one each day, so that all are seen before one comes again. Where a person begins
    /// follows from who it is, so that a group does not read the same tip on one day.</summary>
    /// <param name="person">Who asks.</param>
    /// <param name="day">The person's local day.</param>
    /// <param name="count">How many tips there are. At least 1.</param>
    /// <returns>From 0 to <paramref name="count"/> - 1.</returns>
    public static int IndexOf(LearnerKey person, LocalDate day, int count)
    {
        // FNV-1a: string.GetHashCode changes with each start of the program.
        var start = person.ToString().Aggregate(2_166_136_261u, (hash, letter) => unchecked((hash ^ letter) * 16_777_619u));
        var days = Period.DaysBetween(new LocalDate(2000, 1, 1), day);
        return (int)((((start % (uint)count) + days) % count + count) % count);
    }
}

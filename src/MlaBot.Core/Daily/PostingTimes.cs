using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Core.Daily;

/// <summary>The dates and instants at which a schedule posts.</summary>
/// <remarks>Always computed from local date and wall time, never by adding 24 hours (product rule 4.1, step 3).</remarks>
public static class PostingTimes
{
    /// <summary>The first posting date after a date.</summary>
    /// <exception cref="ArgumentException">The schedule names no day of the week.</exception>
    public static LocalDate NextDate(Schedule schedule, LocalDate after)
    {
        if (schedule.Days.Count == 0)
        {
            throw new ArgumentException("A schedule needs at least one day of the week.", nameof(schedule));
        }

        var zone = DateTimeZoneProviders.Tzdb[schedule.Zone];
        var date = after.PlusDays(1);
        while (!schedule.Days.Contains(date.DayOfWeek) || Zones.IsLeftOut(zone, date))
        {
            date = date.PlusDays(1);
        }

        return date;
    }

    /// <summary>The first posting date whose instant lies after a moment.</summary>
    public static LocalDate FirstDateAfter(Schedule schedule, Instant moment)
    {
        var zone = DateTimeZoneProviders.Tzdb[schedule.Zone];
        var date = NextDate(schedule, moment.InZone(zone).Date.PlusDays(-2));
        while (At(schedule, date) <= moment)
        {
            date = NextDate(schedule, date);
        }

        return date;
    }

    /// <summary>The instant of a posting date.</summary>
    public static Instant At(Schedule schedule, LocalDate date) =>
        Zones.At(DateTimeZoneProviders.Tzdb[schedule.Zone], date, schedule.At);
}

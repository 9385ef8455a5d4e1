using System.Globalization;
using System.Text.RegularExpressions;
using MlaBot.Core;
using MlaBot.Core.Time;
using NodaTime;
using NodaTime.Text;

namespace MlaBot.LocalChat;

/// <summary>Reads where <c>/time</c> shall move the clock: <c>+1d</c>, <c>+3h</c>, <c>+1d12h30m</c>, <c>2026-11-25T09:00</c>.</summary>
internal static partial class TimeJump
{
    /// <summary>The longest way in one step.</summary>
    public const int MostDays = 400;

    private static readonly LocalDateTimePattern WallTime = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    private static readonly Refusal Back = new("time-back", "The clock moves forward only.", "Name a later time, such as /time +1h.");
    private static readonly Refusal Far = new("time-far", $"That is more than {MostDays} days ahead.", "Move in smaller steps.");

    /// <summary>Finds the target.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="now">The present.</param>
    /// <param name="zone">The zone of wall times. A day keeps the wall time, also over a change of the clocks.</param>
    public static Outcome<Instant> Read(string typed, Instant now, DateTimeZone zone)
    {
        return (Step().Match(typed.Trim()), WallTime.Parse(typed.Trim().Replace(' ', 'T'))) switch
        {
            ({ Success: true, Length: > 1 } step, _) => Check(After(step, now, zone), now),
            (_, { Success: true, Value: var wall }) => ToWallTime(wall, now, zone),
            _ when typed.TrimStart().StartsWith('-') => Back,
            _ => new Refusal("time-form", $"\"{Text.Printable(typed, 40)}\" is no time that I can move to.", "Type /time +1d, /time +3h, /time +30m or /time 2026-11-25T09:00."),
        };
    }

    private static Instant After(Match step, Instant now, DateTimeZone zone)
    {
        var here = now.InZone(zone).LocalDateTime;
        var days = Number(step, "days");

        // A repeated hour is left alone: only whole days go through the wall time.
        var start = days == 0 ? now : Zones.At(zone, here.Date.PlusDays(days), here.TimeOfDay);
        return start + Duration.FromHours(Number(step, "hours")) + Duration.FromMinutes(Number(step, "minutes"));
    }

    // Compared as dates first: the ends of the calendar have no instant in every zone.
    private static Outcome<Instant> ToWallTime(LocalDateTime wall, Instant now, DateTimeZone zone)
    {
        var today = now.InZone(zone).Date;
        return wall.Date < today ? Back
            : wall.Date > today.PlusDays(MostDays + 1) ? Far
            : Check(Zones.At(zone, wall.Date, wall.TimeOfDay), now);
    }

    private static Outcome<Instant> Check(Instant target, Instant now) =>
        target < now ? Back : target - now > Duration.FromDays(MostDays) ? Far : target;

    private static int Number(Match match, string part) =>
        match.Groups[part] is { Success: true } group ? int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^\+(?:(?<days>[0-9]{1,5})d)?(?:(?<hours>[0-9]{1,6})h)?(?:(?<minutes>[0-9]{1,6})m)?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Step();
}

using NodaTime;
using NodaTime.TimeZones;

namespace MlaBot.Core.Time;

/// <summary>Wall times in named zones. The one place where local time becomes an instant and back.</summary>
public static class Zones
{
    /// <summary>Finds a zone by its IANA id, in any case of letters.</summary>
    /// <returns>The zone, or a refusal that names near ids.</returns>
    public static Outcome<DateTimeZone> Find(string id)
    {
        var wanted = id.Trim();
        var known = TzdbDateTimeZoneSource.Default.CanonicalIdMap.Keys
            .FirstOrDefault(key => string.Equals(key, wanted, StringComparison.OrdinalIgnoreCase));
        if (known is not null)
        {
            return DateTimeZoneProviders.Tzdb[known];
        }

        var near = Near(wanted);
        return new Refusal(
            "zone-unknown",
            $"\"{Text.Printable(wanted, 40)}\" is not a time zone that I know.",
            near.Count > 0
                ? $"Did you mean {string.Join(" or ", near)}?"
                : "Give an IANA name such as Europe/Berlin, America/New_York or Asia/Tokyo.");
    }

    /// <summary>The instant at which a wall time comes on a date.</summary>
    /// <returns>In a repeated hour the first occurrence; for a skipped time the first instant after the gap.</returns>
    /// <remarks>Product rule 4.1, step 3.</remarks>
    public static Instant At(DateTimeZone zone, LocalDate date, LocalTime time)
    {
        var mapping = zone.MapLocal(date + time);
        return mapping.Count == 0 ? mapping.LateInterval.Start : mapping.First().ToInstant();
    }

    /// <summary>True when clocks jump over that wall time on that date.</summary>
    public static bool IsSkipped(DateTimeZone zone, LocalDate date, LocalTime time) => zone.MapLocal(date + time).Count == 0;

    /// <summary>True when a place left a whole day out, as Samoa did when it crossed the date line on 30 December 2011.</summary>
    public static bool IsLeftOut(DateTimeZone zone, LocalDate date) => At(zone, date, LocalTime.Midnight).InZone(zone).Date != date;

    /// <summary>Zone ids for an autocomplete field.</summary>
    /// <param name="typed">What was typed so far.</param>
    /// <param name="limit">The most ids to give.</param>
    public static IReadOnlyList<string> Suggest(string typed, int limit)
    {
        var words = typed.Trim().Replace(' ', '_');
        return
        [
            .. TzdbDateTimeZoneSource.Default.CanonicalIdMap.Keys
                .Where(id => id.Contains('/', StringComparison.Ordinal) || id is "UTC")
                .Where(id => id.Contains(words, StringComparison.OrdinalIgnoreCase))
                .OrderBy(id => id.StartsWith(words, StringComparison.OrdinalIgnoreCase)
                    || id.Contains("/" + words, StringComparison.OrdinalIgnoreCase) ? 0 : 1)
                .ThenBy(id => id, StringComparer.Ordinal)
                .Take(limit),
        ];
    }

    private static List<string> Near(string wanted)
    {
        var city = wanted.Split('/')[^1].Replace(' ', '_');
        return city.Length < 3 ? [] :
        [
            .. TzdbDateTimeZoneSource.Default.CanonicalIdMap.Keys
                .Where(id => id.Contains('/', StringComparison.Ordinal))
                .Select(id => (id, distance: Text.EditDistance(id.Split('/')[^1].ToLowerInvariant(), city.ToLowerInvariant())))
                .Where(pair => pair.distance <= 2 && pair.distance < city.Length / 2)
                .OrderBy(pair => pair.distance).ThenBy(pair => pair.id, StringComparer.Ordinal)
                .Select(pair => pair.id)
                .Take(3),
        ];
    }
}

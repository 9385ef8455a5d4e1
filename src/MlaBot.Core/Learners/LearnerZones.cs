using MlaBot.Core.Channels;
using MlaBot.Core.Streaks;
using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Core.Learners;

/// <summary>Takes over the time zone of a person's profile, until the person chooses one.</summary>
public sealed class LearnerZones(ILearnerStore learners, IChannelStore channels, TimeProvider clock)
{
    // Nothing of a person lies before the first sign of them, so the zone may hold from a little earlier: then also a move over the date
    // line, whose first day is stretched or left out, is over by today.
    private const int DaysBefore = 3;

    /// <summary>The zones of somebody who is met for the first time.</summary>
    /// <param name="profile">The zone of the profile; empty or unknown when the platform does not say it well.</param>
    /// <param name="home">The channel's zone.</param>
    /// <param name="now">The present instant.</param>
    /// <returns>The profile's zone, unless it is none or the channel's.</returns>
    public static IReadOnlyList<ZoneChange> First(string profile, DateTimeZone home, Instant now) =>
        Known(profile) is { } zone && zone != home.Id
            ? [new ZoneChange(now.InZone(home).Date.PlusDays(-DaysBefore), zone) { IsOfProfile = true }]
            : [];

    /// <summary>Stores a person who is not known yet, with the zone of the profile; does nothing for anybody else.</summary>
    public async Task MeetAsync(LearnerKey key, string name, string profile, DateTimeZone home, CancellationToken cancellationToken)
    {
        if (First(profile, home, clock.Now()) is { Count: > 0 } zones && await learners.FindAsync(key, cancellationToken) is null)
        {
            await learners.AddAsync(new Learner(key, Text.Printable(name, 80), LearnerCalendar.Empty with { Zones = zones }), cancellationToken);
        }
    }

    /// <summary>Takes over a profile's new zone, from the person's next local day on. A zone that the person chose stays, and people who are
    /// not known yet stay so.</summary>
    /// <param name="key">Who.</param>
    /// <param name="zone">The IANA id that the profile names now.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The change; null when there is none.</returns>
    /// <remarks>Product rule 4.3: a zone change takes effect the next day, at most once a day, and is never retroactive.</remarks>
    public async Task<ZoneChange?> ProfileChangedAsync(LearnerKey key, string zone, CancellationToken cancellationToken)
    {
        if (Known(zone) is not { } known || await learners.FindAsync(key, cancellationToken) is not { } learner
            || learner.Calendar.Zones.Any(change => !change.IsOfProfile))
        {
            return null;
        }

        var home = await HomeAsync(key.Group, cancellationToken);
        var now = clock.Now();
        var today = new LearnerDays(learner.Calendar.Zones, home).DayOf(now).Date;
        // What was to hold from tomorrow has not begun, so the profile's last word of a day is the one that counts.
        ZoneChange[] begun = [.. learner.Calendar.Zones.Where(change => change.From <= today)];
        var change = new ZoneChange(today.PlusDays(1), known) { IsOfProfile = true };
        ZoneChange[] zones = known == (begun.LastOrDefault()?.Zone ?? home.Id) ? begun : [.. begun, change];
        if (zones.SequenceEqual(learner.Calendar.Zones))
        {
            return null;
        }

        await learners.SaveAsync(learner with { Calendar = learner.Calendar with { Zones = zones } }, cancellationToken);
        return zones.Length > begun.Length ? change : null;
    }

    private async Task<DateTimeZone> HomeAsync(GroupKey group, CancellationToken cancellationToken)
    {
        var channel = (await channels.OfGroupAsync(group, cancellationToken)).FirstOrDefault();
        return DateTimeZoneProviders.Tzdb.GetZoneOrNull(channel?.Zone ?? "UTC") ?? DateTimeZone.Utc;
    }

    private static string? Known(string zone) =>
        zone.Length > 0 && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is { } known && DateTimeZoneProviders.Tzdb.Ids.Contains(known.Id) ? known.Id : null;
}

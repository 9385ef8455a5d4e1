using MlaBot.Core.Time;
using MlaBot.Testing;
using NodaTime;

namespace MlaBot.Core.Tests.Time;

/// <summary>Product rule 4.1, step 3: a skipped time comes at the first valid minute, a repeated one only the first time.</summary>
public sealed class ZonesTests
{
    [Theory]
    // Spring forward by an hour at 02:00.
    [InlineData("America/New_York", "2026-03-08", 1, 59, "2026-03-08T06:59Z", false)]
    [InlineData("America/New_York", "2026-03-08", 2, 0, "2026-03-08T07:00Z", true)]
    [InlineData("America/New_York", "2026-03-08", 2, 30, "2026-03-08T07:00Z", true)]
    [InlineData("America/New_York", "2026-03-08", 3, 0, "2026-03-08T07:00Z", false)]
    [InlineData("Europe/Berlin", "2026-03-29", 2, 30, "2026-03-29T01:00Z", true)]
    [InlineData("Europe/Berlin", "2026-03-29", 3, 0, "2026-03-29T01:00Z", false)]
    // Fall back by an hour: the first of the two.
    [InlineData("America/New_York", "2026-11-01", 1, 30, "2026-11-01T05:30Z", false)]
    [InlineData("America/New_York", "2026-11-01", 2, 0, "2026-11-01T07:00Z", false)]
    [InlineData("Europe/Berlin", "2026-10-25", 2, 30, "2026-10-25T00:30Z", false)]
    [InlineData("Europe/Berlin", "2026-10-25", 3, 0, "2026-10-25T02:00Z", false)]
    // The day begins at 01:00; in autumn 23:00 comes twice.
    [InlineData("America/Santiago", "2026-09-06", 0, 0, "2026-09-06T04:00Z", true)]
    [InlineData("America/Santiago", "2026-09-06", 0, 59, "2026-09-06T04:00Z", true)]
    [InlineData("America/Santiago", "2026-09-06", 1, 0, "2026-09-06T04:00Z", false)]
    [InlineData("America/Santiago", "2026-04-04", 23, 30, "2026-04-05T02:30Z", false)]
    [InlineData("America/Santiago", "2026-04-05", 0, 0, "2026-04-05T04:00Z", false)]
    // Clocks move by half an hour.
    [InlineData("Australia/Lord_Howe", "2026-10-04", 2, 15, "2026-10-03T15:30Z", true)]
    [InlineData("Australia/Lord_Howe", "2026-10-04", 2, 30, "2026-10-03T15:30Z", false)]
    [InlineData("Australia/Lord_Howe", "2026-04-05", 1, 45, "2026-04-04T14:45Z", false)]
    [InlineData("Australia/Lord_Howe", "2026-04-05", 2, 0, "2026-04-04T15:30Z", false)]
    // The gap is at midnight, on a Friday; the end at midnight too.
    [InlineData("Africa/Cairo", "2026-04-24", 0, 0, "2026-04-23T22:00Z", true)]
    [InlineData("Africa/Cairo", "2026-04-24", 0, 30, "2026-04-23T22:00Z", true)]
    [InlineData("Africa/Cairo", "2026-10-29", 23, 30, "2026-10-29T20:30Z", false)]
    [InlineData("Africa/Cairo", "2026-10-30", 0, 0, "2026-10-29T22:00Z", false)]
    // Samoa left 30 December 2011 out.
    [InlineData("Pacific/Apia", "2011-12-29", 23, 59, "2011-12-30T09:59Z", false)]
    [InlineData("Pacific/Apia", "2011-12-30", 0, 0, "2011-12-30T10:00Z", true)]
    [InlineData("Pacific/Apia", "2011-12-30", 12, 0, "2011-12-30T10:00Z", true)]
    [InlineData("Pacific/Apia", "2011-12-31", 0, 0, "2011-12-30T10:00Z", false)]
    public void A_wall_time_comes_once(string zoneId, string date, int hour, int minute, string expected, bool isSkipped)
    {
        var zone = DateTimeZoneProviders.Tzdb[zoneId];
        var time = new LocalTime(hour, minute);

        Zones.At(zone, New.Date(date), time).ShouldBe(New.Instant(expected));
        Zones.IsSkipped(zone, New.Date(date), time).ShouldBe(isSkipped);
    }

    [Theory]
    [InlineData("Pacific/Apia", "2011-12-30", true)]
    [InlineData("Pacific/Apia", "2011-12-31", false)]
    [InlineData("Pacific/Kwajalein", "1993-08-21", true)]
    [InlineData("America/Santiago", "2026-09-06", false)]
    [InlineData("Europe/Berlin", "2026-03-29", false)]
    public void Only_a_day_without_any_hour_is_left_out(string zoneId, string date, bool isLeftOut) =>
        Zones.IsLeftOut(DateTimeZoneProviders.Tzdb[zoneId], New.Date(date)).ShouldBe(isLeftOut);
}

using MlaBot.Core.Learners;
using MlaBot.Core.Streaks;
using MlaBot.Testing;
using NodaTime;

namespace MlaBot.Core.Tests.Streaks;

/// <summary>Product contract 4.3: a day belongs to the zone that held when it began.</summary>
public sealed class LearnerDaysTests
{
    [Theory]
    [InlineData("2026-03-02T22:59Z", "2026-03-02", false)]
    [InlineData("2026-03-02T23:00Z", "2026-03-03", true)]
    [InlineData("2026-03-03T01:59Z", "2026-03-03", true)]
    [InlineData("2026-03-03T02:00Z", "2026-03-03", false)]
    public void A_day_runs_from_midnight_to_midnight_and_begins_with_three_hours_of_grace(string at, string date, bool isGrace) =>
        Days("Europe/Berlin").DayOf(New.Instant(at)).ShouldBe(new LocalDay(New.Date(date), isGrace));

    [Theory]
    // Berlin, 29 March: 02:00 becomes 03:00, so grace ends after two hours.
    [InlineData("Europe/Berlin", "2026-03-29T00:59Z", "2026-03-29", true)]
    [InlineData("Europe/Berlin", "2026-03-29T01:00Z", "2026-03-29", false)]
    // Berlin, 25 October: 02:30 comes twice, both before 03:00.
    [InlineData("Europe/Berlin", "2026-10-25T01:59Z", "2026-10-25", true)]
    [InlineData("Europe/Berlin", "2026-10-25T02:00Z", "2026-10-25", false)]
    // Santiago, 6 September: the day begins at 01:00.
    [InlineData("America/Santiago", "2026-09-06T03:59Z", "2026-09-05", false)]
    [InlineData("America/Santiago", "2026-09-06T04:00Z", "2026-09-06", true)]
    // Cairo, 29 October: the last hour of the day comes twice.
    [InlineData("Africa/Cairo", "2026-10-29T21:30Z", "2026-10-29", false)]
    [InlineData("Africa/Cairo", "2026-10-29T22:00Z", "2026-10-30", true)]
    public void Clock_changes_move_no_day(string zone, string at, string date, bool isGrace) =>
        Days(zone).DayOf(New.Instant(at)).ShouldBe(new LocalDay(New.Date(date), isGrace));

    [Theory]
    // The second of March ends by Tokyo's clock; the third lasts until midnight in New York.
    [InlineData("2026-03-02T14:59Z", "2026-03-02", false)]
    [InlineData("2026-03-02T15:00Z", "2026-03-03", true)]
    [InlineData("2026-03-02T17:59Z", "2026-03-03", true)]
    [InlineData("2026-03-02T18:00Z", "2026-03-03", false)]
    [InlineData("2026-03-03T06:00Z", "2026-03-03", false)]
    [InlineData("2026-03-04T04:59Z", "2026-03-03", false)]
    [InlineData("2026-03-04T05:00Z", "2026-03-04", true)]
    public void Going_west_stretches_the_first_day_and_leaves_yesterday_its_grace(string at, string date, bool isGrace) =>
        Days("Asia/Tokyo", ("2026-03-03", "America/New_York")).DayOf(New.Instant(at)).ShouldBe(new LocalDay(New.Date(date), isGrace));

    [Theory]
    [InlineData("2026-03-03T04:59Z", "2026-03-02", false)]
    [InlineData("2026-03-03T05:00Z", "2026-03-03", true)]
    [InlineData("2026-03-03T07:59Z", "2026-03-03", true)]
    [InlineData("2026-03-03T08:00Z", "2026-03-03", false)]
    [InlineData("2026-03-03T15:00Z", "2026-03-04", true)]
    [InlineData("2026-03-03T18:00Z", "2026-03-04", false)]
    public void Going_east_shortens_the_first_day_and_leaves_yesterday_its_grace(string at, string date, bool isGrace) =>
        Days("America/New_York", ("2026-03-03", "Asia/Tokyo")).DayOf(New.Instant(at)).ShouldBe(new LocalDay(New.Date(date), isGrace));

    [Fact]
    public void Over_the_date_line_eastward_in_time_a_day_vanishes()
    {
        var days = Days("Pacific/Honolulu", ("2026-03-03", "Pacific/Kiritimati"));

        days.Vanished.ShouldBe([New.Date("2026-03-03")]);
        days.DayOf(New.Instant("2026-03-03T09:59Z")).ShouldBe(new LocalDay(New.Date("2026-03-02"), IsGrace: false));
        days.DayOf(New.Instant("2026-03-03T10:00Z")).ShouldBe(new LocalDay(New.Date("2026-03-04"), IsGrace: true));
        days.DayOf(New.Instant("2026-03-03T13:00Z")).ShouldBe(new LocalDay(New.Date("2026-03-04"), IsGrace: false));
    }

    [Fact]
    public void A_day_of_one_hour_is_none()
    {
        var days = Days("Pacific/Honolulu", ("2026-03-03", "Pacific/Auckland"));

        days.Vanished.ShouldBe([New.Date("2026-03-03")]);
        days.DayOf(New.Instant("2026-03-03T10:00Z")).ShouldBe(new LocalDay(New.Date("2026-03-04"), IsGrace: true));
        days.DayOf(New.Instant("2026-03-03T13:00Z")).ShouldBe(new LocalDay(New.Date("2026-03-04"), IsGrace: false));
        days.DayOf(New.Instant("2026-03-04T11:00Z")).ShouldBe(new LocalDay(New.Date("2026-03-05"), IsGrace: true));
    }

    [Fact]
    public void Over_the_date_line_the_other_way_a_day_is_two_days_long()
    {
        var days = Days("Pacific/Kiritimati", ("2026-03-03", "Pacific/Honolulu"));

        days.Vanished.ShouldBeEmpty();
        days.DayOf(New.Instant("2026-03-02T10:00Z")).Date.ShouldBe(New.Date("2026-03-03"));
        days.DayOf(New.Instant("2026-03-04T09:59Z")).ShouldBe(new LocalDay(New.Date("2026-03-03"), IsGrace: false));
        days.DayOf(New.Instant("2026-03-04T10:00Z")).Date.ShouldBe(New.Date("2026-03-04"));
    }

    [Fact]
    public void A_change_leaves_every_earlier_day_as_it_was()
    {
        var before = Days("America/New_York");
        var after = Days("America/New_York", ("2026-03-03", "Asia/Tokyo"));

        for (var at = New.Instant("2026-02-27T00:00Z"); at < New.Instant("2026-03-03T05:00Z"); at += Duration.FromMinutes(30))
        {
            after.DayOf(at).ShouldBe(before.DayOf(at));
        }
    }

    [Fact]
    public void A_zone_that_the_data_base_no_longer_knows_is_passed_over()
    {
        var days = Days("Europe/Berlin", ("2026-03-03", "Mars/Olympus"));

        days.ZoneAt(New.Instant("2026-03-05T12:00Z")).Id.ShouldBe("Europe/Berlin");
    }

    [Fact]
    public void A_change_on_the_day_that_Samoa_left_out_starts_after_it()
    {
        var days = Days("Pacific/Apia", ("2011-12-30", "Pacific/Pago_Pago"));

        days.DayOf(New.Instant("2011-12-30T09:59Z")).Date.ShouldBe(New.Date("2011-12-29"));
        days.DayOf(New.Instant("2011-12-30T10:00Z")).Date.ShouldBe(New.Date("2011-12-30"));
    }

    private static LearnerDays Days(string home, params (string From, string Zone)[] changes) =>
        new([.. changes.Select(change => new ZoneChange(New.Date(change.From), change.Zone))], DateTimeZoneProviders.Tzdb[home]);
}

using FsCheck;
using FsCheck.Fluent;
using MlaBot.Core.Daily;
using MlaBot.Core.Time;
using MlaBot.Testing;
using NodaTime;

namespace MlaBot.Core.Tests.Daily;

public sealed class PostingTimesTests
{
    private static readonly string[] ZoneIds =
        ["America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "America/Santiago", "Africa/Cairo", "Pacific/Apia", "Asia/Kolkata", "America/Havana"];

    private static Gen<Schedule> Schedules { get; } =
        from zone in Gen.Elements(ZoneIds)
        from minute in Gen.Choose(0, 1439)
        from days in Gen.SubListOf(Days.EveryDay.AsEnumerable()).Where(days => days.Count > 0)
        select New.Schedule(new LocalTime(minute / 60, minute % 60), zone, days.ToHashSet());

    // Day numbers since 1970: the years in which Samoa changed sides and the present ones.
    private static Gen<LocalDate> Dates { get; } =
        Gen.OneOf(Gen.Choose(15_300, 15_360), Gen.Choose(20_400, 21_500)).Select(day => new LocalDate(1970, 1, 1).PlusDays(day));

    [Fact]
    public void Every_matching_local_date_has_one_instant_and_they_follow_each_other() =>
        Prop.ForAll(Schedules.ToArbitrary(), Dates.ToArbitrary(), (schedule, start) =>
        {
            var zone = DateTimeZoneProviders.Tzdb[schedule.Zone];
            var posted = Walk(schedule, start).TakeWhile(date => date <= start.PlusDays(60)).ToArray();
            var wanted = Enumerable.Range(1, 60).Select(start.PlusDays)
                .Where(date => schedule.Days.Contains(date.DayOfWeek) && zone.MapLocal(date.At(LocalTime.Noon)).Count > 0);
            return posted.SequenceEqual(wanted)
                && posted.Zip(posted.Skip(1)).All(pair => PostingTimes.At(schedule, pair.First) < PostingTimes.At(schedule, pair.Second));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_post_comes_at_its_wall_time_or_right_after_the_gap_that_swallowed_it() =>
        Prop.ForAll(Schedules.ToArbitrary(), Dates.ToArbitrary(), (schedule, start) =>
        {
            var zone = DateTimeZoneProviders.Tzdb[schedule.Zone];
            var date = PostingTimes.NextDate(schedule, start);
            var at = PostingTimes.At(schedule, date);
            return at.InZone(zone).LocalDateTime == date + schedule.At
                || (Zones.IsSkipped(zone, date, schedule.At) && zone.GetZoneInterval(at).Start == at && at.InZone(zone).Date == date);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void The_first_date_after_a_moment_is_the_earliest_one_that_lies_ahead() =>
        Prop.ForAll(Schedules.ToArbitrary(), Dates.ToArbitrary(), Gen.Choose(0, 86_399).ToArbitrary(), (schedule, day, second) =>
        {
            var moment = day.AtMidnight().InUtc().ToInstant() + Duration.FromSeconds(second);
            var first = PostingTimes.FirstDateAfter(schedule, moment);
            var earlier = Walk(schedule, day.PlusDays(-20)).TakeWhile(date => date < first);
            return PostingTimes.At(schedule, first) > moment && earlier.All(date => PostingTimes.At(schedule, date) <= moment);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_moment_that_is_a_posting_time_is_not_after_itself()
    {
        var schedule = New.Schedule(new LocalTime(9, 0), "Europe/Berlin");
        var at = PostingTimes.At(schedule, New.Date("2026-03-02"));

        PostingTimes.FirstDateAfter(schedule, at).ShouldBe(New.Date("2026-03-03"));
        PostingTimes.FirstDateAfter(schedule, at - Duration.Epsilon).ShouldBe(New.Date("2026-03-02"));
    }

    [Fact]
    public void Clock_changes_make_a_day_of_23_or_25_hours_not_another_wall_time()
    {
        var schedule = New.Schedule(new LocalTime(9, 0), "America/New_York");

        (At("2026-03-08") - At("2026-03-07")).ShouldBe(Duration.FromHours(23));
        (At("2026-11-01") - At("2026-10-31")).ShouldBe(Duration.FromHours(25));

        Instant At(string date) => PostingTimes.At(schedule, New.Date(date));
    }

    [Fact]
    public void The_day_that_Samoa_left_out_gets_no_question()
    {
        var schedule = New.Schedule(LocalTime.Midnight, "Pacific/Apia");

        PostingTimes.NextDate(schedule, New.Date("2011-12-29")).ShouldBe(New.Date("2011-12-31"));
    }

    [Fact]
    public void A_schedule_without_days_is_our_own_mistake() =>
        Should.Throw<ArgumentException>(() => PostingTimes.NextDate(New.Schedule(LocalTime.Noon, "UTC", new HashSet<IsoDayOfWeek>()), New.Date("2026-03-02")));

    private static IEnumerable<LocalDate> Walk(Schedule schedule, LocalDate after)
    {
        while (true)
        {
            after = PostingTimes.NextDate(schedule, after);
            yield return after;
        }
    }
}

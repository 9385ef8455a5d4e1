using FsCheck;
using FsCheck.Fluent;
using MlaBot.Core.Boards;
using MlaBot.Core.Time;
using MlaBot.Testing;
using NodaTime;

namespace MlaBot.Core.Tests.Boards;

/// <summary>Borders of weeks, months and seasons follow local dates, whatever the clocks do.</summary>
public sealed class BoardPeriodLaws
{
    // Clocks that change at midnight, by half an hour, by a whole day, or never.
    private static readonly string[] ZoneIds =
    [
        "UTC", "Europe/Berlin", "America/New_York", "America/Havana", "America/Sao_Paulo", "America/Asuncion", "Asia/Beirut", "Africa/Cairo",
        "Atlantic/Azores", "Australia/Lord_Howe", "Asia/Kolkata", "Pacific/Apia", "Pacific/Kiritimati", "America/St_Johns", "Africa/Casablanca",
    ];

    private static Gen<LocalDate> Dates { get; } = Gen.Choose(0, 365 * 20).Select(day => new LocalDate(2010, 1, 1).PlusDays(day));

    private static Gen<BoardPeriod> Periods { get; } = from kind in Gen.Elements(BoardPeriod.Ending.ToArray()) from date in Dates select BoardPeriod.Of(kind, date);

    private static Gen<(BoardPeriod Period, DateTimeZone Zone)> Ends { get; } =
        from period in Periods from zone in Gen.Elements(ZoneIds) select (period, DateTimeZoneProviders.Tzdb[zone]);

    [Fact]
    public void Every_date_is_in_exactly_one_period_of_a_kind() => Prop.ForAll(Periods.ToArbitrary(), Dates.ToArbitrary(), (period, date) =>
        period.Contains(date) == (BoardPeriod.Of(period.Kind, date) == period)).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Periods_follow_each_other_without_a_hole() => Prop.ForAll(Periods.ToArbitrary(), period =>
        BoardPeriod.Of(period.Kind, period.End) is var next && next.Start == period.End && next.Previous == period
        && BoardPeriod.Of(period.Kind, period.Start) == period
        && (period.Kind != BoardKind.Week || period.Start.DayOfWeek == IsoDayOfWeek.Monday)).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Twelve_months_and_four_seasons_make_a_year() => Prop.ForAll(Dates.ToArbitrary(), date =>
        BoardPeriod.Of(BoardKind.Month, date) is var month && BoardPeriod.Of(BoardKind.Season, date) is var season
        && season.Contains(month.Start) && season.Contains(month.End.PlusDays(-1)) && season.Start.Month is 1 or 4 or 7 or 10)
        .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void It_ends_at_the_first_instant_of_the_next_ones_date() => Prop.ForAll(Ends.ToArbitrary(), each =>
        DateAt(each, 0) >= each.Period.End && DateAt(each, -1) < each.Period.End).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void No_instant_before_the_end_is_in_the_next_one_and_none_after_it_in_this() =>
        Prop.ForAll(Ends.ToArbitrary(), Gen.Choose(-90_000, 90_000).ToArbitrary(), (each, seconds) =>
            (DateAt(each, seconds) < each.Period.End) == (seconds < 0)).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Theory]
    [InlineData("2026-10-19", "Europe/Berlin", 169)]
    [InlineData("2026-03-23", "Europe/Berlin", 167)]
    [InlineData("2026-03-30", "Europe/Berlin", 168)]
    [InlineData("2026-04-20", "Africa/Cairo", 167)]
    [InlineData("2011-12-26", "Pacific/Apia", 144)]
    public void A_week_has_the_hours_that_its_clocks_give_it(string monday, string zone, int hours)
    {
        var tz = DateTimeZoneProviders.Tzdb[zone];
        var week = BoardPeriod.Of(BoardKind.Week, Days.ParseDate(monday).ShouldBeOk());

        (week.EndsAt(tz) - week.Previous.EndsAt(tz)).ShouldBe(Duration.FromHours(hours));
    }

    [Fact]
    public void All_time_never_ends() => BoardPeriod.Of(BoardKind.All, new LocalDate(2026, 3, 2)).ShouldSatisfyAllConditions(
        all => all.EndsAt(DateTimeZone.Utc).ShouldBe(Instant.MaxValue), all => all.Previous.ShouldBe(all), all => all.Contains(new(2999, 1, 1)).ShouldBeTrue());

    private static LocalDate DateAt((BoardPeriod Period, DateTimeZone Zone) each, int seconds) =>
        (each.Period.EndsAt(each.Zone) + Duration.FromSeconds(seconds)).InZone(each.Zone).Date;
}

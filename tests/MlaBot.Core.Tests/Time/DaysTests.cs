using FsCheck;
using FsCheck.Fluent;
using MlaBot.Core.Time;
using MlaBot.Testing;
using NodaTime;

namespace MlaBot.Core.Tests.Time;

public sealed class DaysTests
{
    [Fact]
    public void Days_that_are_said_are_read_back()
    {
        Prop.ForAll(Gen.SubListOf(Days.EveryDay.AsEnumerable()).ToArbitrary(), days =>
            Days.ParseDays(Days.Say(days.ToHashSet())).ShouldBeOk().SetEquals(days)).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("", "daily")]
    [InlineData("every day", "daily")]
    [InlineData("Mon,Tue,Wed,Thu,Fri", "weekdays")]
    [InlineData("sunday saturday", "weekend")]
    [InlineData("Fri;mon", "Mon, Fri")]
    [InlineData("NONE", "none")]
    public void Days_are_said_in_the_shortest_way(string typed, string said) => Days.Say(Days.ParseDays(typed).ShouldBeOk()).ShouldBe(said);

    [Theory]
    [InlineData("mo")]
    [InlineData("mon,tomorrow")]
    [InlineData("1")]
    public void A_word_that_is_no_day_is_refused(string typed) => Days.ParseDays(typed).ShouldBeRefused("days").NextStep.ShouldContain("mon,wed,fri");

    [Fact]
    public void Dates_and_times_that_are_said_are_read_back()
    {
        Prop.ForAll(Gen.Choose(-700_000, 2_900_000).ToArbitrary(), number =>
        {
            var date = new LocalDate(1970, 1, 1).PlusDays(number);
            return Days.ParseDate(Days.Iso(date)).ShouldBeOk() == date;
        }).QuickCheckThrowOnFailure();
        Prop.ForAll(Gen.Choose(0, 1439).ToArbitrary(), minute =>
        {
            var time = new LocalTime(minute / 60, minute % 60);
            return Days.ParseTime(Days.Clock(time)).ShouldBeOk() == time;
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("9:05", 9, 5)]
    [InlineData(" 09:05 ", 9, 5)]
    [InlineData("0:00", 0, 0)]
    [InlineData("23:59", 23, 59)]
    public void A_time_may_leave_the_first_zero_out(string typed, int hour, int minute) =>
        Days.ParseTime(typed).ShouldBeOk().ShouldBe(new LocalTime(hour, minute));

    [Theory]
    [InlineData("24:00")]
    [InlineData("9")]
    [InlineData("9pm")]
    [InlineData("12:60")]
    [InlineData("")]
    public void What_is_no_time_is_refused(string typed) => Days.ParseTime(typed).ShouldBeRefused("time");

    [Theory]
    [InlineData("2026-02-29")]
    [InlineData("26-02-01")]
    [InlineData("01.02.2026")]
    [InlineData("tomorrow")]
    public void What_is_no_date_is_refused(string typed) => Days.ParseDate(typed).ShouldBeRefused("date");
}

using MlaBot.Core.Learners;
using MlaBot.Testing;
using MlaBot.Testing.Daily;
using NodaTime;

namespace MlaBot.Core.Tests.Learners;

/// <summary>Product contract 4.3: vacations ahead or within 48 hours, zones from the next day on, freezes from today on.</summary>
public sealed class ChangeCalendarTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    [Theory]
    [InlineData("2026-03-10", "2026-03-10")]
    [InlineData("2026-03-20", "2026-04-18")]
    [InlineData("2026-03-08", "2026-03-12")]
    public async Task A_vacation_may_begin_ahead_or_up_to_two_days_ago(string from, string to)
    {
        await using var group = await StartAsync();

        var vacation = (await DeclareAsync(group, from, to)).ShouldBeOk();

        (await CalendarAsync(group)).Vacations.ShouldBe([vacation]);
    }

    [Theory]
    [InlineData("2026-03-07", "2026-03-12", "vacation-late")]
    [InlineData("2026-03-12", "2026-03-11", "vacation-order")]
    [InlineData("2026-03-20", "2026-04-19", "vacation-long")]
    public async Task Another_vacation_is_refused_and_nothing_is_stored(string from, string to, string code)
    {
        await using var group = await StartAsync();

        (await DeclareAsync(group, from, to)).ShouldBeRefused(code).NextStep.ShouldNotBeEmpty();

        (await CalendarAsync(group)).Vacations.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_days_of_the_learners_own_zone_decide_what_is_late()
    {
        // 10 March 23:30 in Berlin is 11 March in Tokyo.
        await using var group = await TestGroup.StartAsync(now: "2026-03-09T12:00Z");
        (await group.Engine.Calendars.ChooseZoneAsync(group.Learner(), "ada", Berlin, "Asia/Tokyo", CancellationToken.None)).ShouldBeOk();
        group.Clock.SetUtcNow(New.Instant("2026-03-10T22:30Z").ToDateTimeOffset());

        (await DeclareAsync(group, "2026-03-08", "2026-03-12")).ShouldBeRefused("vacation-late");
        (await DeclareAsync(group, "2026-03-09", "2026-03-12")).ShouldBeOk();
    }

    [Fact]
    public async Task A_vacation_that_began_keeps_its_days_when_another_overlaps_it()
    {
        await using var group = await StartAsync();
        (await DeclareAsync(group, "2026-03-09", "2026-03-20")).ShouldBeOk();
        group.Clock.Advance(TimeSpan.FromDays(8));

        (await DeclareAsync(group, "2026-03-19", "2026-04-02")).ShouldBeOk();

        (await CalendarAsync(group)).Vacations.ShouldBe(
            [new(New.Date("2026-03-09"), New.Date("2026-03-18")), new(New.Date("2026-03-19"), New.Date("2026-04-02"))]);
    }

    [Fact]
    public async Task A_vacation_to_come_is_replaced_by_one_that_overlaps_it()
    {
        await using var group = await StartAsync();
        (await DeclareAsync(group, "2026-03-20", "2026-03-30")).ShouldBeOk();
        (await DeclareAsync(group, "2026-04-10", "2026-04-12")).ShouldBeOk();

        (await DeclareAsync(group, "2026-03-22", "2026-03-24")).ShouldBeOk();

        (await CalendarAsync(group)).Vacations.ShouldBe(
            [new(New.Date("2026-03-22"), New.Date("2026-03-24")), new(New.Date("2026-04-10"), New.Date("2026-04-12"))]);
    }

    [Fact]
    public async Task Ending_vacations_keeps_the_days_that_are_over()
    {
        await using var group = await StartAsync();
        (await DeclareAsync(group, "2026-03-09", "2026-03-20")).ShouldBeOk();
        (await DeclareAsync(group, "2026-05-01", "2026-05-02")).ShouldBeOk();
        group.Clock.Advance(TimeSpan.FromDays(2));

        (await group.Engine.Calendars.EndVacationsAsync(group.Learner(), "ada", Berlin, CancellationToken.None)).ShouldBe(2);

        (await CalendarAsync(group)).Vacations.ShouldBe([new(New.Date("2026-03-09"), New.Date("2026-03-11"))]);
        (await group.Engine.Calendars.EndVacationsAsync(group.Learner(), "ada", Berlin, CancellationToken.None)).ShouldBe(0);
    }

    [Fact]
    public async Task A_zone_holds_from_the_next_day_on_and_is_chosen_once_a_day()
    {
        await using var group = await StartAsync();

        (await ChooseZoneAsync(group, "asia/tokyo")).ShouldBeOk().ShouldBe(new ZoneChange(New.Date("2026-03-11"), "Asia/Tokyo"));
        (await ChooseZoneAsync(group, "America/New_York")).ShouldBeRefused("zone-again");
        (await CalendarAsync(group)).Zones.ShouldHaveSingleItem();
        group.Clock.Advance(TimeSpan.FromDays(1));
        (await ChooseZoneAsync(group, "America/New_York")).ShouldBeOk().From.ShouldBe(New.Date("2026-03-12"));
    }

    [Fact]
    public async Task An_unknown_zone_is_refused_with_the_one_that_was_meant()
    {
        await using var group = await StartAsync();

        (await ChooseZoneAsync(group, "Asia/Tokio")).ShouldBeRefused("zone-unknown").NextStep.ShouldContain("Asia/Tokyo");
        (await CalendarAsync(group)).Zones.ShouldBeEmpty();
    }

    [Fact]
    public async Task Freezes_are_turned_off_and_on_from_today_and_the_last_choice_of_a_day_holds()
    {
        await using var group = await StartAsync();

        await ChooseFreezesAsync(group, isOn: false);
        await ChooseFreezesAsync(group, isOn: true);
        await ChooseFreezesAsync(group, isOn: false);
        group.Clock.Advance(TimeSpan.FromDays(1));
        await ChooseFreezesAsync(group, isOn: true);

        (await CalendarAsync(group)).Freezes.ShouldBe([new(New.Date("2026-03-10"), IsOn: false), new(New.Date("2026-03-11"), IsOn: true)]);
    }

    [Fact]
    public async Task One_choice_leaves_the_others_as_they_were()
    {
        await using var group = await StartAsync();
        (await DeclareAsync(group, "2026-03-20", "2026-03-30")).ShouldBeOk();
        (await ChooseZoneAsync(group, "Asia/Tokyo")).ShouldBeOk();
        await ChooseFreezesAsync(group, isOn: false);

        var calendar = await CalendarAsync(group);

        (calendar.Vacations.Count, calendar.Zones.Count, calendar.Freezes.Count).ShouldBe((1, 1, 1));
    }

    private static Task<TestGroup> StartAsync() => TestGroup.StartAsync(now: "2026-03-10T12:00Z");

    private static async Task<LearnerCalendar> CalendarAsync(TestGroup group) =>
        (await group.Engine.Learners.FindAsync(group.Learner(), CancellationToken.None))?.Calendar ?? LearnerCalendar.Empty;

    private static Task<Outcome<Vacation>> DeclareAsync(TestGroup group, string from, string to) =>
        group.Engine.Calendars.DeclareAsync(group.Learner(), "ada", Berlin, new(New.Date(from), New.Date(to)), CancellationToken.None);

    private static Task<Outcome<ZoneChange>> ChooseZoneAsync(TestGroup group, string zone) =>
        group.Engine.Calendars.ChooseZoneAsync(group.Learner(), "ada", Berlin, zone, CancellationToken.None);

    private static Task<FreezeChoice> ChooseFreezesAsync(TestGroup group, bool isOn) =>
        group.Engine.Calendars.ChooseFreezesAsync(group.Learner(), "ada", Berlin, isOn, CancellationToken.None);
}

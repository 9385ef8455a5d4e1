using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Learners;
using MlaBot.Core.Questions;
using MlaBot.Testing;
using MlaBot.Testing.Daily;
using NodaTime;

namespace MlaBot.Core.Tests.Learners;

/// <summary>The zone of a profile is a person's zone until they choose one, under product contract 4.3.</summary>
public sealed class LearnerZonesTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    [Theory]
    [InlineData("Asia/Tokyo")]
    [InlineData("America/Los_Angeles")]
    [InlineData("Pacific/Auckland")]
    [InlineData("Pacific/Honolulu")]
    public async Task The_first_answer_counts_in_the_zone_of_the_profile(string profile)
    {
        await using var group = await TestGroup.StartAsync(now: "2026-03-09T07:00Z");
        var post = await OpenAsync(group);

        await AnswerAsync(group, post, profile);

        var local = group.Now.InZone(DateTimeZoneProviders.Tzdb[profile]);
        var day = (await group.Engine.StreakFacts.AnsweredAsync(group.Learner(), default)).ShouldHaveSingleItem();
        day.Day.ShouldBe(local.Date);
        (day.Regular, day.Grace).ShouldBe(local.Hour < 3 ? (0, 1) : (1, 0));
        var zone = (await CalendarAsync(group)).Zones.ShouldHaveSingleItem();
        (zone.Zone, zone.IsOfProfile).ShouldBe((profile, true));
        var streak = await group.StreakAsync();
        (streak.Current, streak.IsTodayDone).ShouldBe((1, true));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Europe/Berlin")]
    [InlineData("Mars/Olympus")]
    [InlineData("UTC+05:30")]
    public async Task A_profile_that_says_nothing_new_or_nothing_true_leaves_the_channels_zone(string profile)
    {
        await using var group = await TestGroup.StartAsync(now: "2026-03-09T07:00Z");

        await AnswerAsync(group, await OpenAsync(group), profile);

        (await CalendarAsync(group)).Zones.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_known_persons_press_leaves_their_zones_alone()
    {
        await using var group = await TestGroup.StartAsync(now: "2026-03-09T07:00Z");
        var post = await OpenAsync(group);
        await group.Engine.Calendars.ChooseFreezesAsync(group.Learner(), "ada", Berlin, isOn: false, default);

        await AnswerAsync(group, post, "Asia/Tokyo");

        (await CalendarAsync(group)).Zones.ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_new_is_met_once()
    {
        await using var group = await TestGroup.StartAsync(now: "2026-03-09T07:00Z");

        await group.Engine.Zones.MeetAsync(group.Learner(), "ada", "Asia/Tokyo", Berlin, default);
        await group.Engine.Zones.MeetAsync(group.Learner(), "ada", "Asia/Seoul", Berlin, default);

        (await CalendarAsync(group)).Zones.ShouldHaveSingleItem().Zone.ShouldBe("Asia/Tokyo");
    }

    [Fact]
    public async Task A_changed_profile_holds_from_the_next_local_day()
    {
        await using var group = await TestGroup.StartAsync(now: "2026-03-09T07:00Z");
        await AnswerAsync(group, await OpenAsync(group), "Asia/Tokyo");

        // 21:00 in Tokyo on the 9th.
        group.Clock.SetUtcNow(New.Instant("2026-03-09T12:00Z").ToDateTimeOffset());
        var change = await group.Engine.Zones.ProfileChangedAsync(group.Learner(), "America/New_York", default);

        change.ShouldBe(new ZoneChange(new LocalDate(2026, 3, 10), "America/New_York") { IsOfProfile = true });
        (await CalendarAsync(group)).Zones.Select(zone => zone.Zone).ShouldBe(["Asia/Tokyo", "America/New_York"]);
        (await group.StreakAsync()).Current.ShouldBe(1);
    }

    [Fact]
    public async Task The_last_word_of_a_day_counts_and_a_way_back_leaves_no_trace()
    {
        await using var group = await TestGroup.StartAsync(now: "2026-03-09T07:00Z");
        await AnswerAsync(group, await OpenAsync(group), "Asia/Tokyo");

        await group.Engine.Zones.ProfileChangedAsync(group.Learner(), "America/New_York", default);
        await group.Engine.Zones.ProfileChangedAsync(group.Learner(), "Europe/Paris", default);
        (await CalendarAsync(group)).Zones.Select(zone => zone.Zone).ShouldBe(["Asia/Tokyo", "Europe/Paris"]);
        (await group.Engine.Zones.ProfileChangedAsync(group.Learner(), "Asia/Tokyo", default)).ShouldBeNull();

        (await CalendarAsync(group)).Zones.Select(zone => zone.Zone).ShouldBe(["Asia/Tokyo"]);
    }

    [Fact]
    public async Task A_zone_that_a_person_chose_stays()
    {
        await using var group = await TestGroup.StartAsync(now: "2026-03-09T07:00Z");
        (await group.Engine.Calendars.ChooseZoneAsync(group.Learner(), "ada", Berlin, "Asia/Tokyo", default)).ShouldBeOk();

        (await group.Engine.Zones.ProfileChangedAsync(group.Learner(), "America/New_York", default)).ShouldBeNull();

        (await CalendarAsync(group)).Zones.ShouldHaveSingleItem().Zone.ShouldBe("Asia/Tokyo");
    }

    [Fact]
    public async Task A_person_may_choose_on_the_day_on_which_their_profile_changed()
    {
        await using var group = await TestGroup.StartAsync(now: "2026-03-09T07:00Z");
        await AnswerAsync(group, await OpenAsync(group), "Asia/Tokyo");
        await group.Engine.Zones.ProfileChangedAsync(group.Learner(), "America/New_York", default);

        (await group.Engine.Calendars.ChooseZoneAsync(group.Learner(), "ada", Berlin, "Europe/Paris", default)).ShouldBeOk();

        (await CalendarAsync(group)).Zones.Select(zone => (zone.Zone, zone.IsOfProfile)).ShouldBe([("Asia/Tokyo", true), ("Europe/Paris", false)]);
    }

    [Fact]
    public async Task Somebody_who_never_took_part_stays_unknown()
    {
        await using var group = await TestGroup.StartAsync();

        (await group.Engine.Zones.ProfileChangedAsync(group.Learner(), "Asia/Tokyo", default)).ShouldBeNull();

        (await group.Engine.Learners.FindAsync(group.Learner(), default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_profile_counts_in_its_own_group_alone()
    {
        await using var group = await TestGroup.StartAsync(now: "2026-03-09T07:00Z");
        await AnswerAsync(group, await OpenAsync(group), "Asia/Tokyo");
        var elsewhere = group.Learner() with { Group = new GroupKey(group.Channel.Key.Group.Platform, "other") };

        (await group.Engine.Zones.ProfileChangedAsync(elsewhere, "America/New_York", default)).ShouldBeNull();

        (await CalendarAsync(group)).Zones.ShouldHaveSingleItem().Zone.ShouldBe("Asia/Tokyo");
    }

    private static async Task<DailyPost> OpenAsync(TestGroup group)
    {
        var planned = await group.ScheduleAsync("08:30");
        await group.RunForAsync(Duration.FromHours(1));
        return await group.LatestAsync(planned.Schedule) is { State: PostState.Open } open
            ? open
            : (await group.Engine.Store.RecentAsync(group.Channel.Key, 5, default)).First(post => post.State == PostState.Open);
    }

    private static async Task AnswerAsync(TestGroup group, DailyPost post, string profile) => (await group.Engine.Answers.HandleAsync(
        post.Id, group.Learner(), "ada", profile, Duration.Zero, (_, _) => new Answer.Picked([new PartId("b")]), default)).ShouldBeOk();

    private static async Task<LearnerCalendar> CalendarAsync(TestGroup group) => (await group.Engine.Learners.FindAsync(group.Learner(), default))!.Calendar;
}

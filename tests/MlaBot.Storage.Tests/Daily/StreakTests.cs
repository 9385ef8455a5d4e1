using MlaBot.Core.Daily;
using MlaBot.Core.Streaks;
using MlaBot.Core.Time;
using MlaBot.Testing;
using MlaBot.Testing.Daily;
using NodaTime;

namespace MlaBot.Storage.Tests.Daily;

/// <summary>Product contract 4.3 from the first answer to the shown streak.</summary>
public sealed class StreakTests
{
    [Fact]
    public async Task Right_and_wrong_answers_count_alike()
    {
        await using var group = await StartAsync();
        await AnswerDaysAsync(group, "BACBD");

        var streak = await group.StreakAsync();

        streak.Current.ShouldBe(5);
        streak.IsTodayDone.ShouldBeTrue();
    }

    [Fact]
    public async Task A_missed_day_uses_a_freeze_and_is_told_once()
    {
        await using var group = await StartAsync();
        await AnswerDaysAsync(group, "BB-B");
        var zone = DateTimeZoneProviders.Tzdb[group.Channel.Zone];

        var (streak, news) = await group.Engine.Streaks.WithNewsAsync(group.Learner(), zone, CancellationToken.None);
        var (_, again) = await group.Engine.Streaks.WithNewsAsync(group.Learner(), zone, CancellationToken.None);

        streak.Current.ShouldBe(3);
        streak.Freezes.ShouldBe(1);
        news.ShouldBe([new StreakEvent(New.Date("2026-03-04"), StreakEventKind.FreezeUsed, 1)]);
        again.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_after_midnight_rescues_yesterday()
    {
        await using var group = await StartAsync(openFor: 24);
        await AnswerDaysAsync(group, "B");
        await group.RunToAsync("2026-03-03T08:00Z");
        var second = group.Platform.Shown[1].Post;

        await group.RunToAsync("2026-03-04T01:59Z");
        (await group.StreakAsync()).Events.ShouldBeEmpty();
        (await group.AnswerAsync(second)).ShouldBeOk();
        await group.RunToAsync("2026-03-04T02:01Z");

        (await group.StreakAsync()).Current.ShouldBe(2);
        (await group.StreakAsync()).Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task At_three_yesterday_is_over()
    {
        await using var group = await StartAsync(openFor: 24);
        await AnswerDaysAsync(group, "B");
        await group.RunToAsync("2026-03-04T02:00Z");

        (await group.AnswerAsync(group.Platform.Shown[1].Post)).ShouldBeOk();

        (await group.StreakAsync()).Events.ShouldHaveSingleItem().Day.ShouldBe(New.Date("2026-03-03"));
        (await group.StreakAsync()).IsTodayDone.ShouldBeTrue();
    }

    [Fact]
    public async Task An_outage_excuses_the_days_that_it_touches()
    {
        await using var group = await StartAsync();
        await AnswerDaysAsync(group, "BBB");
        await group.RunToAsync("2026-03-05T09:00Z");

        // Down from Thursday 10:00 to Sunday 21:00: the question of Thursday was out, those of the weekend were not.
        await group.RestartAsync(down: Duration.FromHours(83));
        await group.RunToAsync("2026-03-09T12:00Z");
        await AnswerAsync(group, 'B');

        var streak = await group.StreakAsync();
        streak.Current.ShouldBe(4);
        streak.Freezes.ShouldBe(2);
        streak.Events.ShouldBeEmpty();
        group.Log.Lines.ShouldContain("outage");
    }

    [Fact]
    public async Task A_restart_of_a_few_minutes_excuses_nothing()
    {
        await using var group = await StartAsync();
        await AnswerDaysAsync(group, "B");
        await group.RunToAsync("2026-03-03T12:00Z");

        await group.RestartAsync(down: Duration.FromMinutes(9));
        await group.RunToAsync("2026-03-04T12:00Z");

        (await group.StreakAsync()).Events.ShouldHaveSingleItem().Kind.ShouldBe(StreakEventKind.FreezeUsed);
        group.Log.Lines.ShouldNotContain("outage");
    }

    [Fact]
    public async Task A_question_that_the_platform_did_not_take_excuses_its_day()
    {
        await using var group = await StartAsync();
        await AnswerDaysAsync(group, "B");
        group.Platform.IsUp = false;
        await group.RunToAsync("2026-03-03T11:00Z");
        group.Platform.IsUp = true;
        await group.RunToAsync("2026-03-04T12:00Z");
        await AnswerAsync(group, 'B');

        var streak = await group.StreakAsync();
        streak.Current.ShouldBe(2);
        streak.Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_skipped_question_excuses_its_day()
    {
        await using var group = await StartAsync();
        await AnswerDaysAsync(group, "B");
        var schedule = (await group.Engine.Schedules.ListAsync(group.Channel.Key, CancellationToken.None))[0].Schedule;
        (await group.Engine.Schedules.SkipAsync(group.Channel.Key, schedule.Id, CancellationToken.None)).ShouldBeOk();
        await group.RunToAsync("2026-03-04T12:00Z");
        await AnswerAsync(group, 'B');

        (await group.StreakAsync()).Current.ShouldBe(2);
        (await group.StreakAsync()).Freezes.ShouldBe(2);
    }

    [Fact]
    public async Task A_question_that_was_taken_back_excuses_its_day_and_takes_nothing_away()
    {
        await using var group = await StartAsync();
        await AnswerDaysAsync(group, "BB");
        var withdrawn = await group.ReadAsync(group.Platform.Shown[1].Post);
        (await group.Engine.Close.WithdrawAsync(withdrawn, "The key was wrong.", CancellationToken.None)).ShouldBeOk();
        await group.RunToAsync("2026-03-04T12:00Z");
        await AnswerAsync(group, 'B');

        (await group.StreakAsync()).Current.ShouldBe(3, "who answered keeps the day");
        (await group.AnswerAsync(group.Platform.Shown[2].Post, user: "bob")).ShouldBeOk();
        (await group.StreakAsync("bob")).Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task Rest_days_of_the_group_are_neutral()
    {
        await using var group = await StartAsync();
        await group.Engine.Channels.SaveRestDaysAsync(group.Channel.Key.Group, new(New.Date("2026-03-02"), Days.Weekend), CancellationToken.None);
        await AnswerDaysAsync(group, "BBBBB--B");

        (await group.StreakAsync()).Current.ShouldBe(6);
        (await group.StreakAsync()).Freezes.ShouldBe(2);
    }

    [Fact]
    public async Task A_day_before_the_first_answer_is_nobodys_fault()
    {
        await using var group = await StartAsync();
        await AnswerDaysAsync(group, "---B");

        (await group.StreakAsync()).ShouldSatisfyAllConditions(
            streak => streak.Current.ShouldBe(1),
            streak => streak.Events.ShouldBeEmpty());
        (await group.StreakAsync("nobody")).Current.ShouldBe(0);
    }

    [Fact]
    public async Task A_traveller_to_the_east_keeps_the_row()
    {
        await using var group = await StartAsync();
        await AnswerDaysAsync(group, "BB");
        var zone = DateTimeZoneProviders.Tzdb[group.Channel.Zone];
        (await group.Engine.Calendars.ChooseZoneAsync(group.Learner(), "ada", zone, "Asia/Tokyo", CancellationToken.None)).ShouldBeOk();
        await AnswerDaysAsync(group, "BBB");

        var streak = await group.StreakAsync();
        streak.Current.ShouldBe(5);
        streak.Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_group_has_its_own_streaks()
    {
        await using var group = await StartAsync();
        await AnswerDaysAsync(group, "BB");

        var stranger = group.Learner() with { Group = new("local", "strangers") };
        (await group.Engine.Streaks.HandleAsync(stranger, DateTimeZone.Utc, CancellationToken.None)).Current.ShouldBe(0);
    }

    private static async Task<TestGroup> StartAsync(int openFor = 10)
    {
        var group = await TestGroup.StartAsync(openFor: Duration.FromHours(openFor));
        await group.ScheduleAsync("09:00");
        return group;
    }

    /// <summary>Lets day after day go by and answers each newest question at 13:00, or leaves it out at a dash.</summary>
    private static async Task AnswerDaysAsync(TestGroup group, string answers)
    {
        foreach (var letter in answers)
        {
            var noon = group.Now.InUtc().Date.At(LocalTime.Noon).InUtc().ToInstant();
            await group.RunToAsync(noon > group.Now ? noon : noon + Duration.FromDays(1));
            if (letter != '-')
            {
                await AnswerAsync(group, letter);
            }
        }
    }

    private static async Task AnswerAsync(TestGroup group, char letter) =>
        (await group.AnswerAsync(group.Platform.Shown[^1].Post, letter.ToString())).ShouldBeOk().Fate.ShouldBe(AnswerFate.Recorded);
}

using MlaBot.Core;
using MlaBot.Core.Daily;
using MlaBot.Core.Time;
using MlaBot.Testing;
using MlaBot.Testing.Daily;
using NodaTime;

namespace MlaBot.Storage.Tests.Daily;

/// <summary>What admins do with schedules, over the real engine and store.</summary>
public sealed class ScheduleTests
{
    [Fact]
    public async Task Swapping_puts_another_question_into_the_next_post()
    {
        await using var group = await TestGroup.StartAsync();
        var (schedule, planned) = await group.ScheduleAsync("09:00");

        var swapped = (await group.Engine.Schedules.SwapAsync(group.Channel.Key, schedule.Id, CancellationToken.None)).ShouldBeOk().Next!;
        await group.RunToAsync("2026-03-02T08:00Z");

        swapped.Item.ShouldNotBe(planned!.Item);
        group.Platform.Shown.ShouldHaveSingleItem().Item.Id.ShouldBe(swapped.Item);
    }

    [Fact]
    public async Task Skipping_leaves_one_question_out_and_plans_the_one_after()
    {
        await using var group = await TestGroup.StartAsync();
        var (schedule, planned) = await group.ScheduleAsync("09:00");

        var next = (await group.Engine.Schedules.SkipAsync(group.Channel.Key, schedule.Id, CancellationToken.None)).ShouldBeOk().Next!;
        await group.RunToAsync("2026-03-03T12:00Z");

        next.Date.ShouldBe(New.Date("2026-03-03"));
        (await group.ReadAsync(planned!)).State.ShouldBe(PostState.Skipped);
        group.Platform.Shown.ShouldHaveSingleItem().Post.Id.ShouldBe(next.Id);
    }

    [Fact]
    public async Task A_paused_schedule_posts_nothing_until_it_is_resumed()
    {
        await using var group = await TestGroup.StartAsync();
        var (schedule, _) = await group.ScheduleAsync("09:00");

        (await group.Engine.Schedules.PauseAsync(group.Channel.Key, schedule.Id, CancellationToken.None)).ShouldBeOk().Next.ShouldBeNull();
        await group.RunToAsync("2026-03-04T12:00Z");
        await group.RestartAsync();
        await group.RunForAsync(Duration.FromDays(1));
        group.Platform.Shown.ShouldBeEmpty();
        var resumed = (await group.Engine.Schedules.ResumeAsync(group.Channel.Key, schedule.Id, CancellationToken.None)).ShouldBeOk();
        await group.RunToAsync("2026-03-06T12:00Z");

        resumed.Schedule.IsPaused.ShouldBeFalse();
        group.Platform.Shown.ShouldHaveSingleItem().Post.Date.ShouldBe(New.Date("2026-03-06"));
    }

    [Fact]
    public async Task Resuming_a_running_schedule_changes_nothing()
    {
        await using var group = await TestGroup.StartAsync();
        var (schedule, planned) = await group.ScheduleAsync("09:00");

        var same = (await group.Engine.Schedules.ResumeAsync(group.Channel.Key, schedule.Id, CancellationToken.None)).ShouldBeOk();

        same.Next.ShouldBe(planned);
    }

    [Fact]
    public async Task Running_now_brings_todays_question_forward()
    {
        await using var group = await TestGroup.StartAsync();
        var (schedule, planned) = await group.ScheduleAsync("09:00");

        var open = (await group.Engine.Schedules.RunNowAsync(group.Channel.Key, schedule.Id, CancellationToken.None)).ShouldBeOk();
        await group.RunToAsync("2026-03-02T12:00Z");

        open.Id.ShouldBe(planned!.Id);
        open.OpenedAt.ShouldBe(New.Instant("2026-03-02T07:00Z"));
        group.Platform.Shown.ShouldHaveSingleItem();
        (await group.LatestAsync(schedule)).Date.ShouldBe(New.Date("2026-03-03"));
    }

    [Fact]
    public async Task Running_now_after_todays_question_posts_an_extra_one_and_keeps_tomorrows()
    {
        await using var group = await TestGroup.StartAsync();
        var (schedule, _) = await group.ScheduleAsync("09:00");
        await group.RunToAsync("2026-03-02T12:00Z");
        var tomorrow = await group.LatestAsync(schedule);

        var extra = (await group.Engine.Schedules.RunNowAsync(group.Channel.Key, schedule.Id, CancellationToken.None)).ShouldBeOk();
        var another = (await group.Engine.Schedules.RunNowAsync(group.Channel.Key, schedule.Id, CancellationToken.None)).ShouldBeOk();
        await group.RunToAsync("2026-03-03T12:00Z");

        (extra.Date, extra.Slot).ShouldBe((New.Date("2026-03-02"), 1));
        (another.Date, another.Slot).ShouldBe((New.Date("2026-03-02"), 2));
        group.Platform.Shown.Select(shown => shown.Item.Id).Distinct().Count().ShouldBe(4);
        (await group.ReadAsync(tomorrow)).State.ShouldBe(PostState.Open);
    }

    [Fact]
    public async Task Running_now_says_so_when_the_platform_does_not_take_it()
    {
        await using var group = await TestGroup.StartAsync();
        var (schedule, planned) = await group.ScheduleAsync("09:00");
        group.Platform.Fail(PublishStep.Publish, () => new ExternalFaultException("busy", isTransient: true), times: 1);

        (await group.Engine.Schedules.RunNowAsync(group.Channel.Key, schedule.Id, CancellationToken.None)).ShouldBeRefused("run-later");
        await group.RunForAsync(Duration.FromSeconds(5));

        (await group.ReadAsync(planned!)).State.ShouldBe(PostState.Open);
    }

    [Fact]
    public async Task A_new_time_on_a_day_that_had_its_question_holds_from_the_next_day()
    {
        await using var group = await TestGroup.StartAsync();
        var (schedule, _) = await group.ScheduleAsync("09:00");
        await group.RunToAsync("2026-03-02T08:30Z");

        var changed = (await ChangeAsync(group, schedule, "18:00")).ShouldBeOk();
        await group.RunToAsync("2026-03-03T18:00Z");

        changed.Next!.Date.ShouldBe(New.Date("2026-03-03"));
        group.Platform.Shown.Select(shown => shown.At).ShouldBe([New.Instant("2026-03-02T08:00Z"), New.Instant("2026-03-03T17:00Z")]);
    }

    [Fact]
    public async Task A_later_time_on_a_day_that_had_none_yet_holds_today()
    {
        await using var group = await TestGroup.StartAsync();
        var (schedule, _) = await group.ScheduleAsync("09:00");

        (await ChangeAsync(group, schedule, "11:00")).ShouldBeOk();
        await group.RunToAsync("2026-03-02T12:00Z");

        group.Platform.Shown.ShouldHaveSingleItem().At.ShouldBe(New.Instant("2026-03-02T10:00Z"));
    }

    [Fact]
    public async Task An_earlier_time_that_has_passed_today_holds_from_tomorrow()
    {
        await using var group = await TestGroup.StartAsync();
        var (schedule, _) = await group.ScheduleAsync("09:00");

        (await ChangeAsync(group, schedule, "07:30")).ShouldBeOk().Next!.Date.ShouldBe(New.Date("2026-03-03"));
    }

    [Fact]
    public async Task Two_schedules_of_a_channel_never_reserve_the_same_question()
    {
        await using var group = await TestGroup.StartAsync();
        var pool = group.Content.Current.Pool(New.ExamId, new("1")).Count;

        var planned = await Task.WhenAll(Enumerable.Range(0, pool).Select(hour => group.ScheduleAsync($"{hour}:30")));

        planned.Select(each => each.Next!.Item).Distinct().Count().ShouldBe(pool);
    }

    [Fact]
    public async Task No_question_comes_back_in_a_channel_before_all_were_asked()
    {
        await using var group = await TestGroup.StartAsync();
        var pool = group.Content.Current.Pool(New.ExamId, new("1")).Count;
        await group.ScheduleAsync("09:00");
        await group.ScheduleAsync("18:00");

        await group.RunForAsync(Duration.FromDays(pool));

        group.Platform.Shown.Select(shown => shown.Item.Id).Take(2 * pool).Chunk(pool).ShouldAllBe(cycle => cycle.Distinct().Count() == pool);
    }

    [Fact]
    public async Task Channels_do_not_use_up_each_others_questions()
    {
        await using var group = await TestGroup.StartAsync();
        var other = await group.AddChannelAsync("other");
        group.Content.Current = new([New.Exam(New.Domain("1", 1))], [New.ChoiceItem()], [], []);

        (await group.ScheduleAsync("09:00")).Next!.Item.ShouldBe((await group.ScheduleAsync("09:00", channel: other.Key)).Next!.Item);
    }

    [Fact]
    public async Task A_removed_schedule_posts_nothing_and_its_sent_questions_stay()
    {
        await using var group = await TestGroup.StartAsync();
        var (schedule, _) = await group.ScheduleAsync("09:00");
        await group.RunToAsync("2026-03-02T08:30Z");
        var open = group.Platform.Shown[0].Post;

        (await group.Engine.Schedules.RemoveAsync(group.Channel.Key, schedule.Id, CancellationToken.None)).ShouldBeOk();
        (await group.AnswerAsync(open)).ShouldBeOk();
        await group.RunToAsync("2026-03-04T12:00Z");

        group.Platform.Shown.ShouldHaveSingleItem();
        group.Platform.Of(open).Revealed.ShouldHaveSingleItem();
    }

    private static Task<Outcome<PlannedSchedule>> ChangeAsync(TestGroup group, Schedule schedule, string time) =>
        group.Engine.Schedules.ChangeAsync(
            group.Channel.Key, schedule.Id, old => old with { At = Days.ParseTime(time).ShouldBeOk() }, CancellationToken.None);
}

using MlaBot.Core;
using MlaBot.Core.Daily;
using MlaBot.Core.Time;
using MlaBot.Testing;
using MlaBot.Testing.Daily;
using NodaTime;

namespace MlaBot.Storage.Tests.Daily;

/// <summary>What admins cannot do with schedules; nothing is changed then.</summary>
public sealed class ScheduleRefusalTests
{
    [Fact]
    public async Task A_domain_with_one_question_has_nothing_to_swap()
    {
        await using var group = await TestGroup.StartAsync();
        group.Content.Current = new([New.Exam(New.Domain("1", 1))], [New.ChoiceItem()], [], []);
        var (schedule, planned) = await group.ScheduleAsync("09:00");

        (await group.Engine.Schedules.SwapAsync(group.Channel.Key, schedule.Id, CancellationToken.None)).ShouldBeRefused("swap-none");
        (await group.ReadAsync(planned!)).ShouldBe(planned);
    }

    [Fact]
    public async Task A_change_without_days_is_refused_and_changes_nothing()
    {
        await using var group = await TestGroup.StartAsync();
        var (schedule, planned) = await group.ScheduleAsync("09:00");

        (await group.Engine.Schedules.ChangeAsync(
            group.Channel.Key, schedule.Id, old => old with { Days = new HashSet<IsoDayOfWeek>() }, CancellationToken.None)).ShouldBeRefused("days-none");

        (await group.Engine.Store.FindScheduleAsync(schedule.Id, CancellationToken.None))!.Days.ShouldBe(schedule.Days, ignoreOrder: true);
        (await group.ReadAsync(planned!)).State.ShouldBe(PostState.Planned);
    }

    [Fact]
    public async Task A_schedule_of_another_channel_is_not_there()
    {
        await using var group = await TestGroup.StartAsync();
        var other = await group.AddChannelAsync("other");
        var (schedule, _) = await group.ScheduleAsync("09:00");
        var manage = group.Engine.Schedules;

        (await manage.SkipAsync(other.Key, schedule.Id, CancellationToken.None)).ShouldBeRefused("schedule-unknown");
        (await manage.PauseAsync(other.Key, schedule.Id, CancellationToken.None)).ShouldBeRefused("schedule-unknown");
        (await manage.SwapAsync(other.Key, schedule.Id, CancellationToken.None)).ShouldBeRefused("schedule-unknown");
        (await manage.RunNowAsync(other.Key, schedule.Id, CancellationToken.None)).ShouldBeRefused("schedule-unknown");
        (await manage.RemoveAsync(other.Key, schedule.Id, CancellationToken.None)).ShouldBeRefused("schedule-unknown");
    }

    [Fact]
    public async Task A_paused_schedule_cannot_be_run_skipped_or_swapped()
    {
        await using var group = await TestGroup.StartAsync();
        var (schedule, _) = await group.ScheduleAsync("09:00");
        var manage = group.Engine.Schedules;
        (await manage.PauseAsync(group.Channel.Key, schedule.Id, CancellationToken.None)).ShouldBeOk();

        (await manage.RunNowAsync(group.Channel.Key, schedule.Id, CancellationToken.None)).ShouldBeRefused("schedule-paused");
        (await manage.SkipAsync(group.Channel.Key, schedule.Id, CancellationToken.None)).ShouldBeRefused("plan-none");
        (await manage.SwapAsync(group.Channel.Key, schedule.Id, CancellationToken.None)).ShouldBeRefused("plan-none");
    }

    [Fact]
    public async Task A_twin_an_unknown_domain_and_too_many_schedules_are_refused()
    {
        await using var group = await TestGroup.StartAsync();
        await group.ScheduleAsync("09:00", days: "weekdays");

        (await AddAsync(group, "1", 9)).ShouldBeRefused("schedule-twin");
        (await AddAsync(group, "7", 9)).ShouldBeRefused("domain-unknown");
        for (var hour = 1; hour < ManageSchedules.MostPerChannel; hour++)
        {
            (await AddAsync(group, "2", hour)).ShouldBeOk();
        }

        (await AddAsync(group, "3", 9)).ShouldBeRefused("schedules-full");
    }

    private static Task<Outcome<PlannedSchedule>> AddAsync(TestGroup group, string domain, int hour) =>
        group.Engine.Schedules.AddAsync(group.Channel.Key, new(domain), new LocalTime(hour, 0), Days.EveryDay, CancellationToken.None);
}

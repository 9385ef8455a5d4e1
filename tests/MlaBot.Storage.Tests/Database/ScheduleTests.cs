using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Storage.Tests.Database;

public sealed class ScheduleTests
{
    [Fact]
    public async Task A_schedule_gets_a_number_and_comes_back_whole()
    {
        await using var store = await TestStore.OpenAsync();
        var channel = New.Channel();
        await store.Channels.SaveAsync(channel, default);
        var schedule = New.Schedule(channel.Key) with { PausedBecause = "a reason", Days = Days.Weekend, At = new LocalTime(23, 59) };

        var saved = await store.Daily.SaveScheduleAsync(schedule, default);

        saved.ShouldBe(schedule with { Id = new ScheduleId(1) });
        await store.ReopenAsync();
        var found = (await store.Daily.FindScheduleAsync(saved.Id, default))!;
        found.Days.ShouldBe(schedule.Days, ignoreOrder: true);
        (found with { Days = schedule.Days }).ShouldBe(saved);
    }

    [Fact]
    public async Task A_saved_schedule_is_replaced()
    {
        await using var store = await TestStore.OpenAsync();
        var schedule = await store.ScheduleAsync();

        await store.Daily.SaveScheduleAsync(schedule with { At = new LocalTime(7, 0), PausedBecause = "a reason" }, default);

        var found = (await store.Daily.FindScheduleAsync(schedule.Id, default))!;
        (found.At, found.IsPaused).ShouldBe((new LocalTime(7, 0), true));
        (await store.Daily.SchedulesAsync(schedule.Channel, default)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Schedules_are_listed_for_one_channel_or_for_all()
    {
        await using var store = await TestStore.OpenAsync();
        var first = await store.ScheduleAsync(channel: "c1");
        var second = await store.ScheduleAsync(channel: "c2");
        var third = await store.ScheduleAsync(channel: "c1", domain: "2");

        (await ListAsync(first.Channel)).ShouldBe([first.Id, third.Id]);
        (await ListAsync(second.Channel)).ShouldBe([second.Id]);
        (await ListAsync(null)).ShouldBe([first.Id, second.Id, third.Id]);

        async Task<IEnumerable<ScheduleId>> ListAsync(ChannelKey? channel) =>
            (await store.Daily.SchedulesAsync(channel, default)).Select(schedule => schedule.Id);
    }

    [Fact]
    public async Task A_removed_schedule_takes_its_plans_along_and_leaves_what_was_sent()
    {
        await using var store = await TestStore.OpenAsync();
        var sent = await store.PostAsync(PostState.Open);
        var schedule = (await store.Daily.FindScheduleAsync(sent.Schedule, default))!;
        var planned = await store.Daily.PlanAsync(New.Post(schedule, day: 1), default);

        await store.Daily.RemoveScheduleAsync(schedule.Id, default);

        (await store.Daily.FindScheduleAsync(schedule.Id, default)).ShouldBeNull();
        (await store.Daily.FindPostAsync(planned.Id, default)).ShouldBeNull();
        (await store.Daily.FindPostAsync(sent.Id, default)).ShouldBe(sent);
        (await store.AnswerAsync(sent, "a")).Fate.ShouldBe(AnswerFate.Recorded);
        await Should.ThrowAsync<InvalidOperationException>(store.Daily.SaveScheduleAsync(schedule, default));
        (await store.ScheduleAsync()).Id.Value.ShouldBeGreaterThan(schedule.Id.Value);
    }
}

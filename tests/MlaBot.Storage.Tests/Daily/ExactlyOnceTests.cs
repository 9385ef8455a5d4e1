using MlaBot.Core.Daily;
using MlaBot.Testing;
using MlaBot.Testing.Daily;
using NodaTime;

namespace MlaBot.Storage.Tests.Daily;

/// <summary>Product rule 4.1, step 2: posted exactly once across crashes, caught up in the window, or recorded as missed.</summary>
public sealed class ExactlyOnceTests
{
    [Theory]
    [InlineData(PublishStep.Publish, false, 1)]
    [InlineData(PublishStep.Publish, true, 0)]
    public async Task A_crash_while_sending_neither_loses_nor_doubles_the_question(PublishStep step, bool afterwards, int sentAfterwards)
    {
        await using var group = await TestGroup.StartAsync();
        var (schedule, planned) = await group.ScheduleAsync("09:00");
        group.DieAt(step, afterwards);
        await Should.ThrowAsync<OperationCanceledException>(() => group.RunToAsync("2026-03-02T08:00Z"));
        (await group.ReadAsync(planned!)).State.ShouldBe(PostState.Intended, "the intent stands before the platform is called");
        group.Platform.Calls.Clear();

        await group.RestartAsync(down: Duration.FromMinutes(1));
        await group.RunDueAsync();

        group.Platform.Shown.ShouldHaveSingleItem();
        group.Platform.Calls.Count(call => call.Step == PublishStep.Publish).ShouldBe(sentAfterwards);
        var open = await group.ReadAsync(planned!);
        open.State.ShouldBe(PostState.Open);
        open.MessageId.ShouldBe(group.Platform.Shown[0].MessageId);
        (await group.LatestAsync(schedule)).Date.ShouldBe(New.Date("2026-03-03"));
    }

    [Fact]
    public async Task A_message_that_stands_there_is_taken_up_also_after_the_window()
    {
        await using var group = await TestGroup.StartAsync();
        var (_, planned) = await group.ScheduleAsync("09:00");
        group.DieAt(PublishStep.Publish, afterwards: true);
        await Should.ThrowAsync<OperationCanceledException>(() => group.RunToAsync("2026-03-02T08:00Z"));

        await group.RestartAsync(down: Duration.FromHours(5));
        await group.RunDueAsync();

        group.Platform.Shown.ShouldHaveSingleItem();
        (await group.ReadAsync(planned!)).State.ShouldBe(PostState.Open);
    }

    [Fact]
    public async Task A_crash_between_the_message_and_the_next_plan_leaves_no_hole()
    {
        // The next plan is the last thing that posting does: a store without it is what such a crash leaves.
        await using var group = await TestGroup.StartAsync();
        var (schedule, _) = await group.ScheduleAsync("09:00");
        await group.RunToAsync("2026-03-02T08:00Z");
        await group.Engine.Store.DropPlannedAsync(schedule.Id, CancellationToken.None);

        await group.RestartAsync();

        (await group.LatestAsync(schedule)).ShouldSatisfyAllConditions(
            next => next.State.ShouldBe(PostState.Planned),
            next => next.Date.ShouldBe(New.Date("2026-03-03")));
    }

    [Fact]
    public async Task A_round_that_begins_while_another_sends_leaves_its_question_alone()
    {
        await using var group = await TestGroup.StartAsync();
        await group.ScheduleAsync("09:00");
        group.Clock.SetUtcNow(New.Instant("2026-03-02T08:00Z").ToDateTimeOffset());
        var sending = group.Platform.Hold(PublishStep.Publish, group.Channel.Key);
        var round = group.RunDueAsync();
        await sending.Begun;

        await group.RunDueAsync();
        sending.Release();
        await round;

        group.Platform.Shown.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Many_rounds_at_the_same_time_post_once()
    {
        await using var group = await TestGroup.StartAsync();
        await group.ScheduleAsync("09:00");
        group.Clock.SetUtcNow(New.Instant("2026-03-02T08:00Z").ToDateTimeOffset());

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => group.RunDueAsync()));

        group.Platform.Shown.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_question_is_caught_up_inside_the_window()
    {
        await using var group = await TestGroup.StartAsync();
        var (_, planned) = await group.ScheduleAsync("09:00");

        await group.StopBotAsync();
        group.Clock.SetUtcNow(New.Instant("2026-03-02T10:00Z").ToDateTimeOffset());
        await group.StartBotAsync();
        await group.RunDueAsync();

        (await group.ReadAsync(planned!)).State.ShouldBe(PostState.Open);
        (await group.ReadAsync(planned!)).ClosesAt.ShouldBe(New.Instant("2026-03-02T20:00Z"), "it stays open for its full time");
    }

    [Fact]
    public async Task After_the_window_it_is_recorded_as_missed_and_the_next_one_is_planned()
    {
        await using var group = await TestGroup.StartAsync();
        var (schedule, planned) = await group.ScheduleAsync("09:00");

        await group.StopBotAsync();
        group.Clock.SetUtcNow(New.Instant("2026-03-02T10:00:01Z").ToDateTimeOffset());
        await group.StartBotAsync();
        await group.RunDueAsync();

        group.Platform.Shown.ShouldBeEmpty();
        var missed = await group.ReadAsync(planned!);
        missed.State.ShouldBe(PostState.Missed);
        missed.Note.ShouldNotBeEmpty();
        group.Log.Lines.ShouldContain($"missed {planned!.Id}");
        (await group.LatestAsync(schedule)).Date.ShouldBe(New.Date("2026-03-03"));
    }

    [Fact]
    public async Task Days_of_absence_are_each_recorded_and_the_last_one_is_caught_up()
    {
        await using var group = await TestGroup.StartAsync();
        var (schedule, _) = await group.ScheduleAsync("09:00");

        await group.StopBotAsync();
        group.Clock.SetUtcNow(New.Instant("2026-03-05T09:00Z").ToDateTimeOffset());
        await group.StartBotAsync();
        await group.RunForAsync(Duration.FromMinutes(1));

        group.Log.Lines.Count(line => line.StartsWith("missed", StringComparison.Ordinal)).ShouldBe(3);
        group.Platform.Shown.ShouldHaveSingleItem().Post.Date.ShouldBe(New.Date("2026-03-05"));
        (await group.LatestAsync(schedule)).Date.ShouldBe(New.Date("2026-03-06"));
    }
}

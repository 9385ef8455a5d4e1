using MlaBot.Core;
using MlaBot.Core.Daily;
using MlaBot.Testing;
using MlaBot.Testing.Daily;
using NodaTime;

namespace MlaBot.Storage.Tests.Daily;

/// <summary>Product rule 4.1, step 2: a question is posted exactly once, caught up in its window, or recorded as missed.</summary>
public sealed class PostingTests
{
    [Fact]
    public async Task A_question_comes_at_its_time_and_not_before()
    {
        await using var group = await TestGroup.StartAsync(now: "2026-03-02T07:00Z", zone: "Europe/Berlin");
        var planned = (await group.ScheduleAsync("09:00")).Next!;

        await group.RunToAsync("2026-03-02T07:59:59Z");
        group.Platform.Shown.ShouldBeEmpty();
        await group.RunToAsync("2026-03-02T08:00Z");

        var shown = group.Platform.Shown.ShouldHaveSingleItem();
        shown.Item.Id.ShouldBe(planned.Item);
        shown.Post.Presentation.ShouldBe(planned.Presentation);
        var open = await group.ReadAsync(planned);
        open.State.ShouldBe(PostState.Open);
        open.MessageId.ShouldBe(shown.MessageId);
        open.ClosesAt.ShouldBe(New.Instant("2026-03-02T18:00Z"));
    }

    [Fact]
    public async Task The_next_question_is_planned_when_one_was_posted()
    {
        await using var group = await TestGroup.StartAsync();
        var (schedule, first) = await group.ScheduleAsync(days: "mon,thu");

        await group.RunToAsync("2026-03-02T12:00Z");

        var next = await group.LatestAsync(schedule);
        next.State.ShouldBe(PostState.Planned);
        next.Date.ShouldBe(New.Date("2026-03-05"));
        next.Item.ShouldNotBe(first!.Item);
    }

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
    public async Task Rounds_at_the_same_time_post_once()
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

    [Fact]
    public async Task A_passing_fault_is_tried_again_until_it_passes()
    {
        await using var group = await TestGroup.StartAsync();
        var (_, planned) = await group.ScheduleAsync("09:00");
        group.Platform.Fail(PublishStep.Publish, Busy, times: 3);

        await group.RunToAsync("2026-03-02T08:00Z");
        (await group.ReadAsync(planned!)).State.ShouldBe(PostState.Intended);
        group.Platform.Shown.ShouldBeEmpty();
        for (var sweep = 0; sweep < 3; sweep++)
        {
            await group.RunForAsync(Duration.FromSeconds(5));
        }

        group.Platform.Shown.ShouldHaveSingleItem();
        (await group.ReadAsync(planned!)).State.ShouldBe(PostState.Open);
    }

    [Fact]
    public async Task A_message_whose_confirmation_was_lost_is_found_and_not_sent_again()
    {
        await using var group = await TestGroup.StartAsync();
        var (_, planned) = await group.ScheduleAsync("09:00");
        group.Platform.Fail(PublishStep.Publish, Busy, times: 1, afterwards: true);

        await group.RunToAsync("2026-03-02T08:00:30Z");
        await group.RunForAsync(Duration.FromSeconds(5));

        group.Platform.Shown.ShouldHaveSingleItem();
        (await group.ReadAsync(planned!)).MessageId.ShouldBe(group.Platform.Shown[0].MessageId);
    }

    [Fact]
    public async Task A_message_in_doubt_is_not_sent_again_while_looking_fails()
    {
        await using var group = await TestGroup.StartAsync();
        var (_, planned) = await group.ScheduleAsync("09:00");
        group.Platform.Fail(PublishStep.Publish, Busy, times: 1, afterwards: true);
        group.Platform.Fail(PublishStep.Find, Busy);

        await group.RunToAsync("2026-03-02T08:01Z");
        await group.RunForAsync(Duration.FromMinutes(1));
        (await group.ReadAsync(planned!)).State.ShouldBe(PostState.Intended);
        group.Platform.Heal();
        await group.RunForAsync(Duration.FromMinutes(1));

        group.Platform.Shown.ShouldHaveSingleItem();
        (await group.ReadAsync(planned!)).State.ShouldBe(PostState.Open);
    }

    [Fact]
    public async Task A_fault_that_lasts_through_the_window_ends_as_missed()
    {
        await using var group = await TestGroup.StartAsync();
        var (schedule, planned) = await group.ScheduleAsync("09:00");
        group.Platform.Fail(PublishStep.Publish, Busy);

        await group.RunToAsync("2026-03-02T08:00Z");
        await group.RunToAsync("2026-03-02T10:00:01Z");

        (await group.ReadAsync(planned!)).State.ShouldBe(PostState.Missed);
        (await group.LatestAsync(schedule)).Date.ShouldBe(New.Date("2026-03-03"));
    }

    [Fact]
    public async Task While_the_platform_cannot_be_reached_nothing_is_tried()
    {
        await using var group = await TestGroup.StartAsync();
        var (_, planned) = await group.ScheduleAsync("09:00");
        group.Platform.IsUp = false;

        await group.RunDueAsync();
        group.Clock.SetUtcNow(New.Instant("2026-03-02T08:30Z").ToDateTimeOffset());
        await group.RunDueAsync();
        group.Platform.Calls.ShouldBeEmpty();
        group.Platform.IsUp = true;
        await group.RunDueAsync();

        (await group.ReadAsync(planned!)).State.ShouldBe(PostState.Open);
    }

    [Fact]
    public async Task A_channel_that_is_gone_pauses_its_schedule_and_tells_the_admins_once()
    {
        await using var group = await TestGroup.StartAsync();
        var other = await group.AddChannelAsync("other");
        var (gone, planned) = await group.ScheduleAsync("09:00");
        var (healthy, _) = await group.ScheduleAsync("09:00", channel: other.Key);
        group.Platform.Fail(PublishStep.Publish, () => new ChannelGoneException("I may not write here."), channel: group.Channel.Key);

        await group.RunToAsync("2026-03-05T12:00Z");

        var paused = (await group.Engine.Store.FindScheduleAsync(gone.Id, CancellationToken.None))!;
        paused.PausedBecause.ShouldBe("I may not write here.");
        (await group.ReadAsync(planned!)).State.ShouldBe(PostState.Missed);
        group.Platform.Told.ShouldHaveSingleItem().Channel.ShouldBe(group.Channel.Key);
        (await group.Engine.Store.FindScheduleAsync(healthy.Id, CancellationToken.None))!.IsPaused.ShouldBeFalse();
        group.Platform.Shown.Count(shown => shown.Post.Channel == other.Key).ShouldBe(4);
    }

    [Fact]
    public async Task A_schedule_that_was_paused_by_its_channel_can_be_resumed()
    {
        await using var group = await TestGroup.StartAsync();
        var (schedule, _) = await group.ScheduleAsync("09:00");
        group.Platform.Fail(PublishStep.Publish, () => new ChannelGoneException("I may not write here."), times: 1);
        await group.RunToAsync("2026-03-02T12:00Z");

        var resumed = (await group.Engine.Schedules.ResumeAsync(group.Channel.Key, schedule.Id, CancellationToken.None)).ShouldBeOk();
        await group.RunToAsync("2026-03-03T12:00Z");

        resumed.Next!.Date.ShouldBe(New.Date("2026-03-03"));
        group.Platform.Shown.ShouldHaveSingleItem();
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task One_failing_channel_never_stops_the_others(Func<Exception> failure)
    {
        await using var group = await TestGroup.StartAsync();
        var others = new List<DailyPost>();
        foreach (var name in new[] { "one", "two", "three" })
        {
            var channel = await group.AddChannelAsync(name);
            others.Add((await group.ScheduleAsync("09:00", channel: channel.Key)).Next!);
        }

        await group.ScheduleAsync("09:00");
        group.Platform.Fail(PublishStep.Publish, failure, channel: group.Channel.Key);
        await group.RunToAsync("2026-03-02T18:30Z");

        foreach (var post in others)
        {
            (await group.ReadAsync(post)).State.ShouldBe(PostState.Settled);
        }
    }

    public static TheoryData<Func<Exception>> Failures => new()
    {
        Busy,
        () => new ChannelGoneException("The channel was deleted."),
        () => new InvalidOperationException("a mistake of ours"),
        () => new OperationCanceledException("the platform's own time limit"),
    };

    [Fact]
    public async Task A_channel_that_hangs_holds_up_no_other_and_is_given_up_after_its_time()
    {
        await using var group = await TestGroup.StartAsync(rules: new DailyRules { PublishTimeout = TimeSpan.FromMinutes(2) });
        var other = await group.AddChannelAsync("other");
        var (_, slow) = await group.ScheduleAsync("09:00");
        var (_, quick) = await group.ScheduleAsync("09:01", channel: other.Key);
        var hanging = group.Platform.Hang(PublishStep.Publish, group.Channel.Key);
        group.Clock.SetUtcNow(New.Instant("2026-03-02T08:00Z").ToDateTimeOffset());
        var round = group.RunDueAsync();
        await hanging;

        group.Clock.Advance(TimeSpan.FromMinutes(1));
        await group.RunDueAsync();
        round.IsCompleted.ShouldBeFalse();
        (await group.ReadAsync(quick!)).State.ShouldBe(PostState.Open);
        group.Clock.Advance(TimeSpan.FromMinutes(1));
        await round;
        (await group.ReadAsync(slow!)).State.ShouldBe(PostState.Intended);
        group.Platform.Heal();
        await group.RunForAsync(Duration.FromMinutes(1));

        (await group.ReadAsync(slow!)).State.ShouldBe(PostState.Open);
        group.Platform.Shown.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_item_that_changed_since_it_was_planned_is_replaced_before_it_is_sent()
    {
        await using var group = await TestGroup.StartAsync();
        var (_, planned) = await group.ScheduleAsync("09:00");
        var newer = New.ChoiceItem(id: planned!.Item.Value, version: 2);
        group.Content.Current = new([New.Exam(New.Domain("1", 5))], [newer], [], []);

        await group.RunToAsync("2026-03-02T08:00:10Z");

        group.Platform.Shown.ShouldHaveSingleItem().Post.ItemVersion.ShouldBe(2);
        (await group.ReadAsync(planned)).ItemVersion.ShouldBe(2);
    }

    [Fact]
    public async Task An_answer_is_graded_by_the_version_that_was_shown()
    {
        await using var group = await TestGroup.StartAsync();
        var (_, planned) = await group.ScheduleAsync("09:00");
        await group.RunToAsync("2026-03-02T08:00Z");
        var corrected = New.ChoiceItem(key: "C", id: planned!.Item.Value, version: 2);
        group.Content.Current = new([New.Exam(New.Domain("1", 5))], [corrected], [], []);

        var receipt = (await group.AnswerAsync(planned, "B")).ShouldBeOk();

        receipt.Item.Version.ShouldBe(1);
        receipt.Grade.IsCorrect.ShouldBeTrue();
    }

    private static ExternalFaultException Busy() => new("The platform is busy.", isTransient: true);
}

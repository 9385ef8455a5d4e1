using MlaBot.Core;
using MlaBot.Core.Daily;
using MlaBot.Testing;
using MlaBot.Testing.Daily;
using NodaTime;

namespace MlaBot.Storage.Tests.Daily;

/// <summary>What a platform that fails does to its own question, and what it does not do to the others.</summary>
public sealed class PlatformFaultTests
{
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
    public async Task A_question_that_is_refused_for_good_is_sent_once_and_recorded_as_missed_and_the_admins_hear_of_it()
    {
        await using var group = await TestGroup.StartAsync();
        var (schedule, planned) = await group.ScheduleAsync("09:00");
        group.Platform.Fail(PublishStep.Publish, () => new ExternalFaultException("invalid body", isTransient: false), times: 1);

        await group.RunToAsync("2026-03-02T08:00Z");
        await group.RunToAsync("2026-03-02T12:00Z");

        var missed = await group.ReadAsync(planned!);
        (missed.State, missed.Note).ShouldBe((PostState.Missed, "The platform refused it."));
        group.Platform.Calls.Count(call => call.Step == PublishStep.Publish).ShouldBe(1);
        group.Log.Lines.ShouldContain($"refused {planned!.Id}: invalid body");
        group.Platform.Told.ShouldHaveSingleItem().Sentence.ShouldContain("Question 1 could not be posted: the platform refused it. Its day is excused");
        (await group.Engine.Store.FindScheduleAsync(schedule.Id, CancellationToken.None))!.IsPaused.ShouldBeFalse();

        await group.RunToAsync("2026-03-03T08:00:05Z");
        group.Platform.Shown.ShouldHaveSingleItem().Post.Date.ShouldBe(New.Date("2026-03-03"));
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
    public async Task A_schedule_that_an_admin_paused_keeps_that_reason_when_its_channel_goes()
    {
        await using var group = await TestGroup.StartAsync();
        var (schedule, planned) = await group.ScheduleAsync("09:00");
        group.Platform.Fail(PublishStep.Publish, Busy);
        group.Clock.SetUtcNow(New.Instant("2026-03-02T08:00Z").ToDateTimeOffset());
        await group.RunDueAsync();
        (await group.Engine.Schedules.PauseAsync(group.Channel.Key, schedule.Id, CancellationToken.None)).ShouldBeOk();

        group.Platform.Fail(PublishStep.Publish, () => new ChannelGoneException("I may not write here."));
        await group.RunForAsync(Duration.FromSeconds(5));

        (await group.ReadAsync(planned!)).State.ShouldBe(PostState.Missed);
        (await group.Engine.Store.FindScheduleAsync(schedule.Id, CancellationToken.None))!.PausedBecause.ShouldBe("Paused by an admin.");
        group.Platform.Told.ShouldBeEmpty();
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
        var hanging = group.Platform.Hold(PublishStep.Publish, group.Channel.Key);
        group.Clock.SetUtcNow(New.Instant("2026-03-02T08:00Z").ToDateTimeOffset());
        var round = group.RunDueAsync();
        await hanging.Begun;

        group.Clock.Advance(TimeSpan.FromMinutes(1));
        await group.RunDueAsync();
        round.IsCompleted.ShouldBeFalse();
        (await group.ReadAsync(quick!)).State.ShouldBe(PostState.Open);
        group.Clock.Advance(TimeSpan.FromMinutes(1));
        await round;
        (await group.ReadAsync(slow!)).State.ShouldBe(PostState.Intended);
        await group.RunForAsync(Duration.FromMinutes(1));

        (await group.ReadAsync(slow!)).State.ShouldBe(PostState.Open);
        group.Platform.Shown.Count.ShouldBe(2);
    }

    private static ExternalFaultException Busy() => new("The platform is busy.", isTransient: true);
}

using MlaBot.Core;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Testing;
using MlaBot.Testing.Daily;

namespace MlaBot.Storage.Tests.Daily;

/// <summary>Places that cannot be posted to: their schedules stop, one word is said, and nothing is lost.</summary>
public sealed class PausingTests
{
    [Fact]
    public async Task A_channel_that_is_gone_pauses_all_its_schedules_and_tells_once()
    {
        await using var group = await TestGroup.StartAsync();
        for (var domain = 1; domain <= 4; domain++)
        {
            await group.ScheduleAsync("09:00", $"{domain}");
        }

        group.Platform.Fail(PublishStep.Publish, () => new ChannelGoneException("I may not write here. Give me Send Messages."));
        await group.RunToAsync("2026-03-05T12:00Z");

        var schedules = await group.Engine.Schedules.ListAsync(group.Channel.Key, CancellationToken.None);
        schedules.Select(each => each.Schedule.PausedBecause).ShouldAllBe(reason => reason == "I may not write here. Give me Send Messages.");
        schedules.ShouldAllBe(each => each.Next == null);
        group.Platform.Told.ShouldHaveSingleItem().Sentence.ShouldSatisfyAllConditions(
            sentence => sentence.ShouldContain("all 4 schedules of #study"),
            sentence => sentence.ShouldContain("Give me Send Messages."),
            sentence => sentence.ShouldContain("/schedule resume all"));
        group.Platform.Calls.Count(call => call.Step == PublishStep.Publish).ShouldBe(1);
    }

    [Fact]
    public async Task All_schedules_start_again_together_and_running_ones_keep_their_plan()
    {
        await using var group = await TestGroup.StartAsync();
        await group.ScheduleAsync("09:00", "1");
        await group.ScheduleAsync("10:00", "2");
        await group.Engine.Pause.ChannelAsync(group.Channel.Key, "The channel was deleted.", CancellationToken.None);
        var (_, running) = await group.ScheduleAsync("11:00", "3");

        var all = (await group.Engine.Schedules.ResumeAllAsync(group.Channel.Key, CancellationToken.None)).ShouldBeOk();
        await group.RunToAsync("2026-03-02T12:00Z");

        all.ShouldAllBe(each => each.Next != null);
        all[2].Next.ShouldBe(running);
        group.Platform.Shown.Count.ShouldBe(3);
    }

    [Fact]
    public async Task The_admins_of_a_deleted_channel_hear_what_they_can_do_elsewhere()
    {
        await using var group = await TestGroup.StartAsync();
        await group.ScheduleAsync("09:00");
        group.Platform.Fail(PublishStep.Publish, () => new ChannelGoneException("The channel was deleted.") { IsDeleted = true });

        await group.RunToAsync("2026-03-02T08:00Z");

        group.Platform.Told.ShouldHaveSingleItem().Sentence
            .ShouldBe("I paused the schedule of #study: The channel was deleted. Nothing was lost. To go on, an admin types /setup in another channel.");
    }

    [Fact]
    public async Task There_is_nothing_to_resume_in_a_channel_without_schedules()
    {
        await using var group = await TestGroup.StartAsync();

        (await group.Engine.Schedules.ResumeAllAsync(group.Channel.Key, CancellationToken.None)).ShouldBeRefused("schedules-none");
    }

    [Fact]
    public async Task A_group_that_removed_the_bot_stops_alone_and_keeps_its_data()
    {
        await using var group = await TestGroup.StartAsync();
        await group.ScheduleAsync("09:00");
        var other = group.Channel with { Key = new ChannelKey(new GroupKey("local", "elsewhere"), "study") };
        await group.Engine.Channels.SaveAsync(other, CancellationToken.None);
        await group.ScheduleAsync("09:00", channel: other.Key);
        await group.RunToAsync("2026-03-02T08:01Z");
        (await group.AnswerAsync(group.Platform.Shown.First(shown => shown.Post.Channel == group.Channel.Key).Post)).ShouldBeOk();

        (await group.Engine.Pause.GroupAsync(group.Channel.Key.Group, "I was removed.", CancellationToken.None)).ShouldBe(1);
        (await group.Engine.Pause.GroupAsync(group.Channel.Key.Group, "I was removed.", CancellationToken.None)).ShouldBe(0);
        await group.RunToAsync("2026-03-04T12:00Z");

        group.Platform.Shown.Count(shown => shown.Post.Channel == group.Channel.Key).ShouldBe(1);
        group.Platform.Shown.Count(shown => shown.Post.Channel == other.Key).ShouldBe(3);
        group.Platform.Told.ShouldBeEmpty();
        (await group.StreakAsync()).Current.ShouldBe(1);
    }

    [Fact]
    public async Task A_channel_that_was_never_set_up_has_nothing_to_pause()
    {
        await using var group = await TestGroup.StartAsync();

        (await group.Engine.Pause.ChannelAsync(group.Channel.Key with { Id = "unknown" }, "The channel was deleted.", CancellationToken.None)).ShouldBe(0);
        group.Platform.Told.ShouldBeEmpty();
    }

    [Fact]
    public async Task While_a_groups_part_of_the_platform_is_down_its_questions_wait_and_others_come()
    {
        await using var group = await TestGroup.StartAsync();
        var other = group.Channel with { Key = new ChannelKey(new GroupKey("local", "elsewhere"), "study") };
        await group.Engine.Channels.SaveAsync(other, CancellationToken.None);
        var (_, waiting) = await group.ScheduleAsync("09:00");
        await group.ScheduleAsync("09:00", channel: other.Key);
        group.Platform.Unreachable.Add(group.Channel.Key.Group);

        group.Clock.SetUtcNow(New.Instant("2026-03-02T08:30Z").ToDateTimeOffset());
        await group.RunDueAsync();
        group.Platform.Shown.ShouldHaveSingleItem().Post.Channel.ShouldBe(other.Key);
        group.Platform.Unreachable.Clear();
        await group.RunDueAsync();

        (await group.ReadAsync(waiting!)).State.ShouldBe(PostState.Open);
    }

    [Fact]
    public async Task A_day_that_such_an_outage_took_breaks_no_streak()
    {
        await using var group = await TestGroup.StartAsync();
        var (schedule, _) = await group.ScheduleAsync("09:00");
        await group.RunToAsync("2026-03-02T08:01Z");
        (await group.AnswerAsync(group.Platform.Shown[^1].Post)).ShouldBeOk();
        await group.RunToAsync("2026-03-03T07:00Z");

        group.Platform.Unreachable.Add(group.Channel.Key.Group);
        await group.RunToAsync("2026-03-03T11:00Z");
        (await group.LatestAsync(schedule)).Date.ShouldBe(New.Date("2026-03-04"));
        group.Platform.Unreachable.Clear();
        await group.RunToAsync("2026-03-04T08:01Z");
        (await group.AnswerAsync(group.Platform.Shown[^1].Post)).ShouldBeOk();

        var streak = await group.StreakAsync();
        streak.Current.ShouldBe(2);
        streak.Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_question_that_was_refused_at_once_says_why()
    {
        await using var group = await TestGroup.StartAsync();
        var (schedule, _) = await group.ScheduleAsync("09:00");
        group.Platform.Fail(PublishStep.Publish, () => new ChannelGoneException("I may not write here."));

        var refusal = (await group.Engine.Schedules.RunNowAsync(group.Channel.Key, schedule.Id, CancellationToken.None)).ShouldBeRefused("run-refused");

        refusal.Sentence.ShouldContain("I may not write here.");
    }

    [Fact]
    public async Task A_question_whose_message_was_deleted_closes_and_is_revealed_and_never_comes_again()
    {
        await using var group = await TestGroup.StartAsync();
        var (_, planned) = await group.ScheduleAsync("09:00");
        await group.RunToAsync("2026-03-02T08:01Z");
        group.Platform.Fail(PublishStep.Close, () => new MessageGoneException("Unknown message."));

        await group.RunToAsync("2026-03-02T19:00Z");

        (await group.ReadAsync(planned!)).State.ShouldBe(PostState.Settled);
        group.Platform.Shown.ShouldHaveSingleItem().RevealedAt.ShouldNotBeNull();
    }
}

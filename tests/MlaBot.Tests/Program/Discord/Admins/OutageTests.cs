using MlaBot.Core.Daily;
using MlaBot.DiscordServer.World;

namespace MlaBot.Tests.Program.Discord.Admins;

/// <summary>Questions whose place is out of reach for a while, or whose message a moderator took away.</summary>
public sealed class OutageTests
{
    [Fact]
    public async Task In_an_outage_questions_wait_and_come_after_it_and_what_is_too_late_hurts_no_streak()
    {
        await using var stage = await DiscordStage.StartAsync(configure: folder => folder.With("Daily__CatchUpMinutes", "10"));
        var control = stage.Server.Control;
        await stage.SetUpAsync(stage.Study, stage.Admin);
        stage.LetClockReach("2050-03-07T09:00:05Z");
        await control.PressLabelAsync(stage.Ana, await stage.MessageAsync(stage.Study, "Question 1"), stage.Records.Post(1).Right);

        control.SetOutage(stage.Guild, isOut: true);
        await stage.Process.WaitForErrorAsync("has an outage");
        stage.LetClockReach("2050-03-07T12:08:00Z");
        control.SetOutage(stage.Guild, isOut: false);
        await stage.WaitAsync(() => stage.Said(stage.Study, "Domain 2").Count == 1, "the question of noon, caught up");

        // A whole day out of reach: each of its questions is missed, and the row of days holds.
        control.SetOutage(stage.Guild, isOut: true);
        await stage.WaitAsync(() => stage.Process.Errors.Split("has an outage").Length == 3, "the second outage");
        stage.LetClockReach("2050-03-09T08:00:00Z");
        await stage.WaitAsync(() => stage.Records.Posts().Count(post => post.State == PostState.Missed) == 8, "three of today and all five of tomorrow missed");
        control.SetOutage(stage.Guild, isOut: false);
        stage.LetClockReach("2050-03-09T09:00:05Z");
        await stage.WaitAsync(() => stage.Records.Posts().Any(post => post is { WasSent: true, Date.Day: 9 }), "the next question");
        var today = stage.Records.Posts().Single(post => post is { WasSent: true, Date.Day: 9 });
        await control.PressLabelAsync(stage.Ana, await stage.MessageAsync(stage.Study, AdminActs.Question(today.Number)), today.Right);

        (await control.CommandAsync(stage.Ana, stage.Study, "streak")).Words().ShouldContain("2 days");
        stage.Records.Schedules().Count.ShouldBe(5);
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task A_question_that_a_moderator_deletes_is_not_posted_again_and_its_reveal_stands_alone()
    {
        await using var stage = await DiscordStage.StartAsync();
        var control = stage.Server.Control;
        await stage.SetUpAsync(stage.Study, stage.Admin, ("open", "30m"));
        stage.LetClockReach("2050-03-07T09:00:05Z");
        var question = await stage.MessageAsync(stage.Study, "Question 1");
        await control.PressLabelAsync(stage.Ana, question, stage.Records.Post(1).Right);
        control.DeleteMessage(question);
        await stage.KillBotAsync();
        await stage.StartBotAsync();

        stage.LetClockReach("2050-03-07T09:31:00Z");
        var reveal = await stage.MessageAsync(stage.Study, "Question 1: the answer");
        reveal.Reference.ShouldBeNull();
        reveal.Text.ShouldContain("1 of 1 answered right.", customMessage: "the answer counts");
        stage.LetClockReach("2050-03-07T12:00:05Z");
        await stage.MessageAsync(stage.Study, "Question 2");

        stage.Said(stage.Study, "Question 1").ShouldBe([reveal]);
        stage.Records.Schedules().Count.ShouldBe(5);
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task A_thread_serves_as_study_channel_also_when_it_is_archived_and_a_locked_one_is_paused()
    {
        await using var stage = await DiscordStage.StartAsync();
        var control = stage.Server.Control;
        var thread = control.AddThread(stage.Study, "corner");
        stage.Deny(Permission.SendMessagesInThreads);
        (await stage.SetUpAsync(thread, stage.Admin, ("thread", "on"))).Words().ShouldSatisfyAllConditions(
            text => text.ShouldContain("✗ Send Messages in Threads"), text => text.ShouldContain("! Discussion threads: A thread cannot hold threads of its own"));
        stage.Deny(Permission.SendMessages);
        (await stage.SetUpAsync(thread, stage.Admin, ("thread", "off"))).Words().ShouldContain("**I can post there**");

        control.SetThread(thread, isArchived: true, isLocked: false);
        stage.LetClockReach("2050-03-07T09:00:05Z");
        await stage.MessageAsync(thread, "Question 1");
        thread.IsArchived.ShouldBeFalse();

        control.SetThread(thread, isArchived: true, isLocked: true);
        stage.LetClockReach("2050-03-07T12:00:05Z");
        await stage.WaitAsync(() => stage.Letters(stage.Admin).Count == 1, "a private message");
        stage.Letters(stage.Admin).Single().ShouldContain("The thread is archived or locked. Open it again.");
        stage.Records.Schedules().ShouldBeEmpty();
        stage.ShouldHaveBehaved();
    }
}

using MlaBot.SlackServer.Faults;
using MlaBot.SlackServer.Sockets;

namespace MlaBot.Tests.Program.Slack.Admins;

/// <summary>Channels that cannot be posted to any more: paused with a reason, told once, nothing lost, and on again when it is mended.</summary>
public sealed class LostPlaceTests
{
    [Fact]
    public async Task An_archived_channel_is_paused_at_once_and_goes_on_when_it_is_back()
    {
        await using var stage = await SlackStage.StartAsync();
        var control = stage.Server.Control;
        var second = control.AddChannel(stage.Team, "second", isPrivate: false, stage.Admin);
        await stage.SettledSetUpAsync(stage.Study, stage.Admin);
        await stage.SettledSetUpAsync(second, stage.Admin);

        control.SetArchived(stage.Study);
        (await LetterAsync(stage)).ShouldSatisfyAllConditions(
            text => text.ShouldContain("I paused all 5 schedules of #study: The channel was archived. Unarchive it, or set another one up."),
            text => text.ShouldContain("Nothing was lost."),
            text => text.ShouldContain("/mla schedule resume all"));
        stage.LetClockReach("2050-03-07T09:00:05Z");
        await stage.MessageAsync(second, "Question ");
        (await stage.SaysAsync(stage.Admin, second, $"/mla setup channel:{stage.Study.Mark()}")).ShouldSatisfyAllConditions(
            text => text.ShouldContain("Nothing was saved."), text => text.ShouldContain("It is archived."));

        control.SetArchived(stage.Study, isArchived: false);
        await MendedAsync(stage, "The channel was archived.");
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task A_bot_that_is_removed_from_a_private_channel_says_how_to_bring_it_back()
    {
        await using var stage = await SlackStage.StartAsync();
        var control = stage.Server.Control;
        var quiet = control.AddChannel(stage.Team, "quiet", isPrivate: true, stage.Admin);
        control.InviteBot(quiet, stage.App, stage.Admin);
        await stage.SettledSetUpAsync(quiet, stage.Admin);
        await stage.WaitAsync(() => stage.Records.Schedules().Count == 5, "the set-up");

        control.RemoveBot(quiet, stage.App);
        (await LetterAsync(stage)).ShouldContain("I paused all 5 schedules of #quiet: I was removed from the channel. Invite me there with /invite @MlaBot.");
        stage.Records.Schedules().ShouldBeEmpty();
        (await stage.SaysAsync(stage.Admin, quiet, "/mla schedule resume all")).ShouldSatisfyAllConditions(
            text => text.ShouldContain("Nothing was started."), text => text.ShouldContain("/invite @MlaBot"));

        control.InviteBot(quiet, stage.App, stage.Admin);
        (await stage.SaysAsync(stage.Admin, quiet, "/mla schedule resume all")).ShouldContain("09:00 UTC");
        stage.LetClockReach("2050-03-07T09:00:05Z");
        await stage.MessageAsync(quiet, "Question ");
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task A_bot_that_is_removed_from_a_public_channel_comes_back_by_itself_when_it_is_asked_to_go_on()
    {
        await using var stage = await SlackStage.StartAsync();
        await stage.SettledSetUpAsync(stage.Study, stage.Admin);

        stage.Server.Control.RemoveBot(stage.Study, stage.App);
        (await LetterAsync(stage)).ShouldContain("I was removed from the channel.");
        await MendedAsync(stage, "I was removed from the channel.");
        stage.ShouldHaveBehaved();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_deleted_channel_is_paused_also_when_it_went_while_the_bot_was_away(bool isAway)
    {
        await using var stage = await SlackStage.StartAsync();
        await stage.SettledSetUpAsync(stage.Study, stage.Admin);
        await stage.EphemeralAsync(stage.Admin, stage.Study, "This channel is set up");
        if (isAway)
        {
            (await stage.StopBotAsync()).ShouldBe(0);
        }

        stage.Server.Control.DeleteChannel(stage.Study);
        if (isAway)
        {
            await stage.StartBotAsync();
            stage.LetClockReach("2050-03-07T13:00:00Z");
        }

        var letter = await LetterAsync(stage);
        letter.ShouldContain("The channel was deleted");
        if (!isAway)
        {
            letter.ShouldEndWith("To go on, an admin types /mla setup in another channel.", Case.Sensitive, "nobody can type anything in a deleted channel");
        }

        await stage.WaitAsync(() => stage.Records.Schedules().Count == 0, "the pause");
        stage.Calls("chat.postMessage").ShouldBeLessThan(4, "one try for the question, one for the news, one in private");
        stage.Letters(stage.Admin).Count.ShouldBe(1);
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task A_channel_that_gets_another_id_is_paused_and_can_be_set_up_anew()
    {
        await using var stage = await SlackStage.StartAsync();
        await stage.SettledSetUpAsync(stage.Study, stage.Admin);

        stage.Server.Control.ChangeChannelId(stage.Study);
        (await LetterAsync(stage)).ShouldContain("Slack gave the channel a new id. Set it up again there.");
        (await stage.AdminSaysAsync("setup UTC 09:00")).ShouldContain("This channel is set up");
        stage.LetClockReach("2050-03-07T09:00:05Z");
        await stage.MessageAsync(stage.Study, "Question ");
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task A_scope_that_is_taken_away_is_named_where_the_schedules_are_shown()
    {
        await using var stage = await SlackStage.StartAsync();
        await stage.SettledSetUpAsync(stage.Study, stage.Admin);
        stage.Server.Control.RemoveScope(stage.App, "chat:write");

        stage.LetClockReach("2050-03-07T13:00:00Z");
        await stage.WaitAsync(() => stage.Records.Schedules().Count == 0, "the pause");
        await stage.Process.WaitForErrorAsync("could be told");
        (await stage.AdminSaysAsync("schedule resume all")).ShouldContain("✗ Scope chat:write");
        stage.App.Scopes.Add("chat:write");
        await MendedAsync(stage, "I lack the scope chat:write. Update the app from my manifest and install it again.");
        stage.ShouldHaveBehaved();
    }

    [Theory]
    [InlineData("restricted_action")]
    [InlineData("restricted_action_read_only_channel")]
    public async Task A_channel_in_which_only_some_may_post_is_paused(string error)
    {
        await using var stage = await SlackStage.StartAsync();
        await stage.SettledSetUpAsync(stage.Study, stage.Admin);
        // The question and the news in the channel; the private message is another place.
        using var fault = stage.Server.Faults.Add(new(FaultKind.Refuse) { Method = "chat.postMessage", Error = error, Times = 2 });

        stage.LetClockReach("2050-03-07T13:00:00Z");
        (await LetterAsync(stage)).ShouldContain("The workspace lets only some people post in the channel. Let the app post there, or choose another channel.");
        await MendedAsync(stage, "The workspace lets only some people post in the channel.");
        stage.ShouldHaveBehaved();
    }

    [Theory]
    [InlineData("no_permission")]
    [InlineData("access_denied")]
    public async Task A_channel_that_refuses_the_bot_is_paused_alone(string error)
    {
        await using var stage = await SlackStage.StartAsync();
        var second = stage.Server.Control.AddChannel(stage.Team, "second", isPrivate: false, stage.Admin);
        await stage.SettledSetUpAsync(stage.Study, stage.Admin);
        (await stage.SaysAsync(stage.Admin, second, "/mla setup UTC 10:30")).ShouldContain("This channel is set up");
        using var fault = stage.Server.Faults.Add(new(FaultKind.Refuse) { Method = "chat.postMessage", Error = error, Times = 2 });

        stage.LetClockReach("2050-03-07T09:00:05Z");
        (await LetterAsync(stage)).ShouldContain("Slack does not let me into the channel. Invite me there with /invite @MlaBot");
        stage.Records.Schedules().Count.ShouldBe(5);
        stage.Server.SocketControl().Figures(stage.App).Open.ShouldBeGreaterThan(0);
        await MendedAsync(stage, "Slack does not let me into the channel.");
        await stage.MessageAsync(second, "Question ");
        stage.ShouldHaveBehaved();
    }

    [Theory]
    [InlineData("org_login_required")]
    [InlineData("team_added_to_org")]
    public async Task A_workspace_that_is_being_moved_is_waited_for(string error)
    {
        await using var stage = await SlackStage.StartAsync();
        await stage.SettledSetUpAsync(stage.Study, stage.Admin);
        using var fault = stage.Server.Faults.Add(new(FaultKind.Refuse) { Method = "chat.postMessage", Error = error, Times = 2 });

        stage.LetClockReach("2050-03-07T09:00:05Z");
        await stage.MessageAsync(stage.Study, "Question ");
        stage.Records.Schedules().Count.ShouldBe(5);
        stage.Letters(stage.Admin).ShouldBeEmpty();
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task Where_messages_may_not_be_changed_after_a_while_questions_close_and_are_revealed_all_the_same()
    {
        await using var stage = await SlackStage.StartAsync();
        await stage.SettledSetUpAsync(stage.Study, stage.Admin, "open:30m");
        stage.LetClockReach("2050-03-07T09:00:05Z");
        var question = await stage.MessageAsync(stage.Study, "Question 1");
        using var fault = stage.Server.Faults.Add(new(FaultKind.Refuse) { Method = "chat.update", Error = "edit_window_closed" });
        await stage.Server.Control.PressLabelAsync(stage.Ana, question, stage.Records.Post(1).Right);

        stage.LetClockReach("2050-03-07T09:31:00Z");
        await stage.WaitAsync(() => stage.Server.Control.Replies(question).Count > 0, "the reveal below the question");
        stage.Server.Control.Replies(question)[0].Words.ShouldContain("1 of 1 answered right.");
        stage.LetClockReach("2050-03-07T12:00:05Z");
        await stage.MessageAsync(stage.Study, "Question 2");
        stage.Records.Schedules().Count.ShouldBe(5);
        stage.ShouldHaveBehaved();
    }

    private static async Task<string> LetterAsync(SlackStage stage)
    {
        await stage.WaitAsync(() => stage.Letters(stage.Admin).Count > 0, "a private message");
        return stage.Letters(stage.Admin).ShouldHaveSingleItem();
    }

    private static async Task MendedAsync(SlackStage stage, string reason)
    {
        (await stage.AdminSaysAsync("schedule list")).ShouldContain(reason);
        stage.Records.Schedules().Count(each => each <= 5).ShouldBe(0);
        (await stage.AdminSaysAsync("schedule resume all")).ShouldSatisfyAllConditions(
            text => text.ShouldContain("15:00 UTC"), text => text.ShouldNotContain(reason));
        stage.LetClockReach("2050-03-07T15:00:05Z");
        await stage.MessageAsync(stage.Study, "Question ");
        stage.Letters(stage.Admin).Count.ShouldBeLessThan(2, "told once");
    }
}

namespace MlaBot.Tests.Program.Slack.Admins;

/// <summary>The wizard of <c>/mla setup</c>, press by press, through the real program.</summary>
public sealed class WizardTests
{
    [Fact]
    public async Task Every_choice_changes_the_same_window_and_is_kept()
    {
        await using var stage = await SlackStage.StartAsync();
        var control = stage.Server.Control;
        var lab = control.AddChannel(stage.Team, "lab", isPrivate: false, stage.Admin);
        var wizard = await stage.WizardAsync();
        wizard.Words.ShouldContain("Channel: #study");
        wizard.Words.ShouldNotContain("silen", Case.Insensitive);
        wizard.Words.ShouldNotContain("thread", Case.Insensitive);
        wizard.Words.ShouldNotContain("role", Case.Insensitive);

        (await stage.ChooseStepAsync(wizard, "Channel", lab.Id)).ShouldContain("Channel: #lab");
        (await stage.ChooseStepAsync(wizard, "Zone", "Europe/Berlin")).ShouldContain("Time zone: Europe/Berlin");
        (await stage.ChooseStepAsync(wizard, "Feedback", "AtClose")).ShouldContain("when a question closes");
        (await stage.ChooseStepAsync(wizard, "Time", "07:00")).ShouldContain("domain 1 at 07:00, domain 2 at 10:00");
        var posting = await stage.PressAsync(wizard, "How it is posted");
        posting.ShouldNotContain("silen", Case.Insensitive);
        posting.ShouldNotContain("thread", Case.Insensitive);
        posting.ShouldNotContain("role", Case.Insensitive);
        (await stage.ChooseStepAsync(wizard, "Open", "480")).ShouldContain("Each stays open for 8 hours.");
        (await stage.PressAsync(wizard, "Back")).ShouldContain("Channel: #lab");

        (await stage.PressAsync(wizard, "Check and preview")).ShouldSatisfyAllConditions(
            text => text.ShouldContain("I can post there"),
            text => text.ShouldContain("✓ I am in the channel: good"),
            text => text.ShouldContain("✓ The scopes of my token: good"),
            text => text.ShouldContain("This is how a question will look"));
        lab.Members.ShouldContain(stage.App.Bot.Id, "the bot joins a public channel by itself");
        (await stage.PressAsync(wizard, "Save and start")).ShouldSatisfyAllConditions(
            text => text.ShouldContain("This channel is set up"), text => text.ShouldContain("07:00 Europe/Berlin"), text => text.ShouldContain("8 hours"));
        stage.Records.Schedules().Count.ShouldBe(5);
        stage.Said(stage.Study, "Question").ShouldBeEmpty();

        // 07:00 in Berlin is 06:00 here: the clock begins after it, so the next one is that of 10:00.
        stage.LetClockReach("2050-03-07T09:00:05Z");
        await stage.MessageAsync(lab, "Question ");
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task Another_zone_or_time_is_typed_in_a_form_on_top_and_what_is_wrong_with_it_is_said()
    {
        await using var stage = await SlackStage.StartAsync();
        var control = stage.Server.Control;
        var wizard = await stage.WizardAsync();

        var form = await OtherAsync(stage, wizard);
        var refused = await control.SubmitAsync(stage.Admin, form, Fields("Europe/Berlim", "18:30"));
        refused.IsTimedOut.ShouldBeFalse();
        refused.Errors.Values.ShouldHaveSingleItem().ShouldContain("is not a time zone that I know");
        refused.Errors.Keys.ShouldBe(["zone"]);
        form.IsOpen.ShouldBeTrue("what was typed is still there to be mended");
        (await control.SubmitAsync(stage.Admin, form, Fields("Europe/Berlin", "25:00"))).Errors.Keys.ShouldBe(["time"]);
        (await control.SubmitAsync(stage.Admin, form, Fields("Europe/Berlin", "18:45"))).Errors.ShouldBeEmpty();

        await stage.WaitAsync(() => wizard.Words.Contains("Time zone: Europe/Berlin", StringComparison.Ordinal), "the page below the form");
        wizard.Words.ShouldContain("domain 1 at 18:45");
        control.TopView(stage.Admin).ShouldBe(wizard);
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task A_member_is_refused_kindly_and_the_first_question_can_be_posted_at_once()
    {
        await using var stage = await SlackStage.StartAsync();
        (await stage.SaysAsync(stage.Ana, stage.Study, "/mla setup")).ShouldSatisfyAllConditions(
            text => text.ShouldContain("/mla setup is for admins of this channel."), text => text.ShouldContain("/mla help"));
        stage.Server.Control.TopView(stage.Ana).ShouldBeNull();

        var wizard = await stage.WizardAsync();
        await stage.PressAsync(wizard, "Check and preview");
        (await stage.PressAsync(wizard, "Save and post a first question now")).ShouldContain("Question 1 is posted.");

        await stage.MessageAsync(stage.Study, "Question 1");
        stage.Records.Schedules().Count.ShouldBe(5);
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task A_wizard_goes_on_after_a_restart_and_ends_where_a_second_one_begins()
    {
        await using var stage = await SlackStage.StartAsync();
        var wizard = await stage.WizardAsync();
        await stage.ChooseStepAsync(wizard, "Zone", "Asia/Tokyo");
        await stage.KillBotAsync();
        await stage.StartBotAsync();
        (await stage.ChooseStepAsync(wizard, "Time", "07:00")).ShouldSatisfyAllConditions(
            text => text.ShouldContain("Asia/Tokyo"), text => text.ShouldContain("domain 1 at 07:00"));

        await stage.Server.Control.CloseAsync(stage.Admin, wizard);
        var newer = await stage.WizardAsync();
        newer.Words.ShouldNotContain("Time zone: Asia/Tokyo");
        await stage.ChooseStepAsync(newer, "Zone", "Europe/Berlin");
        await stage.PressAsync(newer, "Check and preview");
        (await stage.PressAsync(newer, "Save and start")).ShouldContain("This channel is set up");
        stage.Records.Schedules().Count.ShouldBe(5);
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task A_window_whose_wizard_is_gone_says_that_it_is_over()
    {
        await using var stage = await SlackStage.StartAsync();
        var wizard = await stage.WizardAsync();
        await stage.KillBotAsync();
        stage.Folder.ChangeDatabase("DELETE FROM Drafts");
        await stage.StartBotAsync();

        (await stage.ChooseStepAsync(wizard, "Zone", "Asia/Tokyo")).ShouldContain("This set-up is over, or a newer one has taken its place. Type /mla setup to begin again");
        stage.Records.Schedules().ShouldBeEmpty();
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task A_private_channel_is_known_by_its_name()
    {
        await using var stage = await SlackStage.StartAsync();
        var quiet = stage.Server.Control.AddChannel(stage.Team, "quiet", isPrivate: true, stage.Admin);
        stage.Server.Control.InviteBot(quiet, stage.App, stage.Admin);

        var wizard = await stage.WizardAsync(channel: quiet);
        wizard.Words.ShouldContain("Channel: #quiet");
        await stage.PressAsync(wizard, "Check and preview");
        await stage.PressAsync(wizard, "Save and start");

        stage.Server.Control.SetArchived(quiet);
        await stage.WaitAsync(() => stage.Letters(stage.Admin).Count > 0, "a private message");
        stage.Letters(stage.Admin).Single().ShouldContain("I paused all 5 schedules of #quiet: The channel was archived.");
        stage.ShouldHaveBehaved();
    }

    private static async Task<SlackServer.World.View> OtherAsync(SlackStage stage, SlackServer.World.View wizard)
    {
        var act = await stage.Server.Control.PressLabelAsync(stage.Admin, wizard, "Other zone or time…");
        await stage.WaitAsync(() => stage.Server.Control.TopView(stage.Admin) != wizard, "a form on top");
        act.IsTimedOut.ShouldBeFalse();
        var form = stage.Server.Control.TopView(stage.Admin)!;
        form.PreviousId.ShouldBe(wizard.Id);
        return form;
    }

    private static Dictionary<string, object?> Fields(string zone, string time) => new(StringComparer.Ordinal) { ["zone"] = zone, ["time"] = time };
}

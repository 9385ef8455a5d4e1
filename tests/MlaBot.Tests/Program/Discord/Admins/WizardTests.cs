using MlaBot.DiscordServer.World;

namespace MlaBot.Tests.Program.Discord.Admins;

/// <summary>The wizard of <c>/setup</c>, press by press, through the real program.</summary>
public sealed class WizardTests
{
    [Fact]
    public async Task An_admin_is_led_to_another_channel_and_every_choice_is_kept()
    {
        await using var stage = await DiscordStage.StartAsync();
        var control = stage.Server.Control;
        var lab = control.AddChannel(stage.Guild, "lab");
        var learners = control.AddRole(stage.Guild, "Learners", isMentionable: true);
        var wizard = await stage.WizardAsync();
        wizard.Words().ShouldContain("Channel: **#study**");
        control.Seen(stage.Ben, stage.Study).ShouldNotContain(wizard);

        (await stage.ChooseStepAsync(wizard, "Channel", lab.Id.ToString())).ShouldContain("Channel: **#lab**");
        (await stage.ChooseStepAsync(wizard, "Zone", "Europe/Berlin")).ShouldContain("**Europe/Berlin**");
        (await stage.ChooseStepAsync(wizard, "Feedback", "AtClose")).ShouldContain("when a question closes");

        var opener = control.Press(stage.Admin, wizard, wizard.IdOf("Other"));
        (await opener.FirstResponse).Modal.ShouldNotBeNull();
        var answer = await control.SubmitAsync(opener, new Dictionary<string, object>(StringComparer.Ordinal) { ["zone"] = "Europe/Berlim", ["time"] = "18:30" });
        answer.Type.ShouldBe(7);
        wizard.Words().ShouldSatisfyAllConditions(
            text => text.ShouldContain("is not a time zone that I know"),
            text => text.ShouldContain("Did you mean Europe/Berlin"),
            text => text.ShouldContain("Everything else is kept."),
            text => text.ShouldContain("Time zone: **Europe/Berlin**"),
            text => text.ShouldContain("domain 1 at 18:30"));
        (await stage.ChooseStepAsync(wizard, "Time", "07:00")).ShouldContain("domain 1 at 07:00, domain 2 at 10:00");

        await stage.PressAsync(wizard, "How it is posted");
        await stage.ChooseStepAsync(wizard, "Role", learners.Id.ToString());
        await stage.ChooseStepAsync(wizard, "Open", "480");
        await stage.PressAsync(wizard, "Silent posts: off");
        (await stage.PressAsync(wizard, "Discussion threads: off"))
            .ShouldContain("silently; calling the role Learners; with a thread for discussion below each reveal. Each stays open for 8 hours.");
        (await stage.ChooseStepAsync(wizard, "Role")).ShouldContain("without calling a role");
        (await stage.PressAsync(wizard, "Back")).ShouldContain("Channel: **#lab**");

        (await stage.PressAsync(wizard, "Check and preview")).ShouldSatisfyAllConditions(
            text => text.ShouldContain("I can post there"), text => text.ShouldContain("This is how a question will look"));
        (await stage.PressAsync(wizard, "Save and start")).ShouldSatisfyAllConditions(
            text => text.ShouldContain("This channel is set up"), text => text.ShouldContain("07:00 Europe/Berlin"), text => text.ShouldContain("8 hours"));
        stage.Records.Schedules().Count.ShouldBe(5);
        control.Public(stage.Study).ShouldBeEmpty();

        // 07:00 in Berlin is 06:00 here: the clock begins after it, so the next one is that of 10:00.
        stage.LetClockReach("2050-03-07T09:00:05Z");
        await stage.MessageAsync(lab, "Question ");
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task The_check_names_each_missing_permission_and_mending_it_opens_the_way()
    {
        await using var stage = await DiscordStage.StartAsync();
        var control = stage.Server.Control;
        var learners = control.AddRole(stage.Guild, "Learners");
        var wizard = await stage.WizardAsync();
        await stage.PressAsync(wizard, "How it is posted");
        await stage.PressAsync(wizard, "Discussion threads: off");
        await stage.ChooseStepAsync(wizard, "Role", learners.Id.ToString());
        stage.Deny(Permission.ViewChannel);
        await stage.PressAsync(wizard, "Check and preview");

        foreach (var (missing, name) in new[]
        {
            (Permission.ViewChannel, "View Channel"),
            (Permission.SendMessages, "Send Messages"),
            (Permission.ReadMessageHistory, "Read Message History"),
        })
        {
            stage.Deny(missing);
            (await stage.PressAsync(wizard, "Check again")).ShouldSatisfyAllConditions(
                text => text.ShouldContain("I cannot post there yet"), text => text.ShouldContain($"✗ {name}: Allow my role \"{name}\""));
            wizard.Offers("Save and start").ShouldBeFalse(name);
            wizard.Offers("Save and post a first question now").ShouldBeFalse(name);
        }

        stage.Deny(Permission.AttachFiles | Permission.CreatePublicThreads | Permission.SendMessagesInThreads);
        (await stage.PressAsync(wizard, "Check again")).ShouldSatisfyAllConditions(
            text => text.ShouldContain("I can post there, with a reserve"),
            text => text.ShouldContain("! Attach Files: "),
            text => text.ShouldContain("! Create Public Threads: "),
            text => text.ShouldContain("! Send Messages in Threads: "),
            text => text.ShouldContain("! Call Learners: Switch \"Allow anyone to @mention this role\" on"));
        wizard.Offers("Save and start").ShouldBeTrue();

        stage.Deny(Permission.None);
        learners.IsMentionable = true;
        await stage.PressAsync(wizard, "Back");
        (await stage.PressAsync(wizard, "Check and preview")).ShouldSatisfyAllConditions(
            text => text.ShouldNotContain("! "), text => text.ShouldNotContain("✗"), text => text.ShouldContain("✓ Call Learners: good"));
        wizard.Words().ShouldContain("domain", Case.Insensitive);
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task A_permission_that_is_lost_between_check_and_save_keeps_the_channel_unsaved()
    {
        await using var stage = await DiscordStage.StartAsync();
        var wizard = await stage.WizardAsync();
        await stage.PressAsync(wizard, "Check and preview");
        stage.Deny(Permission.SendMessages);

        (await stage.PressAsync(wizard, "Save and start")).ShouldContain("✗ Send Messages");
        stage.Records.Schedules().ShouldBeEmpty();
        stage.Deny(Permission.None);
        await stage.PressAsync(wizard, "Check again");
        (await stage.PressAsync(wizard, "Save and post a first question now")).ShouldContain("Question 1 is posted.");

        (await stage.MessageAsync(stage.Study, "Question 1")).Pinged.ShouldBeEmpty();
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task A_wizard_goes_on_after_a_restart_and_next_week_but_not_beside_a_newer_one()
    {
        await using var stage = await DiscordStage.StartAsync();
        var control = stage.Server.Control;
        var wizard = await stage.WizardAsync();
        await stage.ChooseStepAsync(wizard, "Zone", "Asia/Tokyo");
        await stage.KillBotAsync();
        await stage.StartBotAsync();
        (await stage.ChooseStepAsync(wizard, "Time", "07:00")).ShouldSatisfyAllConditions(
            text => text.ShouldContain("**Asia/Tokyo**"), text => text.ShouldContain("domain 1 at 07:00"));

        stage.LetClockReach("2050-03-14T08:00:00Z");
        (await stage.PressAsync(wizard, "How it is posted")).ShouldContain("How questions are posted");
        var newer = await stage.WizardAsync();
        (await stage.PressAsync(wizard, "Back")).ShouldContain("This set-up is over, or a newer one has taken its place.");
        await stage.PressAsync(newer, "Check and preview");
        var save = newer.IdOf("Save");
        await stage.PressAsync(newer, "Save and start");
        (await control.ForgeAsync(stage.Admin, stage.Study, newer, save)).Words().ShouldContain("This set-up is over");
        stage.Records.Schedules().Count.ShouldBe(5);
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task Copied_controls_serve_admins_of_the_same_server_alone()
    {
        await using var stage = await DiscordStage.StartAsync();
        var control = stage.Server.Control;
        var elsewhere = control.AddGuild("Another server", stage.Ben);
        var foreign = control.AddChannel(elsewhere, "foreign");
        control.JoinBot(elsewhere, stage.App);
        var deputies = control.AddRole(stage.Guild, "Deputies", Permission.ManageGuild);
        var deputy = control.AddUser("dora");
        control.AddMember(stage.Guild, deputy, deputies);
        var wizard = await stage.WizardAsync();
        var (zone, channel) = (wizard.IdOf("Zone"), wizard.IdOf("Channel"));

        var refused = await control.ForgeAsync(stage.Ana, stage.Study, wizard, zone, ["Asia/Tokyo"]);
        refused.Text.ShouldContain("Only admins of this channel set it up.");
        wizard.Words().ShouldNotContain("Asia/Tokyo**");
        (await control.ForgeAsync(stage.Ben, foreign, wizard, zone, ["Asia/Tokyo"])).Words().ShouldContain("This set-up is over");
        (await control.ForgeAsync(deputy, stage.Study, wizard, zone, ["Asia/Tokyo"])).Words().ShouldContain("Time zone: **Asia/Tokyo**");

        // A channel of another server cannot be chosen, whatever a changed client sends.
        await control.ForgeAsync(stage.Admin, stage.Study, wizard, channel, [foreign.Id.ToString()]);
        (await stage.PressAsync(wizard, "Check and preview")).ShouldContain("I cannot post there yet");
        wizard.Offers("Save and start").ShouldBeFalse();
        (await control.ForgeAsync(stage.Admin, stage.Study, wizard, "setup.wizard:1:2:Nonsense")).Words().ShouldContain("This set-up is over");
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task A_member_whom_the_servers_settings_allow_the_command_can_finish_the_wizard()
    {
        await using var stage = await DiscordStage.StartAsync();
        var control = stage.Server.Control;
        var tutors = control.AddRole(stage.Guild, "Tutors");
        control.AddMember(stage.Guild, stage.Ana, tutors);
        stage.Guild.CommandRoles["setup"] = [tutors.Id];
        var wizard = await stage.WizardAsync(stage.Ana);

        await control.ChooseAsync(stage.Ana, wizard, wizard.IdOf("Zone"), ["Asia/Tokyo"]);
        wizard.Words().ShouldContain("Time zone: **Asia/Tokyo**");
        await control.PressLabelAsync(stage.Ana, wizard, "Check and preview");
        (await control.PressLabelAsync(stage.Ana, wizard, "Save and start")).Words().ShouldContain("This channel is set up");

        stage.Records.Schedules().Count.ShouldBe(5);
        stage.ShouldHaveBehaved();
    }
}

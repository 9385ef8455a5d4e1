using MlaBot.SlackServer.World;

namespace MlaBot.Tests.Program.Slack.Admins;

/// <summary>The set-up in one line, and what keeps a channel from being set up.</summary>
public sealed class SetupCommandTests
{
    [Fact]
    public async Task A_set_up_that_is_written_to_the_bot_is_told_where_to_type_it()
    {
        await using var stage = await SlackStage.StartAsync();
        stage.Server.Control.SayDirect(stage.Admin, stage.App, "setup");
        await stage.WaitAsync(() => stage.Letters(stage.Admin).Any(text => text.Contains("I can open a window only after a slash command.", StringComparison.Ordinal)), "an answer");
        stage.Letters(stage.Admin)[^1].ShouldContain("Type /mla setup in the channel that it is for.");

        stage.Server.Control.InviteBot(stage.Study, stage.App, stage.Admin);
        stage.Server.Control.Mention(stage.Admin, stage.Study, stage.App, "setup");
        (await stage.EphemeralAsync(stage.Admin, stage.Study, "I can open a window only")).Words.ShouldContain("Type /mla setup here.");
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task A_setup_in_one_go_takes_another_channel_as_Slack_writes_it()
    {
        await using var stage = await SlackStage.StartAsync();
        var other = stage.Server.Control.AddChannel(stage.Team, "other", isPrivate: false, stage.Admin);

        (await stage.AdminSaysAsync("setup UTC 09:00")).ShouldSatisfyAllConditions(
            text => text.ShouldContain("This channel is set up"), text => text.ShouldContain("09:00 UTC"), text => text.ShouldContain("✓ I am in the channel: good"));
        (await stage.AdminSaysAsync($"setup Europe/Berlin 10:00 {other.Mark()} open:30m")).ShouldSatisfyAllConditions(
            text => text.ShouldContain("10:00 Europe/Berlin"), text => text.ShouldContain("A question stays open for 30 minutes."));
        (await stage.AdminSaysAsync($"setup channel:{other.Mark()} feedback:at-close")).ShouldSatisfyAllConditions(
            text => text.ShouldContain("Settings saved"), text => text.ShouldContain("10:00 Europe/Berlin"), text => text.ShouldContain("when a question closes"));
        stage.Records.Schedules().Count.ShouldBe(10);

        stage.LetClockReach("2050-03-07T09:00:05Z");
        await stage.MessageAsync(stage.Study, "Question ");
        await stage.MessageAsync(other, "Question ");
        stage.ShouldHaveBehaved();
    }

    [Theory]
    [InlineData("setup Europe/Berlim 09:00", "is not a time zone that I know", "Did you mean Europe/Berlin")]
    [InlineData("setup UTC 25:00", "25:00", "such as")]
    [InlineData("setup UTC 09:00 channel:other", "\"other\" is no channel.", "Type # and its name, and choose it from Slack's list.")]
    [InlineData("setup #other", "\"#other\" is no channel.", "choose it from Slack's list.")]
    [InlineData("setup UTC 09:00 thread:on", "thread:on", "immediate, at-close")]
    [InlineData("setup UTC 09:00 open:never", "\"never\" is not a length of time.", "Give hours")]
    public async Task A_mistake_is_said_with_what_to_do_and_nothing_is_saved(string typed, string sentence, string nextStep)
    {
        await using var stage = await SlackStage.StartAsync();

        (await stage.AdminSaysAsync(typed)).ShouldSatisfyAllConditions(text => text.ShouldContain(sentence), text => text.ShouldContain(nextStep));

        stage.Records.Schedules().ShouldBeEmpty();
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task A_channel_that_cannot_be_posted_to_is_not_set_up_from_elsewhere()
    {
        await using var stage = await SlackStage.StartAsync();
        var control = stage.Server.Control;
        var secret = control.AddChannel(stage.Team, "secret", isPrivate: true, stage.Admin);
        var old = control.AddChannel(stage.Team, "old", isPrivate: false, stage.Admin);
        control.SetArchived(old);

        (await stage.AdminSaysAsync($"setup UTC 09:00 {secret.Mark()}")).ShouldSatisfyAllConditions(
            text => text.ShouldContain("Nothing was saved."), text => text.ShouldContain("/invite @MlaBot"));
        (await stage.AdminSaysAsync($"setup UTC 09:00 {old.Mark()}")).ShouldSatisfyAllConditions(
            text => text.ShouldContain("Nothing was saved."), text => text.ShouldContain("It is archived. Unarchive it, or choose another one."));
        stage.App.Scopes.Remove("channels:join");
        var open = control.AddChannel(stage.Team, "open", isPrivate: false, stage.Admin);
        (await stage.AdminSaysAsync($"setup UTC 09:00 {open.Mark()}")).ShouldSatisfyAllConditions(
            text => text.ShouldContain("Nothing was saved."), text => text.ShouldContain("✗ I am not in the channel: Type /invite @MlaBot there."));
        stage.Records.Schedules().ShouldBeEmpty();

        control.InviteBot(open, stage.App, stage.Admin);
        (await stage.AdminSaysAsync($"setup UTC 09:00 {open.Mark()}")).ShouldContain("✓ I am in the channel: good");
        stage.Records.Schedules().Count.ShouldBe(5);
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task The_check_names_each_missing_scope_and_mending_it_opens_the_way()
    {
        await using var stage = await SlackStage.StartAsync();
        var wizard = await stage.WizardAsync();
        stage.App.Scopes.ExceptWith(["chat:write", "files:write", "channels:history"]);
        (await stage.PressAsync(wizard, "Check and preview")).ShouldSatisfyAllConditions(
            text => text.ShouldContain("I cannot post there yet"),
            text => text.ShouldContain("✗ Scope chat:write: Update the app from my manifest (mlabot manifest slack) and install it again, so that I can post questions."),
            text => text.ShouldContain("! Scope files:write: "),
            text => text.ShouldContain("! Scope channels:history: "));
        wizard.Buttons.ShouldBe(["Check again", "Back"]);

        stage.App.Scopes.Add("chat:write");
        (await stage.PressAsync(wizard, "Check again")).ShouldContain("I can post there, with a reserve");
        stage.App.Scopes.UnionWith(AppDefaults.Scopes);
        await stage.PressAsync(wizard, "Back");
        (await stage.PressAsync(wizard, "Check and preview")).ShouldContain("✓ The scopes of my token: good");
        stage.App.Scopes.Remove("chat:write");
        (await stage.PressAsync(wizard, "Save and start")).ShouldContain("✗ Scope chat:write");
        stage.Records.Schedules().ShouldBeEmpty();
        stage.ShouldHaveBehaved();
    }
}

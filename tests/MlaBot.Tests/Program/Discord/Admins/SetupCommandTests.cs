using MlaBot.DiscordServer.Control;
using MlaBot.DiscordServer.World;

namespace MlaBot.Tests.Program.Discord.Admins;

/// <summary>The admins' commands on Discord: the set-up in one go, schedules, rest days, taking a question back.</summary>
public sealed class SetupCommandTests
{
    [Fact]
    public async Task A_setup_in_one_go_takes_channel_role_thread_and_silence()
    {
        await using var stage = await DiscordStage.StartAsync();
        var control = stage.Server.Control;
        var lab = control.AddChannel(stage.Guild, "lab");
        var learners = control.AddRole(stage.Guild, "Learners", isMentionable: true);

        (await stage.AdminSaysAsync("setup", ("zone", "Europe/Berlim"))).ShouldContain("Did you mean Europe/Berlin");
        stage.Records.Schedules().ShouldBeEmpty();
        (await stage.AdminSaysAsync("setup", ("channel", lab), ("mention", learners), ("thread", "on"), ("silent", "on"), ("zone", "UTC"), ("time", "09:00"), ("open", "30m")))
            .ShouldSatisfyAllConditions(
                text => text.ShouldContain("Posted silently; calling the role Learners; with a thread for discussion below each reveal."),
                text => text.ShouldContain("A question stays open for 30 minutes."),
                text => text.ShouldContain("✓ Call Learners: good"),
                text => text.ShouldContain("✓ Create Public Threads: good"));

        (await stage.AdminSaysAsync("setup", ("channel", lab), ("mention", learners), ("no-mention", "yes"))).ShouldContain("one of the two options");
        (await stage.AdminSaysAsync("setup", ("channel", lab), ("no-mention", "yes"))).ShouldSatisfyAllConditions(
            text => text.ShouldContain("Posted silently; without calling a role; with a thread for discussion below each reveal."),
            text => text.ShouldNotContain("Learners"));

        (await stage.AdminSaysAsync("setup", ("channel", lab), ("time", "18:30"))).ShouldContain("The schedules keep their times");

        control.SetOverwrite(stage.Study, stage.App.User, Permission.None, Permission.ViewChannel);
        var refused = await control.CommandAsync(
            stage.Admin, lab, "setup", new Dictionary<string, object>(StringComparer.Ordinal) { ["channel"] = stage.Study });
        refused.Words().ShouldSatisfyAllConditions(text => text.ShouldContain("Nothing was saved."), text => text.ShouldContain("View Channel"));
        stage.Records.Schedules().Count.ShouldBe(5);
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task Schedules_are_added_changed_paused_resumed_skipped_swapped_shown_and_removed()
    {
        await using var stage = await DiscordStage.StartAsync();
        var control = stage.Server.Control;
        await stage.SetUpAsync(stage.Study, stage.Admin);

        (await stage.AdminSaysAsync("schedule list")).ShouldContain("09:00 UTC");
        (await control.AutocompleteAsync(stage.Admin, stage.Study, "schedule add", "domain", "")).Choices.Count.ShouldBe(5);
        (await stage.AdminSaysAsync("schedule add", ("domain", "2"), ("time", "18:30"), ("days", "weekdays"))).ShouldContain("Schedule 6 added.");
        (await stage.AdminSaysAsync("schedule add", ("domain", "9"), ("time", "18:30"))).ShouldContain("has no questions for domain 9");
        (await stage.AdminSaysAsync("schedule add", ("domain", "2"), ("time", "25:00"))).ShouldContain("25:00");
        (await stage.AdminSaysAsync("schedule change", ("schedule", "6"), ("time", "19:00"), ("days", "mon,thu"))).ShouldContain("19:00 UTC");
        (await stage.AdminSaysAsync("schedule pause", ("schedule", "6"))).ShouldContain("Paused by an admin.");
        (await stage.AdminSaysAsync("schedule resume", ("schedule", "6"))).ShouldContain("Schedule 6 runs.");
        (await stage.AdminSaysAsync("schedule skip", ("schedule", "6"))).ShouldContain("Skipped. This one follows:");
        (await stage.AdminSaysAsync("schedule preview", ("schedule", "2"))).ShouldContain("Only you see this.");
        (await stage.AdminSaysAsync("schedule swap", ("schedule", "2"))).ShouldContain("Swapped.");
        (await stage.AdminSaysAsync("schedule remove", ("schedule", "6"))).ShouldContain("Schedule 6 is removed.");
        (await stage.AdminSaysAsync("schedule remove", ("schedule", "six"))).ShouldContain("\"six\" is not the number of a schedule.");
        (await stage.AdminSaysAsync("schedule now", ("schedule", "1"))).ShouldContain("is posted.");
        (await stage.AdminSaysAsync("rest", ("days", "weekend"))).ShouldContain("Rest days from 2050-03-07 on");
        (await stage.AdminSaysAsync("rest", ("days", "daily"))).ShouldContain("Seven rest days leave no day for a streak.");

        var question = await stage.MessageAsync(stage.Study, "Question ");
        var number = stage.Records.Posts().Single(post => post.WasSent).Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        (await stage.AdminSaysAsync("withdraw", ("question", number), ("reason", "the key is @everyone <@1> disputed"))).ShouldContain("Nobody's streak suffers.");
        await stage.WaitAsync(() => question.Text.Contains("disputed", StringComparison.Ordinal), "the question taken back");
        question.Pinged.ShouldBeEmpty();
        (await stage.AdminSaysAsync("withdraw", ("question", number), ("reason", "again"))).ShouldContain("is not open");
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task Members_do_not_see_the_admins_commands_and_a_role_that_the_server_allows_does()
    {
        await using var stage = await DiscordStage.StartAsync();
        var control = stage.Server.Control;
        await stage.SetUpAsync(stage.Study, stage.Admin);
        foreach (var command in stage.App.Commands[0])
        {
            var isForAdmins = command.Name is "setup" or "schedule" or "rest" or "withdraw" or "reports" or "boards";
            ((string?)command.Json["default_member_permissions"]).ShouldBe(isForAdmins ? "32" : null, command.Name);
        }

        foreach (var hidden in new[] { "setup", "schedule list", "reports list" })
        {
            Should.Throw<ControlException>(() => control.Command(stage.Ana, stage.Study, hidden)).Message.ShouldContain("is not shown to ana");
        }

        var tutors = control.AddRole(stage.Guild, "Tutors");
        control.AddMember(stage.Guild, stage.Ana, tutors);
        stage.Guild.CommandRoles["schedule"] = [tutors.Id];
        (await control.CommandAsync(stage.Ana, stage.Study, "schedule pause", new Dictionary<string, object>(StringComparer.Ordinal) { ["schedule"] = "1" }))
            .Words().ShouldContain("Schedule 1 is paused.");
        Should.Throw<ControlException>(() => control.Command(stage.Ana, stage.Study, "setup")).Message.ShouldContain("is not shown to ana");
        stage.ShouldHaveBehaved();
    }
}

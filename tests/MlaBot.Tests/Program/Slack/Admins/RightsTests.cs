using MlaBot.SlackServer.World;

namespace MlaBot.Tests.Program.Slack.Admins;

/// <summary>Who may set the bot up: admins and owners of the workspace, and whom they name.</summary>
public sealed class RightsTests
{
    private const string Refused = "is for admins of this channel.";

    [Fact]
    public async Task Owners_may_at_once_and_whoever_is_made_an_admin_from_then_on()
    {
        await using var stage = await SlackStage.StartAsync();
        var control = stage.Server.Control;
        var owner = control.AddUser(stage.Team, "otto", "UTC", isOwner: true);
        control.AddMembers(stage.Study, owner);
        (await stage.SaysAsync(owner, stage.Study, "/mla setup UTC 09:00")).ShouldContain("This channel is set up");

        (await stage.SaysAsync(stage.Ben, stage.Study, "/mla schedule pause 1")).ShouldContain(Refused);
        control.SetAdmin(stage.Ben, isAdmin: true);
        await UntilAsync(stage, stage.Ben, "/mla schedule pause 1", "Schedule 1 is paused.");
        control.SetAdmin(stage.Ben, isAdmin: false);
        await UntilAsync(stage, stage.Ben, "/mla schedule resume 1", Refused);
        control.SetAdmin(owner, isAdmin: true);
        control.Deactivate(owner);
        await UntilAsync(stage, owner, "/mla schedule resume 1", Refused);
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task A_named_admin_may_also_after_a_restart_and_not_when_it_is_taken_back()
    {
        await using var stage = await SlackStage.StartAsync();
        await stage.SettledSetUpAsync(stage.Study, stage.Admin);
        (await stage.SaysAsync(stage.Ben, stage.Study, $"/mla admins add {stage.Ben.Mark()}")).ShouldContain(Refused);

        (await stage.AdminSaysAsync($"admins add {stage.Ben.Mark()}")).ShouldContain("ben may set me up from now on, in every channel here. /mla admins remove takes that back.");
        (await stage.AdminSaysAsync($"admins add {stage.Ben.Mark()}")).ShouldContain("ben is an admin already: named by Olga on");
        (await stage.AdminSaysAsync("admins list")).ShouldContain("ben: named by Olga on");
        (await stage.SaysAsync(stage.Ben, stage.Study, "/mla schedule pause 1")).ShouldContain("Schedule 1 is paused.");
        await stage.KillBotAsync();
        await stage.StartBotAsync();
        (await stage.SaysAsync(stage.Ben, stage.Study, "/mla schedule resume 1")).ShouldContain("Schedule 1 runs.");
        var wizard = await stage.WizardAsync(stage.Ben);
        (await stage.PressAsync(wizard, "Check and preview")).ShouldContain("I can post there");

        (await stage.AdminSaysAsync($"admins remove {stage.Ben.Mark()}")).ShouldContain("ben is no named admin any more. The schedules that they made go on.");
        (await stage.SaysAsync(stage.Ben, stage.Study, "/mla schedule pause 1")).ShouldContain(Refused);
        (await stage.AdminSaysAsync($"admins remove {stage.Ben.Mark()}")).ShouldContain("ben is not a named admin.");
        (await stage.AdminSaysAsync("admins list")).ShouldContain("Nobody is named.");
        (await stage.AdminSaysAsync("admins add ben")).ShouldSatisfyAllConditions(
            text => text.ShouldContain("\"ben\" is no person."), text => text.ShouldContain("Type @ and the name, and choose it from Slack's list."));
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task Guests_take_part_and_set_nothing_up()
    {
        await using var stage = await SlackStage.StartAsync();
        var control = stage.Server.Control;
        var guest = control.AddUser(stage.Team, "gerda", "UTC");
        guest.IsRestricted = true;
        control.AddMembers(stage.Study, guest);
        await stage.SettledSetUpAsync(stage.Study, stage.Admin);
        (await stage.SaysAsync(guest, stage.Study, "/mla schedule skip 1")).ShouldContain(Refused);
        (await stage.SaysAsync(guest, stage.Study, "/mla schedule list")).ShouldContain("09:00 UTC");
        stage.LetClockReach("2050-03-07T09:00:05Z");
        var question = await stage.MessageAsync(stage.Study, "Question 1");
        await control.PressLabelAsync(guest, question, stage.Records.Post(1).Right);
        await stage.EphemeralAsync(guest, stage.Study, "That is right.");
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task A_named_admin_keeps_the_right_while_Slack_does_not_say_who_is_who()
    {
        await using var stage = await SlackStage.StartAsync();
        await stage.SettledSetUpAsync(stage.Study, stage.Admin);
        await stage.AdminSaysAsync($"admins add {stage.Ben.Mark()}");
        await stage.KillBotAsync();
        await stage.StartBotAsync();
        using var fault = stage.Server.Faults.Add(new(SlackServer.Faults.FaultKind.Refuse) { Method = "users.info", Error = "user_not_found" });

        (await stage.SaysAsync(stage.Ben, stage.Study, "/mla schedule pause 1")).ShouldContain("Schedule 1 is paused.");
        (await stage.SaysAsync(stage.Ana, stage.Study, "/mla schedule resume 1")).ShouldStartWith("I could not find out in time whether you are an admin here");
        stage.ShouldHaveBehaved();
    }

    private static async Task UntilAsync(SlackStage stage, User who, string typed, string words)
    {
        // The news of a profile comes as an event, which may be on its way.
        for (var tries = 0; tries < 20; tries++)
        {
            if ((await stage.SaysAsync(who, stage.Study, typed)).Contains(words, StringComparison.Ordinal))
            {
                return;
            }
        }

        throw new TimeoutException($"{who} never got \"{words}\".");
    }
}

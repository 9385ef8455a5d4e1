using System.Globalization;

namespace MlaBot.Tests.Program.Slack.Admins;

/// <summary>What admins type while a group learns: schedules, rest days, reports, taking a question back.</summary>
public sealed class UpkeepTests
{
    [Fact]
    public async Task Schedules_are_added_changed_paused_resumed_skipped_swapped_shown_and_removed()
    {
        await using var stage = await SlackStage.StartAsync();
        await stage.SettledSetUpAsync(stage.Study, stage.Admin);

        (await stage.AdminSaysAsync("schedule list")).ShouldContain("09:00 UTC");
        (await stage.AdminSaysAsync("schedule add 2 18:30 weekdays")).ShouldContain("Schedule 6 added.");
        (await stage.AdminSaysAsync("schedule add 9 18:30")).ShouldContain("has no questions for domain 9");
        (await stage.AdminSaysAsync("schedule add 2 25:00")).ShouldContain("25:00");
        (await stage.AdminSaysAsync("schedule change 6 19:00 mon,thu")).ShouldContain("19:00 UTC");
        (await stage.AdminSaysAsync("schedule pause 6")).ShouldSatisfyAllConditions(
            text => text.ShouldContain("Paused by an admin."), text => text.ShouldContain("/mla schedule resume 6 starts it again."));
        (await stage.AdminSaysAsync("schedule resume 6")).ShouldContain("Schedule 6 runs.");
        (await stage.AdminSaysAsync("schedule skip 6")).ShouldContain("Skipped. This one follows:");
        (await stage.AdminSaysAsync("schedule preview 2")).ShouldContain("Only you see this.");
        (await stage.AdminSaysAsync("schedule swap 2")).ShouldContain("Swapped.");
        (await stage.AdminSaysAsync("schedule remove 6")).ShouldContain("Schedule 6 is removed.");
        (await stage.AdminSaysAsync("schedule remove six")).ShouldContain("\"six\" is not the number of a schedule.");
        (await stage.AdminSaysAsync("schedule")).ShouldContain("/mla schedule needs one more word.");
        (await stage.AdminSaysAsync("schedule now 1")).ShouldContain("Question 1 is posted.");
        (await stage.AdminSaysAsync("rest weekend")).ShouldContain("Rest days from 2050-03-07 on");
        (await stage.AdminSaysAsync("rest daily")).ShouldContain("Seven rest days leave no day for a streak.");
        await stage.MessageAsync(stage.Study, "Question 1");
        stage.Records.Schedules().ShouldBe([1L, 2, 3, 4, 5]);
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task A_question_is_taken_back_for_everybody_and_calls_nobody()
    {
        await using var stage = await SlackStage.StartAsync();
        await stage.SettledSetUpAsync(stage.Study, stage.Admin);
        stage.LetClockReach("2050-03-07T09:00:05Z");
        var question = await stage.MessageAsync(stage.Study, "Question 1");

        (await stage.SaysAsync(stage.Ana, stage.Study, "/mla withdraw 1 no")).ShouldContain("is for admins of this channel.");
        (await stage.AdminSaysAsync($"withdraw 1 the key is <!channel> {stage.Ben.Mark()} disputed, see <https://docs.example.org/a|docs.example.org/a>")).ShouldContain("Question 1 is taken back. Nobody's streak suffers.");
        await stage.WaitAsync(() => question.Words.Contains("disputed", StringComparison.Ordinal), "the question taken back");
        question.Words.ShouldContain("https://docs.example.org/a");
        question.Buttons.ShouldNotContain("A");
        (await stage.AdminSaysAsync("withdraw 1 again")).ShouldContain("is not open");
        (await stage.AdminSaysAsync("withdraw 77 again")).ShouldContain("77");
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task Reports_are_listed_and_closed_with_a_note()
    {
        await using var stage = await SlackStage.StartAsync();
        var control = stage.Server.Control;
        await stage.SettledSetUpAsync(stage.Study, stage.Admin);
        (await stage.AdminSaysAsync("reports list")).ShouldContain("Open reports: none.");
        stage.LetClockReach("2050-03-07T09:00:05Z");
        var question = await stage.MessageAsync(stage.Study, "Question 1");
        await control.PressLabelAsync(stage.Ana, question, stage.Records.Post(1).Right);
        var receipt = await stage.EphemeralAsync(stage.Ana, stage.Study, "That is right.");

        var form = await (await control.PressLabelAsync(stage.Ana, receipt, receipt.Buttons.Single(label => label.Contains("eport", StringComparison.Ordinal)))).ViewAsync(TestContext.Current.CancellationToken);
        var sent = await control.SubmitAsync(stage.Ana, form, new Dictionary<string, object?>(StringComparer.Ordinal) { ["reason"] = "key", ["text"] = "B is <!channel> & *better*" });
        sent.Errors.ShouldBeEmpty();
        await stage.EphemeralAsync(stage.Ana, stage.Study, "Thank you. Your report on question 1 is stored");
        (await stage.SaysAsync(stage.Ben, stage.Study, "/mla report 1 outdated the service was renamed")).ShouldContain("Thank you.");

        (await stage.SaysAsync(stage.Ana, stage.Study, "/mla reports list")).ShouldContain("is for admins of this channel.");
        (await stage.AdminSaysAsync("reports list")).ShouldSatisfyAllConditions(
            text => text.ShouldContain("2 open"), text => text.ShouldContain("better"), text => text.ShouldContain("the service was renamed"), text => text.ShouldContain("/mla reports close"));
        (await stage.AdminSaysAsync("reports close 1 the key is right, see the guide")).ShouldContain("Report 1 on ");
        (await stage.AdminSaysAsync("reports list all")).ShouldContain("the key is right, see the guide");
        (await stage.AdminSaysAsync("reports list")).ShouldNotContain("better");
        (await stage.AdminSaysAsync("reports close 1")).ShouldContain("was closed by");
        (await stage.AdminSaysAsync("reports close 9")).ShouldContain(string.Create(CultureInfo.InvariantCulture, $"There is no report {9} in this group."));
        (await stage.AdminSaysAsync("reports close nine")).ShouldContain("\"nine\" is not the number of a report.");
        stage.ShouldHaveBehaved();
    }
}

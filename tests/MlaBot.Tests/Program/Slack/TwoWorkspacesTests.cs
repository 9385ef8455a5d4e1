using System.Text.RegularExpressions;
using MlaBot.SlackServer.World;

namespace MlaBot.Tests.Program.Slack;

/// <summary>Two workspaces in one program, with channels and people of the same names: nothing of one is seen in the other.</summary>
public sealed partial class TwoWorkspacesTests
{
    [Fact]
    public async Task Nothing_of_one_workspace_is_seen_or_touched_from_the_other()
    {
        Other? other = null;
        await using var stage = await SlackStage.StartAsync(configure: stage => other = Add(stage));
        await stage.Process.WaitForErrorAsync("Workspace 1 is connected");
        await stage.Process.WaitForErrorAsync("Workspace 2 is connected");
        var control = stage.Server.Control;
        var (ana, ben, olga) = (stage.Learner(stage.Ana), stage.Learner(stage.Ben), stage.Learner(stage.Admin));
        var (anaThere, olgaThere) = (new SlackLearner(stage, other!.Ana, other.Study), new SlackLearner(stage, other.Admin, other.Study));

        (await olga.TypeAsync("/mla setup UTC 09:00 open:24")).ShouldContain("This channel is set up");
        (await olgaThere.TypeAsync("/mla setup UTC 09:00 open:24")).ShouldContain("This channel is set up");
        stage.LetClockReach("2050-03-07T15:00:05Z");
        var here = await Task.WhenAll(stage.QuestionAsync(stage.Study, 1), stage.QuestionAsync(stage.Study, 2), stage.QuestionAsync(stage.Study, 3));
        var there = await Task.WhenAll(QuestionAsync(stage, other, 1), QuestionAsync(stage, other, 2), QuestionAsync(stage, other, 3));

        // Ana answers and reports here; there she is a new face.
        await ana.PressAsync(here[0], stage.Records.Post(1).Right);
        await ana.AnswerAsync(here[1], "Choose three", ("picked", LearnerDays.Letters(stage.Records.Post(2).Right)));
        foreach (var who in new[] { ana, ben })
        {
            var form = await who.OpenAsync(here[0], "Report");
            await who.ReceiptAsync(form, await who.SendAsync(form.View, ("reason", "key"), ("text", "A word about question 1.")));
        }

        await stage.MessageAsync(stage.Study, "2 members have reported question 1.");
        (await ana.TypeAsync("/mla streak")).ShouldContain("1 day, today included.");
        (await anaThere.TypeAsync("/mla streak")).ShouldContain("No row is running.");
        (await olga.TypeAsync("/mla reports list")).ShouldContain("A word about question 1.");
        (await olgaThere.TypeAsync("/mla reports list all")).ShouldContain("All reports: none.");
        (await olgaThere.TypeAsync("/mla reports close 1")).ShouldContain("There is no report 1 in this group.");

        // A number means the question of the own workspace, and what the other one sent leads nowhere, typed or pressed.
        var counts = stage.Records.Counts();
        (await anaThere.TypeAsync("/mla why 1")).ShouldContain("Question 1 is open and you have not answered it.");
        (await anaThere.TypeAsync("/mla why")).ShouldContain("You have not answered a question here yet.");
        (await anaThere.TypeAsync("/mla daily 4")).ShouldContain("There is no question 4 here.");
        (await anaThere.TypeAsync("/mla answer 4 ABC")).ShouldContain("There is no question 4 here.");
        (await anaThere.TypeAsync("/mla report 4 key")).ShouldContain("There is no question 4 here.");
        (await olgaThere.TypeAsync("/mla withdraw 4 mischief")).ShouldContain("There is no question 4 here.");
        (await olgaThere.TypeAsync("/mla schedule pause 1")).ShouldNotContain("is paused");
        (await olgaThere.TypeAsync("/mla schedule now 1")).ShouldNotContain("is posted.");
        var foreign = stage.Server.World.Acts.First(act => act.Kind == "block_actions" && act.User == stage.Ana).Payload["actions"]![0]!["action_id"]!.ToString();
        await control.PressOldAsync(other.Ana, there[0], foreign);
        await stage.EphemeralAsync(other.Ana, other.Study, "I do not know that question here.");
        stage.Records.Counts().ShouldBe(counts);
        stage.Records.Schedules().Count.ShouldBe(10, "nobody paused a schedule of another workspace");

        // Homes and lists are of one workspace each.
        var home = await HomeAsync(stage, stage.Ana, stage.App);
        var homeThere = await HomeAsync(stage, other.Ana, other.App);
        Numbers(home.Words).ShouldBe(["1", "2", "3"], ignoreOrder: true);
        Numbers(homeThere.Words).ShouldBe(["1", "2", "3"], ignoreOrder: true);
        home.Words.ShouldContain($"✓ Answered: {stage.Records.Post(1).Right}");
        homeThere.Words.ShouldNotContain("Answered:");

        await Task.WhenAll(anaThere.PressAsync(there[0], stage.Records.Post(6).Wrong), ben.PressAsync(here[0], "I don't know"));
        stage.Records.Answers().Select(answer => (answer.Post, answer.Person, answer.IsRight)).ShouldBe(
            [(1, ana.Id, true), (1, ben.Id, false), (2, ana.Id, true), (6, anaThere.Id, false)], ignoreOrder: true);
        await stage.WaitAsync(() => here[0].Words.Contains("2 people have answered.", StringComparison.Ordinal), "the count here");
        await stage.WaitAsync(() => there[0].Words.Contains("1 person has answered.", StringComparison.Ordinal), "the count there");
        stage.Public(other.Study).ShouldBe(there);

        // One workspace removes the bot; the other notices nothing.
        control.Uninstall(other.App);
        await stage.Process.WaitForErrorAsync("Workspace Other group is closed");
        (await ana.AnswerAsync(here[2], "Put in order", LearnerDays.Places(stage.Records.Post(3).Right))).ShouldContain("That is right.");
        stage.LetClockReach("2050-03-07T18:00:05Z");
        await stage.QuestionAsync(stage.Study, 4);
        stage.Records.Schedules().Count.ShouldBe(5);
        stage.Server.World.Violations.ShouldBeEmpty();
        stage.Log.ShouldNotContain(other.App.BotToken, Case.Sensitive);
        stage.Log.ShouldNotContain(other.App.AppToken, Case.Sensitive);
        stage.Log.ShouldBeFreeOfTraces();
    }

    private static Other Add(SlackStage stage)
    {
        var control = stage.Server.Control;
        var team = control.AddTeam("Other group");
        var (admin, ana) = (control.AddUser(team, "olga", isAdmin: true), control.AddUser(team, "ana", "UTC"));
        var other = new Other(control.AddApp(team), control.AddChannel(team, "study", isPrivate: false, admin, ana), admin, ana);
        // Left empty, as in a file of settings that was filled in later.
        stage.Folder.With("Slack__BotToken", "").With("Slack__AppToken", "")
            .With("Slack__Workspaces__0__BotToken", stage.App.BotToken).With("Slack__Workspaces__0__AppToken", stage.App.AppToken)
            .With("Slack__Workspaces__1__BotToken", other.App.BotToken).With("Slack__Workspaces__1__AppToken", other.App.AppToken);
        return other;
    }

    private static Task<Message> QuestionAsync(SlackStage stage, Other other, long number) => stage.UntilAsync(
        $"question {number} there", () => stage.Public(other.Study).LastOrDefault(message => message.Words.Contains($"Question {number} · Domain ", StringComparison.Ordinal)));

    private static Task<View> HomeAsync(SlackStage stage, User user, App app)
    {
        stage.Server.Control.OpenHome(user, app);
        return stage.UntilAsync($"the Home of {user.Name}", () => stage.Server.Control.Home(user, app));
    }

    private static IEnumerable<string> Numbers(string home) => Number().Matches(home).Select(match => match.Groups["number"].Value);

    [GeneratedRegex(@"Question (?<number>\d+) in #study", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();

    private sealed record Other(App App, Channel Study, User Admin, User Ana);
}

using System.Text.Json.Nodes;
using MlaBot.Core.Daily;
using MlaBot.SlackServer.World;

namespace MlaBot.Tests.Program.Slack;

/// <summary>The Home of a person: what is open, what was answered, and answering from there.</summary>
public sealed class HomeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_home_shows_what_is_open_and_is_a_place_to_answer_it()
    {
        await using var stage = await SlackStage.StartAsync();
        var (ana, control) = (stage.Learner(stage.Ana), stage.Server.Control);
        (await OpenAsync(stage, stage.Ana)).Words.ShouldContain("No channel is set up here yet. An admin types /mla setup in the channel");
        var five = await stage.OpenFiveAsync();
        await stage.StoredAsync(() => stage.Records.Posts().Count(post => post.State == PostState.Open) == 5, "the last question to be open");
        var home = await OpenAsync(stage, stage.Ana, "Question 5");
        var ben = await OpenAsync(stage, stage.Ben, "Question 5");
        var posts = stage.Records.Posts();
        foreach (var sentence in new[] { "Question 1 in #study · Domain 1", "Not answered yet", "No row is running.", "Your last 30 days", "No answer yet whose result is known.", "Your settings", "Time zone: UTC", "/mla freezes off", "Look a service up" })
        {
            home.Words.ShouldContain(sentence);
        }

        // One press on a letter, in a window.
        var first = await PressAsync(ana, home, "daily.show:1-");
        first.View.Words.ShouldContain("Which tree does q-1.1-");
        var receipt = (await ana.OpenAsync(first.View, posts[0].Right)).View;
        receipt.Words.ShouldContain($"Your answer to question 1: {posts[0].Right}. That is right.");
        (await ana.OpenAsync(receipt, "S3")).View.Words.ShouldContain("Object storage.");
        await control.CloseAsync(stage.Ana, control.TopView(stage.Ana)!, all: true);
        await HomeSaysAsync(stage, home, $"✓ Answered: {posts[0].Right}");

        // A form, first wrong.
        var second = await PressAsync(ana, home, "daily.show:2-");
        var form = (await ana.OpenAsync(second.View, "Choose three")).View;
        (await ana.SendAsync(form, ("picked", LearnerDays.Letters(posts[1].Right)[..1]))).Errors["picked"].ShouldBe("Choose three; you chose 1.");
        var sent = await ana.SendAsync(form, ("picked", LearnerDays.Letters(posts[1].Right)));
        sent.Errors.ShouldBeEmpty();
        (await sent.ViewAsync(Token)).Words.ShouldContain($"Your answer to question 2: {posts[1].Right}. That is right.");
        await control.CloseAsync(stage.Ana, control.TopView(stage.Ana)!, all: true);
        await HomeSaysAsync(stage, home, $"✓ Answered: {posts[1].Right}");
        form = (await ana.OpenAsync((await PressAsync(ana, home, "daily.show:4-")).View, "Match")).View;
        (await (await ana.SendAsync(form, LearnerDays.Pairs(posts[3].Wrong))).ViewAsync(Token)).Words.ShouldContain("1 of 3 pairs are right");
        await control.CloseAsync(stage.Ana, control.TopView(stage.Ana)!, all: true);

        // What is answered in the channel is seen on the Home, and on nobody else's.
        await ana.AnswerAsync(five[2], "Put in order", LearnerDays.Places(posts[2].Right));
        await HomeSaysAsync(stage, home, $"✓ Answered: {posts[2].Right}");
        await HomeSaysAsync(stage, home, "4 questions answered, 3 right at the first try.");
        await HomeSaysAsync(stage, home, "1 day, today included.");
        (await PressAsync(ana, home, "daily.why:1-")).View.Words.ShouldContain($"You answered {posts[0].Right}: right.");
        control.OpenHome(stage.Ben, stage.App);
        ben.Words.ShouldNotContain("Answered:");
        ben.Words.ShouldContain("No answer yet whose result is known.");

        // The field that suggests stands there too.
        await control.CloseAsync(stage.Ana, control.TopView(stage.Ana)!, all: true);
        var offered = (await control.SuggestAsync(stage.Ana, home, "slack.find:service:words", "sql"))!.Options;
        (await ana.WindowAsync(control.ChooseAsync(stage.Ana, home, "slack.find:service:words", offered[0].Value))).View.Words.ShouldContain("SQL on files.");
        foreach (var question in five[..4])
        {
            await stage.WaitAsync(() => question.Words.Contains("1 person has answered.", StringComparison.Ordinal), $"the count below {question.Words}");
        }

        stage.Public(stage.Study).ShouldBe(five);
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task A_home_shows_nothing_of_a_channel_that_its_person_is_not_in_and_opens_nothing_of_it()
    {
        await using var stage = await SlackStage.StartAsync();
        var control = stage.Server.Control;
        var secret = control.AddChannel(stage.Team, "board-layoffs", isPrivate: true, stage.Admin);
        control.InviteBot(secret, stage.App, stage.Admin);
        await stage.SetUpAsync(secret, stage.Admin, "open:24");
        await stage.EphemeralAsync(stage.Admin, secret, "This channel is set up");
        stage.LetClockReach("2050-03-07T09:00:05Z");
        await stage.QuestionAsync(secret, 1);
        await stage.StoredAsync(() => stage.Records.Posts().Any(post => post.State == PostState.Open), "the question to be open");

        var home = await OpenAsync(stage, stage.Ana, "Open questions");

        home.Words.ShouldContain("You are in no channel that gets questions.");
        home.Words.ShouldNotContain("board-layoffs");
        home.Words.ShouldNotContain("Question 1");
        (await OpenAsync(stage, stage.Admin, "Open questions")).Words.ShouldContain("Question 1 in #board-layoffs");
        foreach (var typed in new[] { "daily 1", "why 1", "answer 1 A" })
        {
            control.ReloadClient(stage.Ana);
            await control.CommandAsync(stage.Ana, stage.Study, $"/mla {typed}");
            await stage.EphemeralAsync(stage.Ana, stage.Study, "There is no question 1 here.");
        }

        var own = control.Ephemerals(stage.Ana, stage.Study)[^1];
        await control.PressOldAsync(stage.Ana, own, ActionIn(control.Home(stage.Admin, stage.App)!, "daily.show:1-"));
        await stage.EphemeralAsync(stage.Ana, stage.Study, "I do not know that question here");

        control.AddMembers(secret, stage.Ana);
        await stage.StoredAsync(
            () =>
            {
                control.OpenHome(stage.Ana, stage.App);
                return control.Home(stage.Ana, stage.App)!.Words.Contains("Question 1 in #board-layoffs", StringComparison.Ordinal);
            },
            "the question on the Home of somebody who was invited");
        stage.ShouldHaveBehaved();
    }

    private static async Task<View> OpenAsync(SlackStage stage, User user, string words = "")
    {
        stage.Server.Control.OpenHome(user, stage.App);
        return await stage.UntilAsync($"the Home of {user.Name}", () => stage.Server.Control.Home(user, stage.App) is { } home && home.Words.Contains(words, StringComparison.Ordinal) ? home : null);
    }

    private static Task HomeSaysAsync(SlackStage stage, View home, string words) => stage.WaitAsync(() => home.Words.Contains(words, StringComparison.Ordinal), $"\"{words}\" on the Home");

    private static Task<Window> PressAsync(SlackLearner who, View home, string action) => who.PressActionAsync(home, ActionIn(home, action));

    private static string ActionIn(View home, string action) => home.Blocks.OfType<JsonObject>()
        .SelectMany(block => block["elements"] as JsonArray ?? []).OfType<JsonObject>().Select(element => (string?)element["action_id"])
        .First(id => id?.StartsWith(action, StringComparison.Ordinal) is true)!;
}

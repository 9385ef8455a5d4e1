using MlaBot.SlackServer;

namespace MlaBot.Tests.Program.Slack;

/// <summary>What stands on people's screens longer than the bot runs: messages, private messages and windows.</summary>
public sealed class OldMessageTests
{
    private const string Sentence = "This message belongs to questions that I no longer know; nothing was stored.";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Buttons_and_windows_from_before_a_restart_work_on(bool isKilled)
    {
        await using var stage = await SlackStage.StartAsync();
        var five = await stage.OpenFiveAsync();
        var (ana, ben) = (stage.Learner(stage.Ana), stage.Learner(stage.Ben));
        var posts = stage.Records.Posts();
        var receipt = await ben.PressAsync(five[0], posts[0].Wrong);
        var form = await ana.OpenAsync(five[1], "Choose three");
        var report = await ben.OpenAsync(five[0], "Report");

        if (isKilled)
        {
            await stage.KillBotAsync();
        }
        else
        {
            (await stage.StopBotAsync()).ShouldBe(0, stage.Log);
        }

        await stage.StartBotAsync();
        (await ana.PressAsync(five[0], posts[0].Right)).Words.ShouldContain("That is right.");
        (await ben.PressAsync(five[0], posts[0].Right)).Words.ShouldContain("The first answer is final.");
        (await ana.ReceiptAsync(form, await ana.SendAsync(form.View, ("picked", LearnerDays.Letters(posts[1].Right))))).ShouldContain("That is right.");
        (await ben.ReceiptAsync(report, await ben.SendAsync(report.View, ("reason", "key")))).ShouldContain("Your report on question 1 is stored");
        (await ben.PressAsync(receipt, "S3")).Words.ShouldContain("Object storage.");
        (await ana.AnswerAsync(five[2], "Put in order", LearnerDays.Places(posts[2].Right))).ShouldContain("That is right.");
        await stage.WaitAsync(() => five[0].Words.Contains("2 people have answered.", StringComparison.Ordinal), "the count of both lives");
        stage.Public(stage.Study).ShouldBe(five);
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task A_press_on_a_message_of_an_older_database_ends_in_a_sentence_and_touches_nothing()
    {
        await using var stage = await SlackStage.StartAsync();
        var ana = stage.Learner(stage.Ana);
        await stage.SetUpAsync(stage.Study, stage.Admin);
        stage.LetClockReach(LearnerDays.Evening);
        var oldReveal = await stage.RevealAsync(stage.Study, 1);
        var (first, second, third, fourth) = (await stage.QuestionAsync(stage.Study, 1), await stage.QuestionAsync(stage.Study, 2), await stage.QuestionAsync(stage.Study, 3), await stage.QuestionAsync(stage.Study, 4));
        await stage.QuestionAsync(stage.Study, 5);
        var form = await ana.OpenAsync(third, "Put in order");
        var old = stage.Public(stage.Study).Count;

        (await stage.StopBotAsync()).ShouldBe(0, stage.Log);
        stage.Folder.ForgetDatabase();
        await stage.StartBotAsync();
        await stage.SetUpAsync(stage.Study, stage.Admin);
        stage.LetClockReach("2050-03-08T21:00:05Z");
        await stage.WaitAsync(() => stage.Public(stage.Study).Count == old + 6, "five questions and a reveal");
        await ana.TypeAsync("/mla answer 2 ?");
        var counts = stage.Records.Counts();

        (await ana.ReceiptAsync(form, await ana.SendAsync(form.View, LearnerDays.Places("ABC")))).ShouldContain(Sentence);
        foreach (var (message, label) in new[]
            { (second, "Choose three"), (second, "I don't know"), (third, "I don't know"), (third, "Put in order"), (fourth, "Match"), (second, "My answer"), (first, "My answer"), (oldReveal, "My answer"), (second, "Report"), (oldReveal, "Report") })
        {
            (await ana.PressAsync(message, label)).Words.ShouldContain(Sentence, customMessage: $"{label} on {message.Words}");
        }

        stage.Records.Counts().ShouldBe(counts);
        (await stage.Server.Control.PressOldAsync(stage.Ana, first, "poll.vote:7")).IsTimedOut.ShouldBeFalse();
        await stage.EphemeralAsync(stage.Ana, stage.Study, "This control belongs to an older version of me.");
        var today = stage.Public(stage.Study).Last(message => message.Words.Contains("Question 3 · ", StringComparison.Ordinal));
        (await ana.OpenAsync(today, "Put in order")).View.Words.ShouldContain("In which order does q-3.1-");
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task A_window_that_is_left_open_for_an_hour_still_brings_its_answer_to_the_person()
    {
        var clock = new ShiftedClock();
        await using var stage = await SlackStage.StartAsync(new SlackServerOptions { Clock = clock });
        var five = await stage.OpenFiveAsync();
        var (ana, ben) = (stage.Learner(stage.Ana), stage.Learner(stage.Ben));
        var posts = stage.Records.Posts();
        // Ana's is beside the question; Ben asked for his in a channel in which the bot is not.
        var elsewhere = stage.Server.Control.AddChannel(stage.Team, "elsewhere", isPrivate: false, stage.Ben);
        var form = await ana.OpenAsync(five[1], "Choose three");
        var abroad = await ben.In(elsewhere).OpenAsync(await ben.In(elsewhere).AskAsync("/mla daily 3"), "Put in order");
        clock.Advance(TimeSpan.FromHours(1));

        (await ana.SendAsync(form.View, ("picked", LearnerDays.Letters(posts[1].Right)))).Errors.ShouldBeEmpty();
        await stage.EphemeralAsync(stage.Ana, stage.Study, $"Your answer to question 2: {posts[1].Right}. That is right.");
        (await ben.SendAsync(abroad.View, LearnerDays.Places(posts[2].Right))).Errors.ShouldBeEmpty();
        await stage.UntilAsync("the answer in private", () => stage.Server.Control.DirectMessages(stage.Ben, stage.App).FirstOrDefault(message => message.Words.Contains("Your answer to question 3:", StringComparison.Ordinal)));
        stage.Records.Answer(3, ben)!.IsRight.ShouldBeTrue();
        stage.ShouldHaveBehaved();
    }
}

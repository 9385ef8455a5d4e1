namespace MlaBot.Tests.Program.Discord;

/// <summary>Messages of an older database: their numbers mean other questions now.</summary>
public sealed class OldMessageTests
{
    private const string Sentence = "This message belongs to questions that I no longer know; nothing was stored.";

    [Fact]
    public async Task A_press_on_a_message_of_an_older_database_ends_in_a_sentence_and_touches_nothing()
    {
        await using var stage = await DiscordStage.StartAsync();
        var ana = new Learner(stage, stage.Ana, stage.Study);
        await stage.SetUpAsync(stage.Study, stage.Admin);
        stage.LetClockReach(StageDays.Evening);
        var oldReveal = await stage.RevealAsync(stage.Study, 1);
        var (first, second, third, fourth) = (await stage.QuestionAsync(stage.Study, 1), await stage.QuestionAsync(stage.Study, 2), await stage.QuestionAsync(stage.Study, 3), await stage.QuestionAsync(stage.Study, 4));
        var order = (await ana.PressAsync(third, "Put in order")).Message!;
        await ana.ChooseAsync(order, "Step 1 of 3", "A");
        var match = (await ana.PressAsync(fourth, "Match")).Message!;
        var old = stage.Server.Control.Public(stage.Study).Count;

        (await stage.StopBotAsync()).ShouldBe(0);
        stage.Folder.ForgetDatabase();
        await stage.StartBotAsync();
        await stage.SetUpAsync(stage.Study, stage.Admin);
        stage.LetClockReach("2050-03-08T21:00:05Z");
        await stage.WaitAsync(() => stage.Server.Control.Public(stage.Study).Count == old + 6, "five questions and a reveal");
        await ana.TypeAsync("answer", ("question", "2"), ("letters", "?"));
        var counts = stage.Records.Counts();

        foreach (var (message, label) in new[]
            { (second, "I don't know"), (third, "I don't know"), (third, "Put in order"), (fourth, "Match"), (second, "My answer"), (first, "My answer"), (oldReveal, "My answer"), (second, "Report"), (oldReveal, "Report"), (order, "Undo"), (order, "Start over"), (match, "Start over") })
        {
            var reply = await ana.PressAnyAsync(message, label);
            reply.Text.ShouldContain(Sentence, customMessage: $"{label} on {message.Text}");
        }

        (await ana.ChooseAsync(second, "Choose three", "A", "B", "C")).Text.ShouldContain(Sentence);
        stage.Records.Counts().ShouldBe(counts);
        var today = stage.Server.Control.Public(stage.Study).Last(message => message.Text.Contains("Question 3 · ", StringComparison.Ordinal));
        (await ana.PressAsync(today, "Put in order")).Text.ShouldContain("So far: nothing.");
        stage.ShouldHaveBehaved();
    }
}

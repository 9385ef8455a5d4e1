namespace MlaBot.Tests.Program.Discord;

/// <summary>One person who presses without end.</summary>
public sealed class HammerTests
{
    [Fact]
    public async Task Who_hammers_a_button_is_told_so_once_keeps_the_first_answer_and_holds_nobody_up()
    {
        await using var stage = await DiscordStage.StartAsync();
        var control = stage.Server.Control;
        await stage.SetUpAsync(stage.Study, stage.Admin);
        stage.LetClockReach("2050-03-07T09:00:05Z");
        var question = await stage.MessageAsync(stage.Study, "Question 1");
        var (first, other) = (stage.ButtonId(question, "A"), stage.ButtonId(question, "B"));

        // More than two windows take, so that the number does not depend on where one begins.
        var presses = Enumerable.Range(0, 100).Select(number => control.PressAsync(stage.Ben, question, number == 0 ? first : other)).ToList();
        var calm = await control.PressAsync(stage.Ana, question, first);
        var answers = await Task.WhenAll(presses);

        answers.ShouldAllBe(answer => !answer.IsFailed);
        answers[0].Text.ShouldContain("Your answer to question 1: **A**");
        answers.Count(answer => answer.Type == 4 && answer.Text.Contains("faster than I can follow", StringComparison.Ordinal)).ShouldBeInRange(1, 2);
        answers.Count(answer => answer.Type == 6).ShouldBeGreaterThan(30);
        calm.Text.ShouldContain("Your answer to question 1: **A**");
        stage.Records.Answers().Count.ShouldBe(2);
        stage.ShouldHaveBehaved();
    }
}

namespace MlaBot.Tests.Program.Slack;

/// <summary>The first day of a group on Slack, through the real program.</summary>
public sealed class FirstDayTests
{
    [Fact]
    public async Task An_admin_sets_up_and_a_press_on_a_letter_is_answered_privately_with_the_reasons()
    {
        await using var stage = await SlackStage.StartAsync();
        var control = stage.Server.Control;

        await stage.SetUpAsync(stage.Study, stage.Admin);
        await stage.EphemeralAsync(stage.Admin, stage.Study, "This channel is set up");

        stage.LetClockReach("2050-03-07T09:00:05Z");
        var question = await stage.MessageAsync(stage.Study, "Question 1");
        var right = stage.Records.Post(1).Right;
        await control.PressLabelAsync(stage.Ana, question, right);

        await stage.EphemeralAsync(stage.Ana, stage.Study, $"Your answer to question 1: {right}. That is right.");
        control.Ephemerals(stage.Ben, stage.Study).ShouldBeEmpty();
        await stage.WaitAsync(() => question.Words.Contains("1 person has answered.", StringComparison.Ordinal), "the public count");
        stage.ShouldHaveBehaved();
    }
}

namespace MlaBot.Tests.Program.Slack;

/// <summary>One person who presses without end.</summary>
public sealed class HammerTests
{
    [Fact]
    public async Task Who_hammers_a_button_is_told_so_once_keeps_the_first_answer_and_holds_nobody_up()
    {
        await using var stage = await SlackStage.StartAsync();
        var control = stage.Server.Control;
        await stage.SetUpAsync(stage.Study, stage.Admin);
        stage.LetClockReach("2050-03-07T09:00:05Z");
        var question = await stage.MessageAsync(stage.Study, "Question 1");

        // More than two windows take, so that the number does not depend on where one begins.
        var presses = Enumerable.Range(0, 100).Select(_ => control.PressLabelAsync(stage.Ben, question, "A")).ToList();
        var calm = await control.PressLabelAsync(stage.Ana, question, "A");
        var acts = await Task.WhenAll(presses);

        acts.ShouldAllBe(act => !act.IsTimedOut);
        await stage.EphemeralAsync(stage.Ana, stage.Study, "Your answer to question 1: A.");
        await stage.EphemeralAsync(stage.Ben, stage.Study, "Your answer to question 1: A.");
        await stage.EphemeralAsync(stage.Ben, stage.Study, "faster than I can follow");
        calm.IsTimedOut.ShouldBeFalse();
        await stage.WaitAsync(() => acts.Count(act => act.Messages.Count > 0) >= 31, "an answer to each press that was worked on");
        acts.Count(act => act.Messages.Any(message => message.Words.Contains("faster than I can follow", StringComparison.Ordinal))).ShouldBeInRange(1, 2);
        acts.Count(act => act.Messages.Count == 0).ShouldBeGreaterThan(30);
        stage.Records.Answers().Count.ShouldBe(2);
        stage.ShouldHaveBehaved();
    }
}

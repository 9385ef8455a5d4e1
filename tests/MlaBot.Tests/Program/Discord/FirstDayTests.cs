namespace MlaBot.Tests.Program.Discord;

/// <summary>The first day of a group on Discord, through the real program.</summary>
public sealed class FirstDayTests
{
    [Fact]
    public async Task An_admin_sets_up_and_a_press_on_a_letter_is_answered_privately_with_the_reasons()
    {
        await using var stage = await DiscordStage.StartAsync();
        var control = stage.Server.Control;

        var setUp = await stage.SetUpAsync(stage.Study, stage.Admin);
        setUp.Text.ShouldContain("This channel is set up", customMessage: stage.Process.Errors);
        setUp.Message!.IsEphemeral.ShouldBeTrue();

        stage.LetClockReach("2050-03-07T09:00:05Z");
        var question = await stage.MessageAsync(stage.Study, "Question 1");
        var right = stage.Records.Post(1).Right;
        var reply = await control.PressLabelAsync(stage.Ana, question, right);

        reply.Type.ShouldBe(4);
        reply.Message!.IsEphemeral.ShouldBeTrue();
        reply.Text.ShouldContain($"Your answer to question 1: **{right}**. That is right.");
        control.Seen(stage.Ben, stage.Study).ShouldNotContain(reply.Message);
        await stage.WaitAsync(() => question.Text.Contains("1 person has answered.", StringComparison.Ordinal), "the public count");
        stage.ShouldHaveBehaved();
    }
}

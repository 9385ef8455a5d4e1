namespace MlaBot.Tests.Program.Slack;

/// <summary>Answers that are given in a window.</summary>
public sealed class FormTests
{
    [Fact]
    public async Task A_form_that_showed_a_problem_is_mended_and_sent_again()
    {
        await using var stage = await SlackStage.StartAsync();
        var control = stage.Server.Control;
        await stage.SetUpAsync(stage.Study, stage.Admin);
        stage.LetClockReach("2050-03-07T12:00:05Z");
        var question = await stage.MessageAsync(stage.Study, "Question 2");
        var form = await (await control.PressLabelAsync(stage.Ana, question, question.Buttons[0])).ViewAsync();

        var tooFew = await control.SubmitAsync(stage.Ana, form, Picked("A"));
        await control.SubmitAsync(stage.Ana, form, Picked("A", "B", "C"));

        tooFew.Errors.Keys.ShouldBe(["picked"]);
        await stage.EphemeralAsync(stage.Ana, stage.Study, "Your answer to question 2");
        stage.ShouldHaveBehaved();
    }

    private static Dictionary<string, object?> Picked(params string[] letters) => new(StringComparer.Ordinal) { ["picked"] = letters };
}

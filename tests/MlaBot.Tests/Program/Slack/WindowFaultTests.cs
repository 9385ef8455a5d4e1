using MlaBot.Core.Daily;
using MlaBot.SlackServer.Faults;
using MlaBot.SlackServer.World;
using MlaBot.Tests.Program.Slack.Admins;

namespace MlaBot.Tests.Program.Slack;

/// <summary>Windows that Slack does not open: whoever pressed hears of it, and what a message can say comes as one.</summary>
public sealed class WindowFaultTests
{
    [Theory]
    [InlineData("expired_trigger_id", "That took too long, so I cannot open the window now.")]
    [InlineData("internal_error", "Slack did not open the window. Nothing was lost.")]
    [InlineData("invalid_arguments", "Slack did not open the window. Nothing was lost.")]
    public async Task A_form_that_cannot_be_opened_is_said_beside_the_message(string error, string sentence)
    {
        await using var stage = await SlackStage.StartAsync();
        var question = await FirstAsync(stage);
        using var fault = stage.Server.Faults.Add(new(FaultKind.Refuse) { Method = "views.open", Error = error });

        (await stage.Learner(stage.Ana).PressAsync(question, "Report")).Words.ShouldContain(sentence);
        stage.ShouldHaveBehaved();
    }

    [Theory]
    [InlineData("expired_trigger_id")]
    [InlineData("internal_error")]
    public async Task What_a_window_from_Home_would_have_shown_comes_as_a_direct_message(string error)
    {
        await using var stage = await SlackStage.StartAsync();
        await FirstAsync(stage);
        var home = await HomeAsync(stage);
        using var fault = stage.Server.Faults.Add(new(FaultKind.Refuse) { Method = "views.open", Error = error });

        await stage.Server.Control.PressLabelAsync(stage.Ana, home, "Answer");
        await stage.WaitAsync(() => stage.Letters(stage.Ana).Count > 0, "a direct message");
        stage.Letters(stage.Ana).Single().ShouldContain("Which tree does q-1.1-");
        stage.Letters(stage.Ben).ShouldBeEmpty();
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task A_form_that_cannot_be_opened_over_a_window_is_said_in_a_direct_message()
    {
        await using var stage = await SlackStage.StartAsync();
        await FirstAsync(stage);
        var home = await HomeAsync(stage);
        var window = await stage.Learner(stage.Ana).OpenAsync(home, "Answer");
        using var fault = stage.Server.Faults.Add(new(FaultKind.Refuse) { Method = "views.push", Error = "invalid_arguments" });

        await stage.Server.Control.PressLabelAsync(stage.Ana, window.View, "Report");
        await stage.WaitAsync(() => stage.Letters(stage.Ana).Count > 0, "a direct message");
        stage.Letters(stage.Ana).Single().ShouldContain("Slack did not open the window.");
        stage.ShouldHaveBehaved();
    }

    private static async Task<Message> FirstAsync(SlackStage stage)
    {
        await stage.SettledSetUpAsync(stage.Study, stage.Admin);
        stage.LetClockReach("2050-03-07T09:00:05Z");
        var question = await stage.MessageAsync(stage.Study, "Question 1");
        await stage.StoredAsync(() => stage.Records.Posts().Any(post => post.State == PostState.Open), "the question to be open");
        return question;
    }

    private static Task<View> HomeAsync(SlackStage stage)
    {
        stage.Server.Control.OpenHome(stage.Ana, stage.App);
        return stage.UntilAsync("the Home", () => stage.Server.Control.Home(stage.Ana, stage.App));
    }
}

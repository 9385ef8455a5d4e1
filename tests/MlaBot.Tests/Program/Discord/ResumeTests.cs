using System.Globalization;
using MlaBot.Core.Daily;
using MlaBot.DiscordServer.Faults;
using MlaBot.DiscordServer.Gateway;
using MlaBot.DiscordServer.World;
using MlaBot.Tests.Program.Discord.Admins;

namespace MlaBot.Tests.Program.Discord;

/// <summary>A restart for an update: the session goes on, and nothing that happened in between is missed.</summary>
[Collection(nameof(Alone))]
public sealed class ResumeTests
{
    [Fact]
    public async Task An_orderly_stop_leaves_the_session_and_the_next_start_resumes_it_and_hears_what_was_missed()
    {
        await using var stage = await DiscordStage.StartAsync();
        var control = stage.Server.Control;
        var gateway = stage.Server.GatewayControl();
        await stage.SetUpAsync(stage.Study, stage.Admin);
        stage.LetClockReach("2050-03-07T09:00:05Z");
        var question = await stage.MessageAsync(stage.Study, "Question 1");
        var session = gateway.Sessions.ShouldHaveSingleItem();

        (await stage.StopBotAsync()).ShouldBe(0);
        gateway.Sessions.ShouldBe([session], "the close code keeps the session");
        var early = control.Press(stage.Ana, question, stage.ButtonId(question, "A"));
        (await early.FirstResponse).IsFailed.ShouldBeTrue("nobody was there");
        var late = control.Press(stage.Ben, question, stage.ButtonId(question, "B"));
        await stage.StartBotAsync();
        var response = await late.FirstResponse;

        gateway.Of(2).Count.ShouldBe(1, "one session begun, by the first start");
        gateway.Of(6).Count.ShouldBe(1);
        gateway.Visits[^1].Path.ShouldBe("/resume");
        gateway.Sessions.ShouldBe([session]);
        await stage.Process.WaitForErrorAsync($"Interaction {early.Id} was over after");
        // Within its 3 s the second one is answered; on a slow machine it is logged as the first.
        if (response.IsFailed)
        {
            await stage.Process.WaitForErrorAsync($"Interaction {late.Id} was over after");
        }
        else
        {
            response.Text.ShouldContain("Your answer to question 1: **B**");
        }

        stage.Records.Answers().Select(answer => answer.Person).ShouldBe(
            new[] { stage.Ana, stage.Ben }.Select(person => person.Id.ToString(CultureInfo.InvariantCulture)), ignoreOrder: true, "what came by the resume counts");
        (await control.PressLabelAsync(stage.Ana, question, "C")).Text.ShouldContain("**A**");
        stage.Process.Errors.ShouldNotContain("second program", Case.Sensitive);
        stage.Process.Errors.ShouldBeFreeOfTraces();
    }

    [Fact]
    public async Task A_question_that_Discord_took_before_the_bot_was_killed_is_found_behind_all_that_was_said_since()
    {
        await using var stage = await DiscordStage.StartAsync();
        await stage.SetUpAsync(stage.Study, stage.Admin);
        using (stage.Server.Faults.Add(new Fault(FaultKind.DelayAfter) { Method = "POST", Route = Route.Messages, Delay = TimeSpan.FromMinutes(1), Times = 1 }))
        {
            stage.LetClockReach("2050-03-07T09:00:05Z");
            await stage.MessageAsync(stage.Study, "Question 1");
            await stage.KillBotAsync();
        }

        for (var message = 0; message < 250; message++)
        {
            stage.Server.Control.Say(stage.Ana, stage.Study, "So much to say.");
        }

        var before = stage.Calls("POST", Route.Messages);
        await stage.StartBotAsync();
        await stage.WaitAsync(() => stage.Records.Post(1).State == PostState.Open, "the question found");

        stage.Calls("POST", Route.Messages).ShouldBe(before, "nothing is sent a second time");
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task A_compressed_gateway_is_heard_also_after_a_resume()
    {
        await using var stage = await DiscordStage.StartAsync(configure: folder => folder.With("Discord__CompressGateway", "true"));
        var gateway = stage.Server.GatewayControl();
        await stage.SetUpAsync(stage.Study, stage.Admin);

        gateway.Cut();
        await stage.WaitAsync(() => gateway.Of(6).Count == 1, "a resume");
        stage.LetClockReach("2050-03-07T09:00:05Z");
        var question = await stage.MessageAsync(stage.Study, "Question 1");
        (await stage.Server.Control.PressLabelAsync(stage.Ana, question, "A")).Text.ShouldContain("Your answer to question 1: **A**");

        gateway.Visits.ShouldAllBe(visit => visit.Query.Contains("compress=zlib-stream"));
        stage.ShouldHaveBehaved();
    }
}

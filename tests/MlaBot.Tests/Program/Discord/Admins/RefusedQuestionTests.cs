using MlaBot.DiscordServer.Faults;
using MlaBot.DiscordServer.World;

namespace MlaBot.Tests.Program.Discord.Admins;

/// <summary>A question whose body Discord refuses for good.</summary>
public sealed class RefusedQuestionTests
{
    [Fact]
    public async Task A_refused_question_is_sent_once_and_the_channel_hears_that_it_does_not_come()
    {
        await using var stage = await DiscordStage.StartAsync();
        await stage.SetUpAsync(stage.Study, stage.Admin);
        using (stage.Server.Faults.Add(new Fault(FaultKind.Refuse) { Method = "POST", Route = Route.Messages, Status = 400, Code = 50035, Times = 1 }))
        {
            stage.LetClockReach("2050-03-07T09:00:05Z");
            (await stage.MessageAsync(stage.Study, "Question 1 could not be posted")).Text.ShouldContain("the platform refused it");
        }

        stage.LetClockReach("2050-03-07T15:00:05Z");
        await stage.QuestionAsync(stage.Study, 2);
        stage.Calls("POST", Route.Messages).ShouldBe(3, "the refused question, the notice, the next question");
        stage.Log.ShouldContain("code 50035");
        stage.ShouldEndClean();
    }
}

using MlaBot.Core.Daily;

namespace MlaBot.Tests.Program.Discord;

/// <summary>Commands in a thread: what people ask there is about the channel that the thread belongs to.</summary>
public sealed class ThreadTests
{
    [Fact]
    public async Task In_the_discussion_of_a_question_the_channel_s_questions_and_answers_are_shown()
    {
        await using var stage = await DiscordStage.StartAsync();
        var second = stage.Server.Control.AddChannel(stage.Guild, "second");
        await stage.SetUpAsync(second, stage.Admin, ("time", "20:00"));
        await stage.SetUpAsync(stage.Study, stage.Admin, ("open", "30m"), ("thread", "on"));
        stage.LetClockReach("2050-03-07T09:00:05Z");
        var ana = new Learner(stage, stage.Ana, stage.Study);
        await ana.PressAsync(await stage.QuestionAsync(stage.Study, 1), "I don't know");
        stage.LetClockReach("2050-03-07T12:00:05Z");
        await stage.QuestionAsync(stage.Study, 2);
        await stage.WaitAsync(() => stage.Records.Posts().Any(post => post is { Number: 2, State: PostState.Open }), "question 2 to be open in the store too");
        await stage.WaitAsync(() => Thread(stage) is not null, "the thread of the reveal");
        var discussion = ana.In(Thread(stage)!);

        (await discussion.TypeAsync("daily")).ShouldContain("Open questions");
        (await discussion.TypeAsync("why")).ShouldContain("Question 1 ");
        (await ana.In(stage.Server.Control.AddChannel(stage.Guild, "lounge")).TypeAsync("daily")).ShouldContain("No questions come in this channel.");
        stage.ShouldHaveBehaved();
    }

    private static DiscordServer.World.Channel? Thread(DiscordStage stage)
    {
        lock (stage.Server.World.Gate)
        {
            return stage.Server.World.Channels.Values.SingleOrDefault(channel => channel.Parent?.Id == stage.Study.Id);
        }
    }
}

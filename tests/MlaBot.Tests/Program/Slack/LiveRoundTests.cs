namespace MlaBot.Tests.Program.Slack;

/// <summary>A live round on Slack, from its lobby to the report of each player.</summary>
public sealed class LiveRoundTests
{
    [Fact]
    public async Task Three_players_join_answer_two_questions_and_read_table_and_reports()
    {
        await using var stage = await SlackStage.StartAsync(configure: each => each.Folder.WithFastRounds());
        await stage.SetUpAsync(stage.Study, stage.Admin);
        await stage.EphemeralAsync(stage.Admin, stage.Study, "This channel is set up");
        var (olga, ana, ben) = (stage.Learner(stage.Admin), stage.Learner(stage.Ana), stage.Learner(stage.Ben));

        (await ana.TypeAsync("/mla challenge start 2 domains:1")).ShouldContain("The lobby of round 1 is open with 2 questions");
        var lobby = await stage.MessageAsync(stage.Study, "Live round: 2 questions, led by");
        foreach (var player in new[] { olga, ana, ben })
        {
            (await player.PressAsync(lobby, "Join")).Words.ShouldContain("You are in.");
        }

        await stage.WaitAsync(() => lobby.Words.Contains("In (3)", StringComparison.Ordinal), "the players in the lobby");
        (await ben.PressAsync(lobby, "Begin now")).Words.ShouldContain("leads this round.");
        (await ana.PressAsync(lobby, "Begin now")).Words.ShouldContain("the first question comes");

        await AskAsync(stage, 1, (ana, true), (ben, true), (olga, false));
        await AskAsync(stage, 2, (ana, true), (ben, false), (olga, false));

        var podium = await stage.MessageAsync(stage.Study, "The round is over");
        podium.Words.ShouldContain("2 questions were played.");
        (await ben.PressAsync(podium, "My report")).Words.ShouldContain("rank 2 of 3. 1 of 2 right.");
        (await ana.TypeAsync("/mla challenge report")).ShouldContain("rank 1 of 3. 2 of 2 right.");
        stage.ShouldHaveBehaved();
    }

    private static async Task AskAsync(SlackStage stage, int number, params (SlackLearner Player, bool IsRight)[] answers)
    {
        var question = await stage.MessageAsync(stage.Study, $"Round question {number} of 2 · Domain 1");
        await stage.WaitAsync(() => question.Words.Contains("Answers until", StringComparison.Ordinal), "the question to open");
        var post = stage.Records.Posts()[^1];
        foreach (var (player, isRight) in answers)
        {
            var letters = isRight ? post.Right : post.Wrong;
            (await player.PressAsync(question, letters)).Words.ShouldContain($"Your answer: {letters}. The result follows when time is up.");
        }

        var reveal = await stage.MessageAsync(stage.Study, $"Round question {number} of 2: the answer is {post.Right}");
        reveal.Words.ShouldContain($"{answers.Count(each => each.IsRight)} of 3 answered right.");
    }
}

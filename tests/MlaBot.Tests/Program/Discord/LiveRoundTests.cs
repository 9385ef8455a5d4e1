using MlaBot.DiscordServer.World;

namespace MlaBot.Tests.Program.Discord;

/// <summary>A live round on Discord, from its lobby to the report of each player.</summary>
public sealed class LiveRoundTests
{
    [Fact]
    public async Task Three_players_join_answer_two_questions_and_read_table_and_reports()
    {
        await using var stage = await DiscordStage.StartAsync(configure: folder => folder.WithFastRounds());
        await stage.SetUpAsync(stage.Study, stage.Admin);
        var (olga, ana, ben) = (Player(stage, stage.Admin), Player(stage, stage.Ana), Player(stage, stage.Ben));

        (await ana.TypeAsync("challenge start", ("questions", "2"), ("domains", "1"))).ShouldContain("The lobby of round 1 is open with 2 questions");
        var lobby = await stage.MessageAsync(stage.Study, "Live round: 2 questions, led by Ana");
        foreach (var player in new[] { olga, ana, ben })
        {
            (await player.PressAsync(lobby, "Join")).Text.ShouldContain("You are in.");
        }

        await stage.WaitAsync(() => lobby.Text.Contains("In (3)", StringComparison.Ordinal), "the players in the lobby");
        (await ben.PressAsync(lobby, "Begin now")).Text.ShouldContain("Ana leads this round.");
        (await ana.PressAsync(lobby, "Begin now")).Text.ShouldContain("the first question comes");

        // Ana is right twice, Ben once, Olga never.
        await AskAsync(stage, 1, (ana, true), (ben, true), (olga, false));
        await AskAsync(stage, 2, (ana, true), (ben, false), (olga, false));

        var podium = await stage.MessageAsync(stage.Study, "The round is over");
        podium.Text.ShouldContain("2 questions were played. **Ana** comes first with");
        podium.Text.ShouldContain("2 of 2");
        (await ben.PressAsync(podium, "My report")).Text.ShouldContain("rank 2 of 3. 1 of 2 right.");
        (await ana.TypeAsync("challenge report")).ShouldContain("rank 1 of 3. 2 of 2 right.");
        (await olga.TypeAsync("challenge history")).ShouldContain("Ana");

        (await ben.PressAsync(podium, "Play again")).Text.ShouldContain("The lobby of round 2 is open with 2 questions");
        await stage.MessageAsync(stage.Study, "led by Ben");
        (await ben.TypeAsync("challenge stop")).ShouldContain("called off");
        stage.ShouldHaveBehaved();
    }

    private static async Task AskAsync(DiscordStage stage, int number, params (Learner Player, bool IsRight)[] answers)
    {
        var question = await stage.MessageAsync(stage.Study, $"Round question {number} of 2 · Domain 1");
        await stage.WaitAsync(() => question.Text.Contains("Answers until", StringComparison.Ordinal), "the question to open");
        var post = stage.Records.Posts()[^1];
        foreach (var (player, isRight) in answers)
        {
            var letters = isRight ? post.Right : post.Wrong;
            (await player.PressAsync(question, letters)).Text.ShouldContain($"Your answer: **{letters}**. The result follows when time is up.");
        }

        var reveal = await stage.MessageAsync(stage.Study, $"Round question {number} of 2: the answer is {post.Right}");
        reveal.Text.ShouldContain($"{answers.Count(each => each.IsRight)} of 3 answered right.");
        reveal.Reference.ShouldBe(question);
    }

    private static Learner Player(DiscordStage stage, User user) => new(stage, user, stage.Study);
}

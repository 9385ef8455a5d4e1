using MlaBot.Core.Daily;

namespace MlaBot.Tests.Program.Rounds;

/// <summary>A round goes on when the program dies and when the platform asks for another connection.</summary>
public sealed class RoundRestartTests
{
    [Theory]
    [MemberData(nameof(RoundStage.Platforms), MemberType = typeof(RoundStage))]
    public async Task A_round_survives_two_kills_and_a_new_connection_without_a_second_message_or_a_lost_answer(string platform)
    {
        await using var stage = await RoundStage.StartAsync(platform, answerSeconds: 30);
        var study = stage.Study;
        var people = study.Join(3);
        var lobby = await study.LobbyAsync(("questions", "3"), ("domains", "1"));
        await lobby.JoinAsync(people);
        await study.Host.PressAsync(lobby, "Begin now");

        // Killed while answers come in: what was confirmed counts, and the others answer afterwards.
        var question = await stage.QuestionAsync(study, 1);
        await question.RightAsync(people[0]);
        var stored = stage.Rounds.Answers(question.Round);
        stored.Select(answer => answer.Person).ShouldBe([people[0].Id]);
        await stage.KillBotAsync();
        await stage.StartBotAsync();
        await study.PostingAsync("I am back after a restart.");
        question = await stage.QuestionAsync(study, 1);
        (await people[0].PressAsync(question.Message, question.Post.Wrong)).Text.ShouldContain("the first one is final");
        await question.RightAsync(people[1]);

        // Killed when the answer is public and the bot does not know it yet.
        using (stage.HoldConfirmations())
        {
            await question.WrongAsync(people[2]);
            await study.PostingAsync("Round question 1 of 3: the answer is");
            await stage.KillBotAsync();
        }

        await stage.StartBotAsync();
        question = await stage.QuestionAsync(study, 2);
        await question.RightAsync(people[0]);
        await stage.ReconnectAsync();
        await Task.WhenAll(question.RightAsync(people[1]), question.WrongAsync(people[2]));
        question = await stage.QuestionAsync(study, 3);
        var answering = Task.WhenAll(people.Select(question.RightAsync));
        await Task.WhenAll(answering, stage.ReconnectAsync());

        var (round, podium) = await stage.EndAsync(study);
        round.EndedBecause.ShouldBeEmpty();
        stage.ShouldShowTheTable(round, podium).Select(line => (line.Player.Person, line.Right, line.Played)).ShouldBe(
            [(people[0].Id, 3, 3), (people[1].Id, 3, 3), (people[2].Id, 1, 3)], ignoreOrder: true);
        stage.Rounds.Answers(round.Id).ShouldContain(stored[0], "what was stored before the kill stands");
        stage.Rounds.Questions(round.Id).ShouldAllBe(each => each.Post.State == PostState.Settled);
        OnceEach(study);
        stage.ShouldHaveBehaved();
    }

    private static void OnceEach(RoundPlace study)
    {
        var texts = study.Public().Select(message => message.Text).ToArray();
        foreach (var number in new[] { 1, 2, 3 })
        {
            texts.Count(text => text.Contains($"Round question {number} of 3: the answer is", StringComparison.Ordinal)).ShouldBe(1);
            texts.Count(text => text.Contains($"Round question {number} of 3 ·", StringComparison.Ordinal)).ShouldBe(1, string.Join("\n---\n", texts));
        }

        texts.Count(text => text.Contains("Live round: ", StringComparison.Ordinal)).ShouldBe(1);
        texts.Count(text => text.Contains("The round is over", StringComparison.Ordinal)).ShouldBe(1);
    }
}

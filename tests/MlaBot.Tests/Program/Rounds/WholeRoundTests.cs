using MlaBot.Core.Daily;
using MlaBot.Core.Rounds;

namespace MlaBot.Tests.Program.Rounds;

/// <summary>A round from its lobby to its reports, with all five types of question.</summary>
public sealed class WholeRoundTests
{
    [Theory]
    [MemberData(nameof(RoundStage.Platforms), MemberType = typeof(RoundStage))]
    public async Task Five_people_play_all_five_types_and_the_table_follows_from_what_is_stored(string platform)
    {
        await using var stage = await RoundStage.StartAsync(platform);
        var study = stage.Study;
        var people = study.Join(5);
        var (late, stranger) = (people[4], study.Join("stranger"));
        var lobby = await study.LobbyAsync(("questions", "5"));
        await lobby.JoinAsync(people[..4]);
        (await people[0].PressAsync(lobby, "Begin now")).Text.ShouldContain("Only the host or an admin can do that.");
        (await study.Host.PressAsync(lobby, "Begin now")).Text.ShouldContain("It begins");

        for (var number = 1; number <= 5; number++)
        {
            var question = await stage.QuestionAsync(study, number);
            question.Message.Text.ShouldContain($"Round question {number} of 5");
            if (number == 3)
            {
                // One comes late, by an answer alone; one leaves with what there is.
                (await people[3].TypeAsync("challenge leave")).Text.ShouldContain("your points and your place stay");
                (await question.RightAsync(late)).Text.ShouldContain("You are in from question 3.");
            }

            // The first two are always right, the third never, the fourth as long as there.
            var told = await Task.WhenAll(question.RightAsync(people[0]), question.RightAsync(people[1]), question.WrongAsync(people[2]));
            told.ShouldAllBe(each => each.Text.Contains("The result follows when time is up.", StringComparison.Ordinal));
            if (number == 1)
            {
                (await people[0].PressAsync(question.Message, "I don't know")).Text.ShouldContain("the first one is final");
            }

            if (number < 3)
            {
                await question.RightAsync(people[3]);
            }
            else if (number > 3)
            {
                await question.RightAsync(late);
            }

            var reveal = await study.PostingAsync($"Round question {number} of 5: the answer is ");
            reveal.Text.ShouldContain("3 of 4 answered right.");
        }

        var (round, podium) = await stage.EndAsync(study);
        round.EndedBecause.ShouldBeEmpty();
        var questions = stage.Rounds.Questions(round.Id);
        questions.Select(question => question.Post.Item.Type).ShouldBeUnique();
        questions.ShouldAllBe(question => question.Post.State == PostState.Settled);
        var table = stage.ShouldShowTheTable(round, podium);
        table.Select(line => (line.Player.Person, line.Right, line.Played)).ShouldBe(
            [(people[0].Id, 5, 5), (people[1].Id, 5, 5), (late.Id, 3, 3), (people[3].Id, 2, 5), (people[2].Id, 0, 5)], ignoreOrder: true);
        table.Single(line => line.Player.Person == people[3].Id).Player.State.ShouldBe(PlayerState.Left);
        study.Public().Count(message => message.Text.Contains("Round question", StringComparison.Ordinal)).ShouldBe(10, "each question and its answer once");

        await ReportsAsync(stage, podium, people, stranger, table);
        await AgainAsync(stage, study, podium, people);
        stage.ShouldHaveBehaved();
    }

    private static async Task ReportsAsync(RoundStage stage, Posting podium, IRoundPerson[] people, IRoundPerson stranger, IReadOnlyList<TableLine> table)
    {
        var report = (await people[0].PressAsync(podium, "My report")).Text;
        var own = table.Single(line => line.Player.Person == people[0].Id);
        report.ShouldContain($"{own.Points} points");
        report.ShouldContain($"rank {own.Rank} of 5");
        report.ShouldContain("5 of 5 right");
        report.ShouldNotContain("To revise");
        var poor = (await people[2].TypeAsync("challenge report")).Text;
        poor.ShouldContain("0 of 5 right");
        poor.ShouldContain("To revise");
        foreach (var question in stage.Rounds.Questions(1))
        {
            poor.ShouldContain($"What {question.Post.Item.Id} leaves behind.");
        }

        (await stranger.PressAsync(podium, "My report")).Text.ShouldContain("You did not play in this round.");
    }

    private static async Task AgainAsync(RoundStage stage, RoundPlace study, Posting podium, IRoundPerson[] people)
    {
        var before = study.Public().Count;
        (await people[1].PressAsync(podium, "Play again")).Text.ShouldContain("The lobby of round 2 is open with 5 questions");
        var lobby = await study.PostingAsync("Live round: 5 questions", before);
        (await people[2].PressAsync(podium, "Play again")).Text.ShouldContain("A round runs in this channel already.");
        (await people[1].PressAsync(lobby, "Call off")).Text.ShouldContain("The round is called off.");
        await study.WaitAsync(() => lobby.Text.Contains("Called off:", StringComparison.Ordinal), "the end of the lobby");
        stage.Rounds.Newest(study)!.Phase.ShouldBe(RoundPhase.Cancelled);
    }
}

using MlaBot.Core.Daily;
using MlaBot.Core.Rounds;

namespace MlaBot.Tests.Program.Rounds;

/// <summary>Teams, votes with a talk between them, duels and a host who goes away: in three channels of one program at the same time.</summary>
public sealed class GroupRoundTests
{
    [Theory]
    [MemberData(nameof(RoundStage.Platforms), MemberType = typeof(RoundStage))]
    public async Task Three_channels_play_at_the_same_time_and_none_disturbs_another(string platform)
    {
        await using var stage = await RoundStage.StartAsync(platform);
        var (arena, garden) = (await stage.AddPlaceAsync("arena"), await stage.AddPlaceAsync("garden"));

        await Task.WhenAll(TeamsVoteTwiceAsync(stage, stage.Study), DuelsAsync(stage, arena), HostVanishesAsync(stage, garden));

        stage.ShouldHaveBehaved();
    }

    private static async Task TeamsVoteTwiceAsync(RoundStage stage, RoundPlace study)
    {
        var people = study.Join(6);
        var lobby = await study.LobbyAsync(("questions", "2"), ("domains", "1"), ("teams", "2"), ("votes", "twice"));
        await lobby.JoinAsync(people);
        await study.Host.PressAsync(lobby, "Begin now");
        await study.WaitAsync(() => lobby.Text.Contains("Team 2", StringComparison.Ordinal), "the teams below the lobby");

        // Half of them are wrong first; talking brings one over.
        var first = await stage.QuestionAsync(study, 1);
        await Task.WhenAll(people.Select((person, index) => index < 3 ? first.RightAsync(person) : first.WrongAsync(person)));
        var talk = await study.PostingAsync("talk about it");
        talk.Text.ShouldNotContain(first.Post.Right + "**");
        study.Public().ShouldAllBe(message => !message.Text.Contains("the answer is", StringComparison.Ordinal));
        (await people[0].PressAsync(talk, "Vote now")).Text.ShouldContain("Only the host or an admin can do that.");
        (await study.Host.PressAsync(talk, "Vote now")).Text.ShouldContain("The second vote comes now.");
        var second = await stage.QuestionAsync(study, 1, vote: 2);
        second.Post.Presentation.ToString().ShouldBe(first.Post.Presentation.ToString(), "the letters are those of the first vote");
        await Task.WhenAll(people.Select((person, index) => index < 4 ? second.RightAsync(person) : second.WrongAsync(person)));
        (await study.PostingAsync("the answer is")).Text.ShouldContain("4 of 6 answered right. Between the votes 1 moved from wrong to right, and 0 from right to wrong.");

        // All agree: there is nothing to talk about.
        var last = await stage.QuestionAsync(study, 2);
        await Task.WhenAll(people.Select(last.RightAsync));

        var (round, podium) = await stage.EndAsync(study);
        var table = stage.ShouldShowTheTable(round, podium);
        stage.Rounds.Questions(round.Id).Select(question => (question.Number, question.Vote)).ShouldBe([(1, 1), (1, 2), (2, 1)]);
        table.Count(line => line.Right == 2).ShouldBe(4);
        var teams = table.GroupBy(line => line.Player.Team).ToArray();
        teams.Select(team => (team.Key, team.Count())).ShouldBe([(1, 3), (2, 3)], ignoreOrder: true);
        foreach (var team in teams)
        {
            podium.Text.ShouldContain($"Team {team.Key}");
            podium.Text.ShouldContain($"mean {Math.Round(team.Average(line => (decimal)line.Points), MidpointRounding.AwayFromZero)}");
        }
    }

    private static async Task DuelsAsync(RoundStage stage, RoundPlace arena)
    {
        var (ana, ben, eve) = (arena.Join("ana2"), arena.Join("ben2"), arena.Join("eve"));
        (await ana.TypeAsync("challenge duel", ("person", ben.Mention), ("questions", "1"))).Text.ShouldContain("The challenge stands");
        var challenge = await arena.PostingAsync("to a duel");
        (await eve.PressAsync(challenge, "Decline")).Text.ShouldContain("This is a duel between two others.");
        (await ben.PressAsync(challenge, "Decline")).Text.ShouldContain("You have declined");
        await arena.WaitAsync(() => challenge.Text.Contains("The challenge was declined.", StringComparison.Ordinal), "the end of the challenge");
        stage.Rounds.Newest(arena)!.Phase.ShouldBe(RoundPhase.Cancelled);

        var before = arena.Public().Count;
        await ana.TypeAsync("challenge duel", ("person", ben.Mention), ("questions", "2"));
        challenge = await arena.PostingAsync("to a duel", before);
        (await eve.PressAsync(challenge, "Accept")).Text.ShouldContain("This is a duel between two others.");
        (await ben.PressAsync(challenge, "Accept")).Text.ShouldContain("You are in the duel.");
        for (var number = 1; number <= 2; number++)
        {
            var question = await stage.QuestionAsync(arena, number);
            await Task.WhenAll(question.RightAsync(ana), question.WrongAsync(ben));
        }

        var (round, podium) = await stage.EndAsync(arena);
        podium.Text.ShouldContain("The duel is over");
        podium.Text.ShouldContain("wins the duel");
        stage.ShouldShowTheTable(round, podium).Select(line => (line.Rank, line.Player.Person, line.Right)).ShouldBe([(1, ana.Id, 2), (2, ben.Id, 0)]);
    }

    private static async Task HostVanishesAsync(RoundStage stage, RoundPlace garden)
    {
        var people = garden.Join(2);
        var lobby = await garden.LobbyAsync(("questions", "3"), ("pace", "host"), ("scoring", "accuracy-only"), ("domains", "1"));
        await lobby.JoinAsync(people);
        await garden.Host.TypeAsync("challenge begin");
        for (var number = 1; number <= 3; number++)
        {
            // Nobody calls the second and the third one.
            var question = await stage.QuestionAsync(garden, number);
            await Task.WhenAll(people.Select(question.RightAsync));
        }

        var (round, podium) = await stage.EndAsync(garden);
        garden.Public().Count(message => message.Text.Contains("The host has been away for a while", StringComparison.Ordinal)).ShouldBe(1);
        round.EndedBecause.ShouldBeEmpty();
        stage.ShouldShowTheTable(round, podium).Select(line => (line.Rank, line.Points)).ShouldBe([(1, 3000), (1, 3000)]);
        podium.Text.ShouldContain("share the first place with 3000 points");
        stage.Rounds.Questions(round.Id).ShouldAllBe(question => question.Post.State == PostState.Settled);
    }
}

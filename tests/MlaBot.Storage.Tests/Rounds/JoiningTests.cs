using MlaBot.Core.Rounds;
using MlaBot.Testing;
using MlaBot.Testing.Rounds;
using NodaTime;

namespace MlaBot.Storage.Tests.Rounds;

public sealed class JoiningTests
{
    [Fact]
    public async Task A_late_comer_is_counted_from_the_question_that_can_still_be_answered()
    {
        await using var stage = await TestRound.StartAsync();
        var round = await stage.OpenAsync(new RoundOptions { Questions = 3 }, "ada");
        await AnswerAsync(stage, 1, "ada");
        await stage.RunUntilAsync(RoundPhase.Explaining);
        (await stage.JoinAsync(round.Id, "late")).ShouldBeOk().FromQuestion.ShouldBe(2);
        await AnswerAsync(stage, 2, "ada", "later", "late");
        await stage.RunUntilAsync(RoundPhase.Explaining);
        await AnswerAsync(stage, 3, "ada", "late", "later");

        await stage.RunUntilAsync(RoundPhase.Explaining);
        (await stage.JoinAsync(round.Id, "too late")).ShouldBeRefused("round-late");
        await stage.RunToEndAsync();

        var table = await stage.CheckAsync(round.Id);
        table.Lines.OrderBy(line => line.Player.Name, StringComparer.Ordinal).Select(line => (line.Player.Name, line.Played, line.Right))
            .ShouldBe([("ada", 3, 3), ("late", 2, 2), ("later", 2, 2)]);
    }

    [Fact]
    public async Task Who_leaves_and_comes_back_keeps_points_place_and_questions()
    {
        await using var stage = await TestRound.StartAsync();
        var round = await stage.OpenAsync(new RoundOptions { Questions = 3 }, "ada", "bob");
        await AnswerAsync(stage, 1, "ada", "bob");
        await stage.RunUntilAsync(RoundPhase.Explaining);
        (await stage.Engine.Desk.LeaveAsync(round.Id, stage.Person("bob"), CancellationToken.None)).ShouldBeOk().State.ShouldBe(PlayerState.Left);
        (await stage.Engine.Desk.LeaveAsync(round.Id, stage.Person("bob"), CancellationToken.None)).ShouldBeRefused("round-not-in");

        // Nobody waits for who has left.
        await AnswerAsync(stage, 2, "ada");
        await stage.RunUntilAsync(RoundPhase.Explaining, 2);
        stage.Platform.Calls.Count.ShouldBeGreaterThan(0);
        await AnswerAsync(stage, 3, "bob", "ada");
        await stage.RunToEndAsync();

        var table = await stage.CheckAsync(round.Id);
        table.Lines.Select(line => (line.Player.Name, line.Right, line.Played)).ShouldBe([("ada", 3, 3), ("bob", 2, 3)]);
    }

    [Fact]
    public async Task Who_leaves_before_any_question_stands_in_no_table_and_counts_from_where_they_come_back()
    {
        await using var stage = await TestRound.StartAsync();
        var round = await stage.OpenAsync(new RoundOptions { Questions = 3 }, "ada", "bob", "cy", "dan");
        await LeaveAsync(stage, "bob", "cy", "dan");
        (await stage.JoinAsync(round.Id, "dan")).ShouldBeOk().FromQuestion.ShouldBe(1);
        await AnswerAsync(stage, 1, "ada", "dan");
        await stage.RunUntilAsync(RoundPhase.Explaining);
        (await stage.JoinAsync(round.Id, "eve")).ShouldBeOk().FromQuestion.ShouldBe(2);
        await LeaveAsync(stage, "eve");
        await AnswerAsync(stage, 2, "ada", "dan");
        await AnswerAsync(stage, 3, "ada", "dan", "cy");
        await stage.RunUntilAsync(RoundPhase.Explaining, 3);
        (await stage.JoinAsync(round.Id, "bob")).ShouldBeRefused("round-late");
        await stage.RunToEndAsync();

        (await stage.CheckAsync(round.Id)).Lines.OrderBy(line => line.Player.Name, StringComparer.Ordinal).Select(line => (line.Player.Name, line.Right, line.Played))
            .ShouldBe([("ada", 3, 3), ("cy", 1, 1), ("dan", 3, 3)]);
    }

    [Fact]
    public async Task Nobody_leaves_or_comes_back_once_the_table_may_stand_in_the_channel()
    {
        await using var stage = await TestRound.StartAsync();
        var round = await stage.OpenAsync(new RoundOptions { Questions = 2 }, "ada", "bob");
        await stage.RunUntilAsync(RoundPhase.Answering);
        await LeaveAsync(stage, "bob");
        stage.Platform.Fail(RoundStep.Finish, RecordingRoundPublisher.Busy, times: 1, afterwards: true);
        (await stage.LeadAsync(HostAct.Stop)).ShouldBeOk();
        await stage.TickAsync();

        (await stage.Engine.Desk.LeaveAsync(round.Id, stage.Person("ada"), CancellationToken.None)).ShouldBeRefused("round-over");
        (await stage.JoinAsync(round.Id, "bob")).ShouldBeRefused("round-late");

        await stage.RunToEndAsync();
        (await stage.CheckAsync(round.Id)).Lines.ShouldHaveSingleItem().Player.Name.ShouldBe("ada");
    }

    [Fact]
    public async Task Who_left_the_lobby_of_a_team_round_comes_back_into_the_smallest_team()
    {
        await using var stage = await TestRound.StartAsync();
        var round = await stage.OpenAsync(new RoundOptions { Questions = 2, Teams = 2 }, "a", "b", "c", "d", "e", "f", "g", "back");
        await LeaveAsync(stage, "back");
        await stage.LeadAsync(HostAct.Begin);
        var small = stage.Engine.Desk.Players(round.Id).Where(player => player.Team > 0).GroupBy(player => player.Team).MinBy(team => team.Count())!.Key;

        await AnswerAsync(stage, 1, "a", "b", "c", "d", "e", "f", "g", "back");
        await stage.RunToEndAsync();

        var table = await stage.CheckAsync(round.Id);
        table.Teams.Select(team => team.Members.Count).ShouldBe([4, 4]);
        table.Lines.Single(line => line.Player.Name == "back").Player.Team.ShouldBe(small);
    }

    [Fact]
    public async Task A_duel_that_is_accepted_is_for_two_and_one_that_is_not_is_called_off()
    {
        await using var stage = await TestRound.StartAsync();
        var declined = (await stage.TryOpenAsync(new RoundOptions { Questions = 1 }, opponent: "bob")).ShouldBeOk();
        (await stage.JoinAsync(declined.Id, "eve")).ShouldBeRefused("round-duel");
        await stage.RunToEndAsync();
        (await stage.Engine.Store.FindAsync(declined.Id, CancellationToken.None)).ShouldNotBeNull().Phase.ShouldBe(RoundPhase.Cancelled);
        (await stage.Engine.Store.PlayersAsync(declined.Id, CancellationToken.None)).ShouldHaveSingleItem().Name.ShouldBe("host");

        var duel = (await stage.TryOpenAsync(new RoundOptions { Questions = 1 }, opponent: "bob")).ShouldBeOk();
        (await stage.JoinAsync(duel.Id, "bob")).ShouldBeOk();
        await AnswerAsync(stage, 1, "bob", "host");
        await stage.RunToEndAsync();
        (await stage.CheckAsync(duel.Id)).Lines.Select(line => line.Rank).ShouldBe([1, 1]);
        (await stage.TryOpenAsync(new RoundOptions(), opponent: "host")).ShouldBeRefused("duel-self");
    }

    [Fact]
    public async Task A_duel_whose_acceptance_a_crash_cut_short_begins_when_it_is_accepted_again()
    {
        await using var stage = await TestRound.StartAsync();
        var duel = (await stage.TryOpenAsync(new RoundOptions { Questions = 1, Lobby = Duration.FromMinutes(10) }, opponent: "bob")).ShouldBeOk();
        stage.Process.EndAt(1);
        await Should.ThrowAsync<OperationCanceledException>(() => stage.JoinAsync(duel.Id, "bob"));
        await stage.RestartAsync();
        stage.Engine.Desk.Players(duel.Id).Select(player => player.Name).ShouldBe(["host", "bob"], ignoreOrder: true);
        await stage.TickAsync();
        stage.Round.Phase.ShouldBe(RoundPhase.Lobby);

        (await stage.JoinAsync(duel.Id, "bob")).ShouldBeOk();

        await stage.TickAsync();
        stage.Round.Phase.ShouldBe(RoundPhase.Ready);
        await stage.RunToEndAsync();
        await stage.CheckAsync(duel.Id);
    }

    [Fact]
    public async Task Nobody_joined_and_the_round_is_called_off()
    {
        await using var stage = await TestRound.StartAsync();
        var round = await stage.OpenAsync(new RoundOptions());

        await stage.RunToEndAsync();

        (await stage.Engine.Store.FindAsync(round.Id, CancellationToken.None)).ShouldNotBeNull()
            .ShouldSatisfyAllConditions(ended => ended.Phase.ShouldBe(RoundPhase.Cancelled), ended => ended.EndedBecause.ShouldBe("Nobody joined."));
        await stage.CheckAsync(round.Id);
    }

    [Fact]
    public async Task Of_two_starts_in_one_moment_one_is_refused_and_another_channel_plays_at_the_same_time()
    {
        await using var stage = await TestRound.StartAsync();
        var other = stage.Channel with { Key = stage.Channel.Key with { Id = "other" } };
        await stage.Engine.Channels.SaveAsync(other, CancellationToken.None);
        var options = new RoundOptions { Questions = 2 };

        var starts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => stage.TryOpenAsync(options))));
        starts.Count(start => start is MlaBot.Core.Outcome<Round>.Ok).ShouldBe(1);
        foreach (var refused in starts.Where(start => start is not MlaBot.Core.Outcome<Round>.Ok))
        {
            refused.ShouldBeRefused("round-running");
        }

        var second = (await stage.TryOpenAsync(options, channel: other.Key)).ShouldBeOk();
        var first = stage.Round;
        await stage.JoinAsync(first.Id, "ada");
        await stage.JoinAsync(second.Id, "ada");
        while (stage.Engine.Runner.HasRounds)
        {
            foreach (var channel in new[] { stage.Channel.Key, other.Key })
            {
                if (stage.Engine.Desk.Running(channel) is { Phase: RoundPhase.Answering, Post: { } post })
                {
                    await stage.AnswerAsync(post, "ada", isRight: channel == other.Key);
                }
            }

            await stage.RunForAsync(Duration.FromSeconds(1));
        }

        (await stage.CheckAsync(first.Id)).Lines.ShouldHaveSingleItem().Right.ShouldBe(0);
        (await stage.CheckAsync(second.Id)).Lines.ShouldHaveSingleItem().Right.ShouldBe(2);
    }

    [Fact]
    public async Task Teams_are_off_below_six_people_and_late_comers_go_to_the_smaller_team()
    {
        await using var stage = await TestRound.StartAsync();
        var five = await stage.OpenAsync(new RoundOptions { Questions = 1, Teams = 2 }, "a", "b", "c", "d", "e");
        await stage.LeadAsync(HostAct.Begin);
        stage.Engine.Desk.Players(five.Id).ShouldAllBe(player => player.Team == 0);
        await stage.LeadAsync(HostAct.Stop);
        await stage.RunToEndAsync();
        (await stage.CheckAsync(five.Id)).Teams.ShouldBeEmpty();

        var seven = await stage.OpenAsync(new RoundOptions { Questions = 1, Teams = 2 }, "a", "b", "c", "d", "e", "f", "g");
        await stage.LeadAsync(HostAct.Begin);
        await AnswerAsync(stage, 1, "a", "b", "late");
        await stage.RunToEndAsync();
        (await stage.CheckAsync(seven.Id)).Teams.Select(team => team.Members.Count).ShouldBe([4, 4]);
    }

    [Fact]
    public async Task Of_two_votes_the_second_counts_and_there_is_none_when_all_were_right()
    {
        await using var stage = await TestRound.StartAsync();
        var round = await stage.OpenAsync(new RoundOptions { Questions = 2, VotesTwice = true }, "ada", "bob");
        await stage.RunUntilAsync(RoundPhase.Answering);
        var vote = stage.Round.Post!.Value;
        await stage.AnswerAsync("ada", isRight: false);
        await stage.AnswerAsync("bob");
        await stage.RunUntilAsync(RoundPhase.Discussing);
        (await stage.AnswerAsync(vote, "eve")).ShouldBeRefused("round-discussing");
        await stage.RunUntilAsync(round => round is { Phase: RoundPhase.Answering, Vote: 2 });
        (await stage.AnswerAsync(vote, "eve")).ShouldBeRefused("round-away");
        await stage.AnswerAsync("ada");
        await stage.AnswerAsync("bob", isRight: false);
        await stage.RunUntilAsync(RoundPhase.Answering, 2);
        await stage.AnswerAsync("ada");
        await stage.AnswerAsync("bob");

        await stage.RunToEndAsync();

        (await stage.CheckAsync(round.Id)).Lines.Select(line => (line.Player.Name, line.Right, line.Played)).ShouldBe([("ada", 2, 2), ("bob", 1, 2)]);
        var asked = await stage.Engine.Store.QuestionsAsync(round, CancellationToken.None);
        asked.Select(each => (each.Question.Number, each.Question.Vote)).ShouldBe([(1, 1), (1, 2), (2, 1)]);
        asked[0].Question.Post.Presentation.ToString().ShouldBe(asked[1].Question.Post.Presentation.ToString());
        var report = (await stage.Engine.Reports.ReportAsync(round.Id, stage.Person("ada"), CancellationToken.None)).ShouldNotBeNull();
        report.Questions[0].ShouldSatisfyAllConditions(
            first => first.FirstVote.ShouldNotBeNull().IsLastCorrect.ShouldBeFalse(), first => first.Answer.ShouldNotBeNull().IsLastCorrect.ShouldBeTrue());
        (await stage.Engine.Store.UsesAsync(stage.Channel.Key, CancellationToken.None)).Values.ShouldAllBe(uses => uses == 1);
        (await stage.Engine.Store.RecordsAsync(stage.Channel.Key, Instant.MinValue, CancellationToken.None))[stage.Person("ada")].ShouldBe(new RecentRecord(1, 2));
    }

    private static async Task LeaveAsync(TestRound stage, params string[] people)
    {
        foreach (var person in people)
        {
            (await stage.Engine.Desk.LeaveAsync(stage.Round.Id, stage.Person(person), CancellationToken.None)).ShouldBeOk().State.ShouldBe(PlayerState.Left);
        }
    }

    private static async Task AnswerAsync(TestRound stage, int number, params string[] people)
    {
        await stage.RunUntilAsync(RoundPhase.Answering, number);
        foreach (var person in people)
        {
            (await stage.AnswerAsync(person)).ShouldBeOk();
        }
    }
}

using MlaBot.Core.Daily;
using MlaBot.Core.Rounds;
using MlaBot.Testing;
using MlaBot.Testing.Rounds;
using NodaTime;

namespace MlaBot.Storage.Tests.Rounds;

public sealed class HostTests
{
    [Fact]
    public async Task A_host_who_vanishes_holds_a_round_up_for_a_while_and_no_longer()
    {
        await using var stage = await TestRound.StartAsync();
        var round = await stage.OpenAsync(new RoundOptions { Questions = 3, IsHostPaced = true }, "ada");
        await PlayAsync(stage, 1);
        var since = stage.Now;

        await stage.RunUntilAsync(RoundPhase.Answering, 2);

        (stage.Now - since).ShouldBeGreaterThan(stage.Rules.HostPatience);
        stage.Platform.Said.ShouldHaveSingleItem().ShouldContain("away");
        await stage.AnswerAsync("ada");
        since = stage.Now;
        await stage.RunUntilAsync(RoundPhase.Answering, 3);
        (stage.Now - since).ShouldBeLessThan(stage.Rules.HostPatience);
        await stage.RunToEndAsync();
        await stage.CheckAsync(round.Id);
    }

    [Fact]
    public async Task A_host_who_comes_back_is_waited_for_again_and_what_the_host_chose_stays()
    {
        await using var stage = await TestRound.StartAsync(New.Content(perTask: 1));
        var options = new RoundOptions { Questions = 20, IsHostPaced = true };
        var round = await stage.OpenAsync(options, "ada");
        await PlayAsync(stage, 1);
        await PlayAsync(stage, 2);
        (await stage.LeadAsync(HostAct.Extend)).ShouldBeOk();
        await stage.RestartAsync();
        // The reveal had said that the next question comes by itself.
        var since = stage.Now;
        await stage.RunUntilAsync(RoundPhase.Answering, 3);
        (stage.Now - since).ShouldBeLessThan(Duration.FromMinutes(2));
        stage.Platform.Said.Count(said => said.Contains("away", StringComparison.Ordinal)).ShouldBe(1);

        await PlayAsync(stage, 3);
        await stage.RunForAsync(Duration.FromMinutes(4));
        stage.Round.ShouldSatisfyAllConditions(now => now.Phase.ShouldBe(RoundPhase.Explaining), now => now.IsHostAway.ShouldBeFalse());
        (await stage.LeadAsync(HostAct.Stop)).ShouldBeOk();
        await stage.RunToEndAsync();

        await stage.CheckAsync(round.Id);
        var ended = (await stage.Engine.Store.FindAsync(round.Id, CancellationToken.None)).ShouldNotBeNull();
        ended.Items.Count.ShouldBeLessThan(20);
        (ended.Options with { Domains = options.Domains }).ShouldBe(options);
    }

    [Fact]
    public async Task The_host_asks_for_each_question_and_a_restart_does_not_take_that_for_absence()
    {
        await using var stage = await TestRound.StartAsync();
        var round = await stage.OpenAsync(new RoundOptions { Questions = 3, IsHostPaced = true }, "ada");
        (await stage.LeadAsync(HostAct.Begin)).ShouldBeOk().Phase.ShouldBe(RoundPhase.Ready);
        await PlayAsync(stage, 1);

        (await stage.LeadAsync(HostAct.Next)).ShouldBeOk();
        await stage.RestartAsync();
        await stage.RunUntilAsync(RoundPhase.Answering, 2);

        stage.Platform.Said.ShouldNotContain(said => said.Contains("away", StringComparison.Ordinal));
        stage.Round.Options.IsHostPaced.ShouldBeTrue();
        (await stage.LeadAsync(HostAct.Stop)).ShouldBeOk();
        await stage.RunToEndAsync();
        await stage.CheckAsync(round.Id);
    }

    [Fact]
    public async Task The_bots_own_absence_is_not_taken_for_the_hosts()
    {
        await using var stage = await TestRound.StartAsync();
        var round = await stage.OpenAsync(new RoundOptions { Questions = 2, IsHostPaced = true }, "ada");
        await PlayAsync(stage, 1);
        await stage.RunForAsync(Duration.FromMinutes(1));

        await stage.RestartAsync(Duration.FromMinutes(6));
        await stage.RunForAsync(Duration.FromMinutes(4));

        stage.Round.Phase.ShouldBe(RoundPhase.Explaining);
        stage.Platform.Said.ShouldHaveSingleItem().ShouldContain("back after a restart");
        (await stage.LeadAsync(HostAct.Next)).ShouldBeOk();
        await PlayAsync(stage, 2);
        await stage.RestartAsync();
        var since = stage.Now;
        await stage.RunToEndAsync();
        (stage.Now - since).ShouldBeLessThan(Duration.FromMinutes(1), "after the last question nobody waits for the host");
        await stage.CheckAsync(round.Id);
    }

    [Fact]
    public async Task A_pause_that_ran_out_while_the_bot_was_away_is_still_a_pause_and_says_so()
    {
        await using var stage = await TestRound.StartAsync();
        var round = await stage.OpenAsync(new RoundOptions { Questions = 2 }, "ada");
        await PlayAsync(stage, 1);
        (await stage.LeadAsync(HostAct.Pause)).ShouldBeOk();
        await stage.RunForAsync(Duration.FromMinutes(28));

        await stage.RestartAsync(Duration.FromMinutes(4));
        await stage.RunForAsync(Duration.FromMinutes(4));

        stage.Round.Phase.ShouldBe(RoundPhase.Paused);
        stage.Platform.Said.Last().ShouldBe("I am back after a restart. The round is still paused; it goes on when the host says so.");
        (await stage.LeadAsync(HostAct.Next)).ShouldBeOk();
        await PlayAsync(stage, 2);
        await stage.RunToEndAsync();
        (await stage.CheckAsync(round.Id)).Lines[0].Right.ShouldBe(2);
    }

    [Fact]
    public async Task Asking_for_the_second_vote_early_is_not_asking_for_the_question_after_it()
    {
        await using var stage = await TestRound.StartAsync();
        var round = await stage.OpenAsync(new RoundOptions { Questions = 2, IsHostPaced = true, VotesTwice = true }, "ada");
        await stage.RunUntilAsync(RoundPhase.Answering);
        await stage.AnswerAsync("ada", isRight: false);
        await stage.RunUntilAsync(RoundPhase.Discussing);

        (await stage.LeadAsync(HostAct.Next)).ShouldBeOk();
        await stage.RunUntilAsync(round => round is { Phase: RoundPhase.Answering, Vote: 2 });
        await stage.RunUntilAsync(RoundPhase.Answering, 2);

        stage.Platform.Said.ShouldHaveSingleItem().ShouldContain("away");
        await stage.RunToEndAsync();
        await stage.CheckAsync(round.Id);
    }

    [Fact]
    public async Task A_pause_holds_from_the_end_of_the_question_and_a_forgotten_one_ends_the_round_with_what_was_scored()
    {
        await using var stage = await TestRound.StartAsync();
        var round = await stage.OpenAsync(new RoundOptions { Questions = 3 }, "ada");
        await stage.RunUntilAsync(RoundPhase.Answering);
        (await stage.LeadAsync(HostAct.Pause)).ShouldBeOk();
        await stage.AnswerAsync("ada");

        await stage.RunUntilAsync(RoundPhase.Paused);
        await stage.RunForAsync(Duration.FromMinutes(10));
        (await stage.LeadAsync(HostAct.Next)).ShouldBeOk();
        await stage.RunUntilAsync(RoundPhase.Answering, 2);
        await stage.AnswerAsync("ada");
        await stage.RunUntilAsync(RoundPhase.Explaining);
        (await stage.LeadAsync(HostAct.Pause)).ShouldBeOk().Phase.ShouldBe(RoundPhase.Paused);
        await stage.RunToEndAsync();

        (await stage.CheckAsync(round.Id)).Lines[0].Right.ShouldBe(2);
        (await stage.Engine.Store.FindAsync(round.Id, CancellationToken.None)).ShouldNotBeNull().EndedBecause.ShouldContain("paused");
    }

    [Fact]
    public async Task A_pause_asked_for_in_the_first_vote_comes_after_the_second_also_when_that_is_asked_for_early()
    {
        await using var stage = await TestRound.StartAsync();
        var round = await DiscussAsync(stage);

        (await stage.LeadAsync(HostAct.Next)).ShouldBeOk().IsPauseWanted.ShouldBeTrue();
        await stage.RunUntilAsync(round => round is { Phase: RoundPhase.Answering, Vote: 2 });
        await stage.AnswerAsync("ada");

        await stage.RunUntilAsync(RoundPhase.Paused, 1);
        (await stage.LeadAsync(HostAct.Resume)).ShouldBeOk();
        await stage.RunUntilAsync(RoundPhase.Answering, 2);
        await stage.RunToEndAsync();
        await stage.CheckAsync(round.Id);
    }

    [Fact]
    public async Task A_pause_that_has_not_come_yet_is_taken_back_and_nothing_else_changes()
    {
        await using var stage = await TestRound.StartAsync();
        (await stage.TryOpenAsync(new RoundOptions())).ShouldBeOk();
        (await stage.LeadAsync(HostAct.Resume)).ShouldBeRefused("round-not-paused");
        (await stage.LeadAsync(HostAct.Stop)).ShouldBeOk();
        var round = await DiscussAsync(stage);
        var before = stage.Round;

        (await stage.LeadAsync(HostAct.Resume)).ShouldBeOk().ShouldBe(before with { IsPauseWanted = false });
        (await stage.LeadAsync(HostAct.Resume)).ShouldBeRefused("round-not-paused");

        await stage.RunUntilAsync(round => round is { Phase: RoundPhase.Answering, Vote: 2 });
        (stage.Now >= before.DueAt).ShouldBeTrue("people talked for as long as they were told");
        await stage.AnswerAsync("ada");
        await stage.RunUntilAsync(RoundPhase.Answering, 2);
        (await stage.LeadAsync(HostAct.Pause)).ShouldBeOk();
        (await stage.LeadAsync(HostAct.Resume)).ShouldBeOk().Phase.ShouldBe(RoundPhase.Answering);
        await stage.RunToEndAsync();
        (await stage.CheckAsync(round.Id)).Lines.ShouldHaveSingleItem().Played.ShouldBe(2);
        stage.Platform.Said.ShouldBeEmpty();
    }

    [Fact]
    public async Task More_time_is_given_to_those_who_need_it_and_changes_nothing_for_the_quick()
    {
        await using var stage = await TestRound.StartAsync();
        var round = await stage.OpenAsync(new RoundOptions { Questions = 1 }, "ada", "bob");
        await stage.RunUntilAsync(RoundPhase.Answering);
        var due = stage.Round.DueAt!.Value;
        await stage.RunForAsync(Duration.FromSeconds(1));
        await stage.AnswerAsync("ada");

        (await stage.LeadAsync(HostAct.Extend)).ShouldBeOk().DueAt.ShouldBe(due + stage.Rules.Extension);
        await stage.RunForAsync(due - stage.Now + Duration.FromSeconds(10));
        (await stage.AnswerAsync("bob")).ShouldBeOk().Fate.ShouldBe(AnswerFate.Recorded);
        await stage.RunToEndAsync();

        (await stage.CheckAsync(round.Id)).Lines.Select(line => line.Points).ShouldBe([1200, 1000]);
    }

    [Fact]
    public async Task More_time_is_shown_in_the_lobby_at_once_and_said_in_a_discussion_and_after_a_reveal()
    {
        await using var stage = await TestRound.StartAsync();
        var round = await stage.OpenAsync(new RoundOptions { Questions = 1, VotesTwice = true }, "ada");
        (await stage.LeadAsync(HostAct.Extend)).ShouldBeOk();
        stage.Platform.Calls.Last().Step.ShouldBe(RoundStep.ShowLobby);
        await stage.RunUntilAsync(RoundPhase.Answering);
        await stage.AnswerAsync("ada", isRight: false);
        await stage.RunUntilAsync(RoundPhase.Discussing);

        (await stage.LeadAsync(HostAct.Extend)).ShouldBeOk();

        stage.Platform.Said.ShouldHaveSingleItem().ShouldBe("There is more time to talk: the second vote comes in 120 s.");
        await stage.RunUntilAsync(RoundPhase.Explaining);
        (await stage.LeadAsync(HostAct.Extend)).ShouldBeOk();
        stage.Platform.Said.Last().ShouldStartWith("There is more time to read: the table comes in ");
        await stage.RunToEndAsync();
        await stage.CheckAsync(round.Id);
    }

    [Fact]
    public async Task A_question_that_the_host_leaves_out_counts_for_nobody()
    {
        await using var stage = await TestRound.StartAsync();
        var round = await stage.OpenAsync(new RoundOptions { Questions = 3 }, "ada", "bob");
        await stage.RunUntilAsync(RoundPhase.Answering);
        var post = stage.Round.Post!.Value;
        await stage.AnswerAsync("ada");

        (await stage.LeadAsync(HostAct.Skip)).ShouldBeOk();

        (await stage.Engine.Posts.FindPostAsync(post, CancellationToken.None)).ShouldNotBeNull().State.ShouldBe(PostState.Withdrawn);
        (await stage.AnswerAsync(post, "bob")).ShouldBeRefused("round-closed");
        stage.Platform.Find($"question {post}").ShouldNotBeNull().HasControls.ShouldBeFalse();
        await stage.RunUntilAsync(RoundPhase.Ready, 2);
        (await stage.LeadAsync(HostAct.Skip)).ShouldBeOk();
        await PlayAsync(stage, 3);
        await stage.RunToEndAsync();
        (await stage.CheckAsync(round.Id)).Lines.ShouldAllBe(line => line.Played == 1);
    }

    [Fact]
    public async Task Who_is_taken_out_stands_in_no_table_and_cannot_come_back_by_a_press()
    {
        await using var stage = await TestRound.StartAsync();
        var round = await stage.OpenAsync(new RoundOptions { Questions = 2 }, "ada", "eve");
        await stage.RunUntilAsync(RoundPhase.Answering);
        await stage.AnswerAsync("eve");
        await stage.AnswerAsync("ada", isRight: false);
        await stage.RunUntilAsync(RoundPhase.Explaining);

        (await stage.LeadAsync(HostAct.Remove, "eve")).ShouldBeOk();

        await stage.RunUntilAsync(RoundPhase.Answering, 2);
        (await stage.AnswerAsync("eve")).ShouldBeRefused("round-removed");
        (await stage.JoinAsync(round.Id, "eve")).ShouldBeRefused("round-removed");
        await stage.AnswerAsync("ada");
        await stage.RunUntilAsync(RoundPhase.Explaining, 2);
        await stage.RunToEndAsync();
        (await stage.CheckAsync(round.Id)).Lines.ShouldHaveSingleItem().Player.Name.ShouldBe("ada");
        (await stage.Engine.Reports.ReportAsync(round.Id, stage.Person("eve"), CancellationToken.None)).ShouldNotBeNull().Line.ShouldBeNull();
    }

    [Fact]
    public async Task Taking_somebody_out_while_that_person_presses_holds_in_memory_and_in_the_store()
    {
        await using var stage = await TestRound.StartAsync();
        var round = await stage.OpenAsync(new RoundOptions { Questions = 1 }, "ada");
        for (var number = 0; number < 40; number++)
        {
            var person = $"p{number}";
            await stage.JoinAsync(round.Id, person);
            (await stage.Engine.Desk.LeaveAsync(round.Id, stage.Person(person), CancellationToken.None)).ShouldBeOk();

            await Task.WhenAll(
                Task.Run(() => stage.JoinAsync(round.Id, person)), Task.Run(() => stage.LeadAsync(HostAct.Remove, person)), Task.Run(() => stage.JoinAsync(round.Id, person)));

            stage.Engine.Desk.Players(round.Id).Single(player => player.Name == person).State.ShouldBe(PlayerState.Removed);
        }

        var kept = await stage.Engine.Store.PlayersAsync(round.Id, CancellationToken.None);
        kept.Count.ShouldBe(41);
        kept.Skip(1).ShouldAllBe(player => player.State == PlayerState.Removed);
    }

    [Fact]
    public async Task An_act_that_waited_while_the_round_ended_changes_nothing_and_leaves_the_channel_free()
    {
        await using var stage = await TestRound.StartAsync();
        var round = await stage.OpenAsync(new RoundOptions { Questions = 1 }, "ada");
        await PlayAsync(stage, 1);
        await stage.RunUntilAsync(RoundPhase.Finishing);
        var finishing = stage.Platform.Hold(RoundStep.Finish);
        stage.Engine.Runner.Tick(CancellationToken.None);
        await finishing.Begun;

        var acts = Enum.GetValues<HostAct>().Select(act => stage.LeadAsync(act, "ada")).ToArray();
        finishing.Release();
        await stage.Engine.Runner.IdleAsync();

        foreach (var act in acts)
        {
            (await act).ShouldBeRefused("round-none");
        }

        await stage.CheckAsync(round.Id);
        (await stage.TryOpenAsync(new RoundOptions())).ShouldBeOk();
    }

    [Fact]
    public async Task Nobody_is_taken_out_of_a_table_that_may_stand_in_the_channel()
    {
        await using var stage = await TestRound.StartAsync();
        var round = await stage.OpenAsync(new RoundOptions { Questions = 1 }, "ada", "bob");
        stage.Platform.Fail(RoundStep.Finish, RecordingRoundPublisher.Busy, times: 1, afterwards: true);
        await stage.RunUntilAsync(RoundPhase.Finishing);
        await stage.TickAsync();

        (await stage.LeadAsync(HostAct.Remove, "bob")).ShouldBeRefused("round-act");

        await stage.RunToEndAsync();
        (await stage.CheckAsync(round.Id)).Lines.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Only_the_host_leads()
    {
        await using var stage = await TestRound.StartAsync();
        await stage.OpenAsync(new RoundOptions(), "ada");

        (await stage.LeadAsync(HostAct.Stop, who: "ada")).ShouldBeRefused("round-host-only");
        (await stage.LeadAsync(HostAct.Stop)).ShouldBeOk().Phase.ShouldBe(RoundPhase.Cancelled);
        (await stage.LeadAsync(HostAct.Stop)).ShouldBeRefused("round-none");
    }

    /// <summary>A round of two questions on which people talk after the first vote; the host asked for a pause while that ran.</summary>
    private static async Task<Round> DiscussAsync(TestRound stage)
    {
        var round = await stage.OpenAsync(new RoundOptions { Questions = 2, VotesTwice = true }, "ada");
        await stage.RunUntilAsync(RoundPhase.Answering);
        (await stage.LeadAsync(HostAct.Pause)).ShouldBeOk();
        await stage.AnswerAsync("ada", isRight: false);
        await stage.RunUntilAsync(RoundPhase.Discussing);
        return round;
    }

    private static async Task PlayAsync(TestRound stage, int number)
    {
        await stage.RunUntilAsync(RoundPhase.Answering, number);
        foreach (var player in stage.Engine.Desk.Players(stage.Round.Id).Where(player => player.State == PlayerState.In))
        {
            (await stage.AnswerAsync(player.Name)).ShouldBeOk();
        }

        await stage.RunUntilAsync(round => round.Phase is RoundPhase.Explaining or RoundPhase.Paused);
    }
}

using MlaBot.Core;
using MlaBot.Core.Daily;
using MlaBot.Core.Rounds;
using MlaBot.Testing;
using MlaBot.Testing.Rounds;
using NodaTime;

namespace MlaBot.Storage.Tests.Rounds;

public sealed class RoundFaultTests
{
    public static TheoryData<RoundStep, bool> Steps { get; } = [.. from step in Enum.GetValues<RoundStep>() from afterwards in (bool[])[false, true] select (step, afterwards)];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_step_that_fails_for_a_moment_is_tried_again_and_nothing_stands_twice(RoundStep step, bool afterwards)
    {
        await using var stage = await TestRound.StartAsync();
        stage.Platform.Fail(step, RecordingRoundPublisher.Busy, times: 3, afterwards: afterwards);
        var round = await stage.OpenAsync(new RoundOptions { Questions = 2, VotesTwice = true }, "ada", "bob");

        await PlayOnAsync(stage);

        (await stage.CheckAsync(round.Id)).Lines.Select(line => (line.Right, line.Played)).ShouldBe([(2, 2), (0, 2)]);
        stage.Platform.Find($"table {round.Id}").ShouldNotBeNull();
        stage.Platform.Find($"lobby {round.Id}").ShouldNotBeNull();
        stage.Log.Lines.ShouldNotContain(line => line.StartsWith("failed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_platform_that_stays_away_ends_a_round_in_the_store_with_what_was_scored()
    {
        await using var stage = await TestRound.StartAsync();
        var round = await stage.OpenAsync(new RoundOptions { Questions = 3 }, "ada");
        await stage.RunUntilAsync(RoundPhase.Answering);
        await stage.AnswerAsync("ada");
        await stage.RunUntilAsync(RoundPhase.Explaining);
        stage.Platform.Fail(RoundStep.Publish, RecordingRoundPublisher.Busy);
        var calls = stage.Platform.Calls.Count;

        await stage.RunToEndAsync();

        (await stage.CheckAsync(round.Id)).Lines.ShouldHaveSingleItem().Right.ShouldBe(1);
        // Every two seconds for two minutes.
        (stage.Platform.Calls.Count - calls).ShouldBeInRange(55, 65);
        (await stage.TryOpenAsync(new RoundOptions())).ShouldBeOk();
    }

    [Fact]
    public async Task A_call_that_never_returns_is_given_up_and_made_again()
    {
        await using var stage = await TestRound.StartAsync();
        var round = await stage.OpenAsync(new RoundOptions { Questions = 1 }, "ada");
        await stage.RunUntilAsync(RoundPhase.Ready);
        var held = stage.Platform.Hold(RoundStep.Publish);
        stage.Clock.Advance(TimeSpan.FromSeconds(10));
        stage.Engine.Runner.Tick(CancellationToken.None);
        await held.Begun;

        stage.Clock.Advance(stage.Rules.LongestStep.ToTimeSpan());
        await stage.Engine.Runner.IdleAsync();
        await stage.RunToEndAsync();

        stage.Platform.Calls.Count(call => call.Step == RoundStep.Publish).ShouldBe(2);
        await stage.CheckAsync(round.Id);
    }

    [Fact]
    public async Task Controls_that_opened_although_their_confirmation_never_came_give_nobody_speed_for_a_slow_answer()
    {
        await using var stage = await TestRound.StartAsync();
        var round = await stage.OpenAsync(new RoundOptions { Questions = 1 }, "ada", "bob", "cy");
        await stage.RunUntilAsync(RoundPhase.Reading);
        var held = stage.Platform.Hold(RoundStep.ShowOpen);
        stage.Clock.SetUtcNow(stage.Round.DueAt!.Value.ToDateTimeOffset());
        stage.Engine.Runner.Tick(CancellationToken.None);
        await held.Begun;
        await stage.AnswerAsync(stage.Round.Post!.Value, "ada");
        stage.Clock.Advance(TimeSpan.FromSeconds(20));
        await stage.AnswerAsync(stage.Round.Post!.Value, "bob");

        stage.Clock.Advance(stage.Rules.LongestStep.ToTimeSpan());
        await stage.Engine.Runner.IdleAsync();
        await stage.RunUntilAsync(RoundPhase.Answering);
        await stage.AnswerAsync("cy");
        await stage.RunToEndAsync();

        var lines = (await stage.CheckAsync(round.Id)).Lines;
        lines.Select(line => (line.Player.Name, line.Rank)).ShouldBe([("ada", 1), ("cy", 1), ("bob", 3)]);
        lines[2].Points.ShouldBeInRange(1001, 1199);
    }

    [Fact]
    public async Task A_platform_that_asks_to_wait_is_left_alone_for_so_long()
    {
        await using var stage = await TestRound.StartAsync();
        var round = await stage.OpenAsync(new RoundOptions { Questions = 1 }, "ada");
        await stage.RunUntilAsync(RoundPhase.Ready);
        stage.Platform.Fail(RoundStep.Publish, () => new ExternalFaultException("Slow down.", isTransient: true, TimeSpan.FromSeconds(20)), times: 1);
        var since = stage.Now;

        await stage.RunUntilAsync(RoundPhase.Reading);

        (stage.Now - since).ShouldBeGreaterThanOrEqualTo(Duration.FromSeconds(20));
        stage.Platform.Calls.Count(call => call.Step == RoundStep.Publish).ShouldBe(2);
        await stage.RunToEndAsync();
        await stage.CheckAsync(round.Id);
    }

    [Theory]
    [InlineData(RoundStep.Publish)]
    [InlineData(RoundStep.ShowOpen)]
    [InlineData(RoundStep.Reveal)]
    [InlineData(RoundStep.Finish)]
    public async Task A_channel_that_is_gone_ends_the_round_in_the_store(RoundStep step)
    {
        await using var stage = await TestRound.StartAsync();
        var round = await stage.OpenAsync(new RoundOptions { Questions = 2 }, "ada");
        stage.Platform.Fail(step, () => new ChannelGoneException("The channel was deleted."));

        await PlayOnAsync(stage);

        await stage.CheckAsync(round.Id);
        var ended = (await stage.Engine.Store.FindAsync(round.Id, CancellationToken.None)).ShouldNotBeNull();
        ended.EndedBecause.ShouldBe("The channel was deleted.");
        stage.Platform.Calls.Count(call => call.Step == step).ShouldBe(1);
    }

    [Fact]
    public async Task A_lobby_that_cannot_be_posted_is_refused_and_leaves_the_channel_free()
    {
        await using var stage = await TestRound.StartAsync();
        stage.Platform.Fail(RoundStep.OpenLobby, () => new ChannelGoneException("I may not post there."), times: 1);

        (await stage.TryOpenAsync(new RoundOptions())).ShouldBeRefused("round-not-posted").Sentence.ShouldContain("I may not post there.");

        stage.Engine.Runner.HasRounds.ShouldBeFalse();
        (await stage.TryOpenAsync(new RoundOptions())).ShouldBeOk();
    }

    [Theory]
    [InlineData(RoundPhase.Reading)]
    [InlineData(RoundPhase.Answering)]
    public async Task A_question_whose_message_a_person_deleted_is_left_out(RoundPhase phase)
    {
        await using var stage = await TestRound.StartAsync();
        var round = await stage.OpenAsync(new RoundOptions { Questions = 2 }, "ada", "bob");
        await stage.RunUntilAsync(phase);
        var post = stage.Round.Post!.Value;
        stage.Platform.Find($"question {post}").ShouldNotBeNull().IsDeleted = true;
        if (phase == RoundPhase.Answering)
        {
            await stage.AnswerAsync("ada");
        }

        await stage.RunUntilAsync(RoundPhase.Answering, 2);
        await stage.AnswerAsync("bob");
        await stage.RunToEndAsync();

        (await stage.CheckAsync(round.Id)).Lines.Select(line => (line.Player.Name, line.Right, line.Played)).ShouldBe([("bob", 1, 1), ("ada", 0, 1)]);
        (await stage.Engine.Posts.FindPostAsync(post, CancellationToken.None)).ShouldNotBeNull().State.ShouldBe(PostState.Withdrawn);
    }

    [Fact]
    public async Task A_table_that_cannot_be_shown_because_something_was_deleted_does_not_keep_a_round_for_ever()
    {
        await using var stage = await TestRound.StartAsync();
        var round = await stage.OpenAsync(new RoundOptions { Questions = 1 }, "ada");
        stage.Platform.Fail(RoundStep.Finish, () => new MessageGoneException("The message was deleted."));

        await PlayOnAsync(stage);

        (await stage.CheckAsync(round.Id)).Lines.ShouldHaveSingleItem().Right.ShouldBe(1);
        stage.Platform.Calls.Count(call => call.Step == RoundStep.Reveal).ShouldBe(1);
    }

    [Fact]
    public async Task While_the_platform_is_down_a_round_waits_and_after_a_long_time_it_ends_with_what_was_scored()
    {
        await using var stage = await TestRound.StartAsync();
        var round = await stage.OpenAsync(new RoundOptions { Questions = 3 }, "ada");
        await stage.RunUntilAsync(RoundPhase.Answering);
        await stage.AnswerAsync("ada");
        await stage.RunUntilAsync(RoundPhase.Explaining);
        stage.Platform.IsUp = false;
        var calls = stage.Platform.Calls.Count;

        await stage.RunForAsync(Duration.FromMinutes(20));
        stage.Platform.Calls.Count.ShouldBe(calls);
        stage.Platform.IsUp = true;
        await stage.RunToEndAsync();

        (await stage.CheckAsync(round.Id)).Lines.ShouldHaveSingleItem().Right.ShouldBe(1);
        stage.Platform.Find($"table {round.Id}").ShouldNotBeNull().Round.EndedBecause.ShouldContain("away");
    }

    private static async Task PlayOnAsync(TestRound stage)
    {
        for (var seconds = 0; stage.Engine.Runner.HasRounds; seconds++)
        {
            seconds.ShouldBeLessThan(1800, "The round never ends.");
            if (stage.Engine.Desk.Running(stage.Channel.Key) is { Phase: RoundPhase.Lobby } lobby && stage.Engine.Desk.Players(lobby.Id).Count == 0)
            {
                (await stage.JoinAsync(lobby.Id, "ada")).ShouldBeOk();
            }

            if (stage.Engine.Desk.Running(stage.Channel.Key) is { Phase: RoundPhase.Answering, Post: { } post } round)
            {
                foreach (var player in stage.Engine.Desk.Players(round.Id))
                {
                    (await stage.AnswerAsync(post, player.Name, isRight: player.Name == "ada")).ShouldBeOk();
                }
            }

            await stage.RunForAsync(Duration.FromSeconds(1));
        }
    }
}

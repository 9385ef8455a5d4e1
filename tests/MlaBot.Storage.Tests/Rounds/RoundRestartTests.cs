using MlaBot.Core.Content;
using MlaBot.Core.Daily;
using MlaBot.Core.Rounds;
using MlaBot.Testing;
using MlaBot.Testing.Rounds;
using NodaTime;

namespace MlaBot.Storage.Tests.Rounds;

public sealed class RoundRestartTests
{
    private static readonly string[] People = ["a", "b", "c", "d", "e", "f"];

    [Fact]
    public async Task A_program_that_ends_after_any_write_or_around_any_message_goes_on_where_it_was()
    {
        var options = new RoundOptions { Questions = 2, VotesTwice = true, Teams = 2, Lobby = Duration.FromSeconds(15) };
        var (steps, whole) = await PlayAsync(endAt: null, options);
        steps.ShouldBeGreaterThan(60);
        whole.ShouldBe(["a: 2 right, 2 of 2", "b: 2 right, 2 of 2", "c: 1 right, 2 of 2", "d: 2 right, 2 of 2", "e: 2 right, 2 of 2", "f: 2 right, 2 of 2"]);

        for (var step = 1; step <= steps; step++)
        {
            var (_, lines) = await PlayAsync(step, options);
            lines.ShouldBe(whole, $"ended at step {step}");
        }
    }

    [Fact]
    public async Task A_round_that_lay_too_long_ends_with_what_was_revealed_and_says_so()
    {
        await using var stage = await TestRound.StartAsync();
        var round = await stage.OpenAsync(new RoundOptions { Questions = 3 }, "ada", "bob");
        await stage.RunUntilAsync(RoundPhase.Answering);
        await stage.AnswerAsync("ada");
        await stage.AnswerAsync("bob", isRight: false);
        await stage.RunUntilAsync(RoundPhase.Answering, 2);
        await stage.AnswerAsync("bob");

        await stage.RestartAsync(Duration.FromMinutes(20));
        await stage.RunToEndAsync();

        var table = await stage.CheckAsync(round.Id);
        table.Lines.Select(line => (line.Player.Name, line.Right, line.Played)).ShouldBe([("ada", 1, 1), ("bob", 0, 1)]);
        stage.Platform.Find($"table {round.Id}").ShouldNotBeNull().Round.EndedBecause.ShouldContain("away for");
    }

    [Fact]
    public async Task A_press_counts_from_the_first_moment_after_a_restart_and_the_absence_costs_no_points()
    {
        await using var stage = await TestRound.StartAsync();
        var round = await stage.OpenAsync(new RoundOptions { Questions = 1 }, "ada", "bob", "cy");
        await stage.RunUntilAsync(RoundPhase.Answering);
        await stage.AnswerAsync("ada");

        await stage.RestartAsync(Duration.FromMinutes(2));
        (await stage.AnswerAsync("bob")).ShouldBeOk().Fate.ShouldBe(AnswerFate.Recorded);
        await stage.TickAsync();
        (await stage.AnswerAsync("cy")).ShouldBeOk().Fate.ShouldBe(AnswerFate.Recorded);
        await stage.RunToEndAsync();

        (await stage.CheckAsync(round.Id)).Lines.ShouldAllBe(line => line.Points == 1200 && line.Rank == 1);
        stage.Platform.Said.ShouldHaveSingleItem().ShouldContain("back after a restart");
    }

    [Fact]
    public async Task A_slow_answer_of_before_a_restart_stays_slow_and_who_answers_the_reopened_question_quickly_beats_it()
    {
        await using var stage = await TestRound.StartAsync();
        var round = await stage.OpenAsync(new RoundOptions { Questions = 1 }, "ada", "bob");
        await stage.RunUntilAsync(RoundPhase.Answering);
        await stage.RunForAsync(Duration.FromSeconds(20));
        await stage.AnswerAsync("ada");
        var slow = await PointsSoFarAsync(stage, "ada");

        await stage.RestartAsync(Duration.FromMinutes(2));
        await stage.TickAsync();
        await stage.RestartAsync(Duration.FromMinutes(2));
        await stage.RunUntilAsync(RoundPhase.Answering);
        await stage.RunForAsync(Duration.FromMilliseconds(500));
        await stage.AnswerAsync("bob");
        await stage.RunToEndAsync();

        slow.ShouldBeInRange(1001, 1199);
        var table = await stage.CheckAsync(round.Id);
        table.Lines.Select(line => (line.Player.Name, line.Points)).ShouldBe([("bob", 1200), ("ada", slow)]);
    }

    [Fact]
    public async Task After_a_restart_a_question_is_read_anew_and_a_known_one_only_shortly()
    {
        var item = New.ChoiceItem();
        var content = new ContentSnapshot([New.Exam(New.Domain("1", 1))], [item with { Stem = string.Join(' ', Enumerable.Repeat("word", 300)) }], [], []);
        await using var stage = await TestRound.StartAsync(content);
        var round = await stage.OpenAsync(new RoundOptions { Questions = 1, VotesTwice = true }, "ada");
        await stage.RunUntilAsync(RoundPhase.Reading);
        await stage.RestartAsync();
        await stage.TickAsync();
        (stage.Round.DueAt - stage.Now).ShouldBe(stage.Rules.Reading.Longest);

        await stage.RunUntilAsync(RoundPhase.Answering);
        await stage.AnswerAsync("ada", isRight: false);
        await stage.RunUntilAsync(now => now is { Phase: RoundPhase.Reading, Vote: 2 });
        await stage.RestartAsync();
        await stage.TickAsync();

        (stage.Round.DueAt - stage.Now).ShouldBe(stage.Rules.Reading.Shortest);
        await stage.RunToEndAsync();
        await stage.CheckAsync(round.Id);
    }

    [Theory]
    [InlineData(HostAct.Skip)]
    [InlineData(HostAct.Stop)]
    public async Task What_the_host_does_before_the_first_look_after_a_restart_takes_the_standing_question_away(HostAct act)
    {
        await using var stage = await TestRound.StartAsync();
        var round = await stage.OpenAsync(new RoundOptions { Questions = 2 }, "ada");
        await stage.RunUntilAsync(RoundPhase.Answering);
        var post = stage.Round.Post!.Value;
        await stage.RestartAsync();

        (await stage.LeadAsync(act)).ShouldBeOk();

        (await stage.Engine.Posts.FindPostAsync(post, CancellationToken.None)).ShouldNotBeNull().State.ShouldBe(PostState.Withdrawn);
        await stage.RunToEndAsync();
        await stage.CheckAsync(round.Id);
    }

    /// <summary>What a person's answer to the question that stands is worth, its time counted from the only opening.</summary>
    private static async Task<int> PointsSoFarAsync(TestRound stage, string person)
    {
        var (question, answers) = (await stage.Engine.Store.QuestionsAsync(stage.Round, CancellationToken.None)).Single();
        var took = answers.Single(answer => answer.Learner == stage.Person(person)).FirstAt - question.Post.OpenedAt!.Value;
        return RoundPoints.Of(isRight: true, took, RoundTimes.Answering(question.Item, stage.Rules), stage.Round.Options.Scoring, stage.Rules.SpeedGrace);
    }

    private static async Task<(int Steps, IReadOnlyList<string> Lines)> PlayAsync(int? endAt, RoundOptions options)
    {
        await using var stage = await TestRound.StartAsync();
        var first = stage.Process;
        if (endAt is { } step)
        {
            first.EndAt(step);
        }

        RoundId? id = null;
        while (id is null || stage.Engine.Runner.HasRounds)
        {
            try
            {
                id ??= stage.Engine.Desk.Running(stage.Channel.Key)?.Id ?? (await stage.TryOpenAsync(options)).ShouldBeOk().Id;
                await PressAsync(stage);
                await stage.RunForAsync(Duration.FromSeconds(1));
            }
            catch (OperationCanceledException) when (stage.Process.HasEnded)
            {
                // The press goes down with the program.
            }

            if (stage.Process.HasEnded)
            {
                await stage.RestartAsync(Duration.FromSeconds(7));
            }
        }

        first.HasEnded.ShouldBe(endAt is not null);
        var table = await stage.CheckAsync(id.Value);
        stage.Platform.Find($"table {id}").ShouldNotBeNull();
        (await stage.Engine.Store.FindAsync(id.Value, CancellationToken.None)).ShouldNotBeNull().EndedBecause.ShouldBeEmpty();
        table.Teams.Select(team => team.Members.Count).ShouldBe([3, 3]);
        return (first.Passed, [.. table.Lines.Select(line => $"{line.Player.Name}: {line.Right} right, {line.Answered} of {line.Played}").Order(StringComparer.Ordinal)]);
    }

    private static async Task PressAsync(TestRound stage)
    {
        var round = stage.Round;
        foreach (var person in People)
        {
            switch (round.Phase)
            {
                case RoundPhase.Lobby:
                    (await stage.JoinAsync(round.Id, person)).ShouldBeOk();
                    break;
                case RoundPhase.Answering:
                    // The first question is discussed; c is wrong in both votes.
                    var isRight = round.Number > 1 || (round.Vote == 2 && person != "c") || person == "a";
                    await stage.AnswerAsync(round.Post!.Value, person, isRight);
                    break;
                default:
                    break;
            }
        }
    }
}

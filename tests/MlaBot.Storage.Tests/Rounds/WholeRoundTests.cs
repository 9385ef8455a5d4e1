using MlaBot.Core.Content;
using MlaBot.Core.Daily;
using MlaBot.Core.Rounds;
using MlaBot.Testing;
using MlaBot.Testing.Rounds;
using NodaTime;
using New = MlaBot.Testing.New;

namespace MlaBot.Storage.Tests.Rounds;

public sealed class WholeRoundTests
{
    private static ContentSnapshot FiveTypes { get; } = new(
        [New.Exam(New.Domain("1", 5))],
        [New.ChoiceItem(), New.ChoiceItem("AC", 5, "q-1.1-0005"), New.CaseItem(), New.OrderingItem(), New.MatchingItem()],
        [],
        []);

    [Fact]
    public async Task A_round_of_all_five_types_runs_by_itself_and_its_table_follows_from_the_stored_answers()
    {
        await using var stage = await TestRound.StartAsync(FiveTypes);
        var round = await stage.OpenAsync(new RoundOptions { Questions = 5 }, "ada", "bob", "cy");

        for (var number = 1; number <= 5; number++)
        {
            await stage.RunUntilAsync(RoundPhase.Answering, number);
            await stage.RunForAsync(Duration.FromSeconds(number));
            (await stage.AnswerAsync("ada")).ShouldBeOk().ShowsKey.ShouldBeFalse();
            (await stage.AnswerAsync("bob", isRight: number % 2 == 0)).ShouldBeOk();
        }

        await stage.RunToEndAsync();

        var table = await stage.CheckAsync(round.Id);
        table.Lines.Select(line => (line.Player.Name, line.Right, line.Answered, line.Played)).ShouldBe([("ada", 5, 5, 5), ("bob", 2, 5, 5), ("cy", 0, 0, 5)]);
        stage.Platform.Shown.Count(shown => shown.Key.StartsWith("reveal", StringComparison.Ordinal)).ShouldBe(5);
        stage.Platform.Find($"table {round.Id}").ShouldNotBeNull().Count.ShouldBe(5);
        stage.Log.Lines.ShouldNotContain(line => line.StartsWith("failed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_question_ends_as_soon_as_everybody_has_answered()
    {
        await using var stage = await TestRound.StartAsync();
        var round = await stage.OpenAsync(new RoundOptions { Questions = 1 }, "ada", "bob");
        await stage.RunUntilAsync(RoundPhase.Answering);
        var opened = stage.Now;

        await stage.AnswerAsync("ada");
        await stage.TickAsync();
        stage.Round.Phase.ShouldBe(RoundPhase.Answering);
        await stage.AnswerAsync("bob");
        await stage.RunUntilAsync(RoundPhase.Explaining);

        (stage.Now - opened).ShouldBeLessThan(Duration.FromSeconds(2));
        await stage.RunToEndAsync();
        await stage.CheckAsync(round.Id);
    }

    [Fact]
    public async Task While_people_read_a_press_is_refused_in_a_sentence_and_nothing_is_stored()
    {
        await using var stage = await TestRound.StartAsync();
        var round = await stage.OpenAsync(new RoundOptions { Questions = 1 }, "ada");
        await stage.RunUntilAsync(RoundPhase.Reading);

        (await stage.AnswerAsync("ada")).ShouldBeRefused("round-reading");

        (await stage.Engine.Posts.AnswersAsync(stage.Round.Post!.Value, CancellationToken.None)).ShouldBeEmpty();
        await stage.RunUntilAsync(RoundPhase.Answering);
        (await stage.AnswerAsync("ada")).ShouldBeOk().Fate.ShouldBe(AnswerFate.Recorded);
        await stage.RunToEndAsync();
        (await stage.CheckAsync(round.Id)).Lines[0].Right.ShouldBe(1);
    }

    [Fact]
    public async Task The_clock_starts_when_the_platform_has_confirmed_the_controls_and_who_was_quicker_loses_nothing()
    {
        await using var stage = await TestRound.StartAsync();
        var round = await stage.OpenAsync(new RoundOptions { Questions = 1 }, "ada", "bob");
        await stage.RunUntilAsync(RoundPhase.Reading);
        var opening = stage.Platform.Hold(RoundStep.ShowOpen);
        stage.Clock.SetUtcNow(stage.Round.DueAt!.Value.ToDateTimeOffset());

        stage.Engine.Runner.Tick(CancellationToken.None);
        await opening.Begun;
        (await stage.AnswerAsync("ada")).ShouldBeOk();
        stage.Clock.Advance(TimeSpan.FromSeconds(20));
        opening.Release();
        await stage.Engine.Runner.IdleAsync();

        stage.Round.Phase.ShouldBe(RoundPhase.Answering);
        var confirmed = stage.Now;
        await stage.RunForAsync(Duration.FromMilliseconds(500));
        (await stage.AnswerAsync("bob")).ShouldBeOk();
        await stage.RunToEndAsync();
        var table = await stage.CheckAsync(round.Id);
        table.Lines.ShouldAllBe(line => line.Points == 1200 && line.Rank == 1);
        (await stage.Engine.Store.QuestionsAsync(round, CancellationToken.None))[0].Question.Post.OpenedAt.ShouldBe(confirmed);
    }

    [Fact]
    public async Task Presses_under_way_at_the_end_count_and_what_comes_after_the_reveal_is_practice()
    {
        await using var stage = await TestRound.StartAsync();
        var round = await stage.OpenAsync(new RoundOptions { Questions = 1 }, "ada", "bob", "cy");
        await stage.RunUntilAsync(RoundPhase.Answering);
        await stage.AnswerAsync("cy");
        var post = stage.Round.Post!.Value;
        await stage.RunUntilAsync(RoundPhase.Draining);

        (await stage.AnswerAsync(post, "ada", age: Duration.FromSeconds(1))).ShouldBeOk().Fate.ShouldBe(AnswerFate.Recorded);
        (await stage.AnswerAsync(post, "newcomer")).ShouldBeOk().Fate.ShouldBe(AnswerFate.Recorded);
        await stage.RunUntilAsync(RoundPhase.Explaining);
        (await stage.AnswerAsync(post, "bob")).ShouldBeOk().Fate.ShouldBe(AnswerFate.Practice);
        await stage.RunToEndAsync();

        var table = await stage.CheckAsync(round.Id);
        table.Lines.OrderBy(line => line.Player.Name, StringComparer.Ordinal).Select(line => (line.Player.Name, line.Right, line.Answered, line.Played))
            .ShouldBe([("ada", 1, 1, 1), ("bob", 0, 0, 1), ("cy", 1, 1, 1), ("newcomer", 1, 1, 1)]);
        stage.Platform.Find($"reveal {post}").ShouldNotBeNull().Answers.ShouldBe(3);
    }

    [Fact]
    public async Task Three_questions_without_an_answer_end_a_round()
    {
        await using var stage = await TestRound.StartAsync();
        var round = await stage.OpenAsync(new RoundOptions { Questions = 8 }, "ada");
        await stage.RunUntilAsync(RoundPhase.Answering);
        await stage.AnswerAsync("ada");

        await stage.RunToEndAsync();

        await stage.CheckAsync(round.Id);
        (await stage.Engine.Store.QuestionsAsync(round, CancellationToken.None)).Count.ShouldBe(4);
        (await stage.Engine.Store.FindAsync(round.Id, CancellationToken.None)).ShouldNotBeNull().EndedBecause.ShouldContain("Nobody answered 3");
    }
}

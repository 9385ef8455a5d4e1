using FsCheck;
using FsCheck.Fluent;
using MlaBot.Core.Exams;
using MlaBot.Core.HeatMap;

using Question = (MlaBot.Core.Exams.TaskId Task, string? Service, System.Collections.Generic.IReadOnlyList<MlaBot.Core.HeatMap.Attempt> Attempts);

namespace MlaBot.Core.Tests.HeatMap;

public sealed class HeatCellsTests
{
    private static readonly TaskId Task = new("1.1");

    /// <summary>A group of a few people with a few questions to a few services, so that cells lie on both sides of the floor.</summary>
    private static Gen<Question[]> Groups { get; } =
        from people in Gen.Choose(1, 6)
        from count in Gen.Choose(0, 30)
        from questions in Gen.ArrayOf(Questions(people), count)
        select questions;

    private static Gen<Question> Questions(int people) =>
        from task in Gen.Elements("1.1", "1.2", "2.1")
        from service in Gen.Elements<string?>("s3", "glue", "emr", "kms", null)
        from shown in Gen.ArrayOf(Gen.Choose(0, 2), people)
        select new Question(new TaskId(task), service, [.. shown.Index().Where(each => each.Item > 0).Select(each => new Attempt(each.Index, each.Item == 2))]);

    [Fact]
    public void Everything_that_sums_can_tell_stands_on_three_people_and_five_answers() =>
        Prop.ForAll(Groups.ToArbitrary(), questions =>
        {
            // Sums that are shown: single cells, tasks, domains, services within and across domains, the rest, and everything.
            var cells = HeatCells.Of(questions);
            var shown = Views(cells).Select(view => Members(cells, view)).Where(view => view.Count > 0).ToArray();
            return shown.All(one => IsEnough(one) && shown.All(other =>
            {
                HashSet<HeatCell> difference = [.. one.Except(other)];
                return difference.Count == 0 || IsEnough(difference);
            }));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Cells_hold_what_was_answered_and_each_answer_once() =>
        Prop.ForAll(Groups.ToArbitrary(), questions =>
        {
            // Recounted from the answers, not from the tallies.
            var cells = HeatCells.Of(questions).All;
            return cells.All(cell => Of(questions, cells, cell).Length == cell.Tally.Answers
                    && Of(questions, cells, cell).Select(attempt => attempt.Person).Distinct().Count() == cell.Tally.People
                    && Of(questions, cells, cell).Count(attempt => attempt.IsRight) == cell.Tally.Right)
                && cells.Select(cell => (cell.Task, cell.Service)).Distinct().Count() == cells.Count;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_answer_that_is_left_out_changes_nothing_that_anybody_can_see() =>
        Prop.ForAll(Groups.ToArbitrary(), questions =>
        {
            var before = HeatCells.Of(questions);
            var turned = questions.Select(question => IsCounted(before, question)
                ? question
                : question with { Attempts = [.. question.Attempts.Select(attempt => attempt with { IsRight = !attempt.IsRight })] });
            var left = questions.Where(question => IsCounted(before, question));
            return Shown(before).SequenceEqual(Shown(HeatCells.Of(turned))) && Shown(before).SequenceEqual(Shown(HeatCells.Of(left)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Shares_lie_between_what_was_answered_and_the_mean() =>
        Prop.ForAll(Groups.ToArbitrary(), questions =>
        {
            var cells = HeatCells.Of(questions);
            return cells.All.All(cell =>
            {
                var raw = (double)cell.Tally.Right / cell.Tally.Answers;
                var share = cells.Sum(each => each == cell)!.Share;
                return share >= Math.Min(raw, cells.Mean) - 1e-9 && share <= Math.Max(raw, cells.Mean) + 1e-9;
            });
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(2, 6, false)]
    [InlineData(3, 4, false)]
    [InlineData(3, 5, true)]
    [InlineData(5, 5, true)]
    public void A_cell_needs_three_people_and_five_answers(int people, int answers, bool isShown) =>
        (HeatCells.Of([Asked("s3", [.. Enumerable.Range(0, answers).Select(answer => new Attempt(answer % people, true))])]).All.Count > 0).ShouldBe(isShown);

    [Fact]
    public void Small_services_of_a_task_are_shown_together()
    {
        var cells = HeatCells.Of([Asked("s3", By(1, 2, 3)), Asked("glue", By(1, 2, 3)), Asked(null, By(4, 5, 6))]);

        var cell = cells.All.ShouldHaveSingleItem();
        cell.Service.ShouldBeNull();
        (cell.Tally.Answers, cell.Tally.People).ShouldBe((9, 6));
    }

    [Fact]
    public void What_is_too_small_even_together_is_missing_from_the_task_as_well()
    {
        var cells = HeatCells.Of([Asked("s3", By(1, 2, 3, 4, 5)), Asked("glue", By(1, 2, 3))]);

        cells.Sum(cell => cell.Task == Task)!.Answers.ShouldBe(5);
    }

    [Fact]
    public void A_question_of_fewer_than_three_people_changes_nothing_so_that_two_days_compared_tell_of_nobody()
    {
        HeatCells.Of([Asked("s3", By(1, 2, 3, 4, 5)), Asked("s3", By(6, 7))]).Sum(_ => true)!.Answers.ShouldBe(5);
        Prop.ForAll(Groups.ToArbitrary(), questions =>
            Shown(HeatCells.Of(questions)).SequenceEqual(Shown(HeatCells.Of(questions.Where(question => question.Attempts.Count >= 3))))).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Eight_answers_weigh_as_much_as_the_mean()
    {
        // 8 of 8 right here, 0 of 24 elsewhere: the mean is 8 of 32.
        var cells = HeatCells.Of([Asked("s3", By(1, 2, 3, 4, 5, 6, 7, 8)), Asked("glue", [.. Enumerable.Range(0, 24).Select(person => new Attempt(person, false))])]);

        cells.Mean.ShouldBe(0.25);
        cells.Sum(cell => cell.Service == "s3")!.Share.ShouldBe((1 + 0.25) / 2, 1e-9);
    }

    [Fact]
    public void Nothing_answered_gives_no_cell_and_no_mean()
    {
        HeatCells.Of([]).All.ShouldBeEmpty();
        HeatCells.Of([]).Sum(_ => true).ShouldBeNull();
    }

    private static Question Asked(string? service, IReadOnlyList<Attempt> attempts) => new(Task, service, attempts);

    private static Attempt[] By(params long[] people) => [.. people.Select(person => new Attempt(person, true))];

    private static IEnumerable<Func<HeatCell, bool>> Views(HeatCells cells) =>
    [
        _ => true,
        .. cells.All.Select(cell => (Func<HeatCell, bool>)(each => each == cell)),
        .. cells.All.Select(cell => (Func<HeatCell, bool>)(each => each.Task == cell.Task)),
        .. cells.All.Select(cell => (Func<HeatCell, bool>)(each => each.Task.Domain == cell.Task.Domain)),
        .. cells.All.Select(cell => (Func<HeatCell, bool>)(each => each.Service == cell.Service)),
        .. cells.All.Select(cell => (Func<HeatCell, bool>)(each => each.Service == cell.Service && each.Task.Domain == cell.Task.Domain)),
    ];

    private static HashSet<HeatCell> Members(HeatCells cells, Func<HeatCell, bool> view) => [.. cells.All.Where(view)];

    private static bool IsEnough(IEnumerable<HeatCell> cells)
    {
        var sum = new HeatTally();
        foreach (var cell in cells)
        {
            sum.Add(cell.Tally);
        }

        return sum.People >= 3 && sum.Answers >= 5;
    }

    private static Attempt[] Of(Question[] questions, IReadOnlyList<HeatCell> cells, HeatCell cell) =>
        [.. questions.Where(question => CellOf(cells, question) == cell).SelectMany(question => question.Attempts)];

    private static bool IsCounted(HeatCells cells, Question question) => CellOf(cells.All, question) is not null;

    private static HeatCell? CellOf(IReadOnlyList<HeatCell> cells, Question question) =>
        question.Attempts.Count < 3 ? null
        : cells.FirstOrDefault(cell => cell.Task == question.Task && cell.Service is not null && cell.Service == question.Service)
        ?? cells.FirstOrDefault(cell => cell.Task == question.Task && cell.Service is null);

    private static IEnumerable<(TaskId, string?, HeatSum, double)> Shown(HeatCells cells) =>
        cells.All.Select(cell => (cell.Task, cell.Service, cells.Sum(each => each == cell)!, cells.Mean));
}

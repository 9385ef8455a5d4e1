using FsCheck;
using FsCheck.Fluent;
using MlaBot.Core.Boards;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Storage.Database;
using MlaBot.Testing;
using MlaBot.Testing.Daily;
using NodaTime;

namespace MlaBot.Storage.Tests.Boards;

public sealed class PointTests
{
    private static readonly string[] People = ["ada", "ben", "cy", "di", "eve"];

    [Fact]
    public async Task Points_come_with_the_reveal_and_not_before()
    {
        await using var group = await BoardGroup.StartAsync();
        await group.RunToAsync("2026-03-02T08:00Z");
        var post = group.Platform.Shown[0].Post;
        (await group.AnswerAsync(post, "B", "ada")).ShouldBeOk();
        (await group.AnswerAsync(post, "A", "ben")).ShouldBeOk();

        (await group.TotalsAsync(BoardKind.Week)).ShouldBeEmpty("the question is still open");
        await group.RunToAsync("2026-03-02T18:01Z");

        foreach (var kind in BoardPeriod.Kinds)
        {
            (await group.TotalsAsync(kind)).Select(total => total.Points).ShouldBe([10, 2], kind.ToString());
        }
    }

    [Fact]
    public async Task Practice_and_questions_that_were_taken_back_give_nothing()
    {
        await using var group = await BoardGroup.StartAsync();
        var first = await group.DayAsync("ada:B");
        (await group.AnswerAsync(first, "B", "late")).ShouldBeOk().Fate.ShouldBe(AnswerFate.Practice);
        await group.RunToAsync("2026-03-03T08:00Z");
        var second = await group.ReadAsync(group.Platform.Shown[1].Post);
        (await group.AnswerAsync(second, "B", "ada")).ShouldBeOk();
        (await group.Engine.Close.WithdrawAsync(second, "The key was wrong.", CancellationToken.None)).ShouldBeOk();
        await group.RunToAsync("2026-03-03T20:00Z");

        (await group.TotalsAsync(BoardKind.All)).Select(total => (total.Answered, total.Right)).ShouldBe([(1, 1)]);
    }

    [Fact]
    public async Task The_first_answer_counts_where_it_may_be_changed()
    {
        await using var group = await BoardGroup.StartAsync(feedback: FeedbackMode.AtClose);
        await group.RunToAsync("2026-03-02T08:00Z");
        var post = group.Platform.Shown[0].Post;
        (await group.AnswerAsync(post, "A", "ada")).ShouldBeOk();
        (await group.AnswerAsync(post, "B", "ada")).ShouldBeOk().Fate.ShouldBe(AnswerFate.Changed);
        await group.RunToAsync("2026-03-02T18:01Z");

        (await group.TotalsAsync(BoardKind.Week)).ShouldHaveSingleItem().Points.ShouldBe(2);
    }

    [Theory]
    [InlineData(PublishStep.Reveal, false)]
    [InlineData(PublishStep.Reveal, true)]
    [InlineData(PublishStep.Close, true)]
    public async Task A_crash_around_the_reveal_neither_loses_nor_doubles_points(PublishStep step, bool afterwards)
    {
        await using var group = await BoardGroup.StartAsync();
        await group.RunToAsync("2026-03-02T08:00Z");
        (await group.AnswerAsync(group.Platform.Shown[0].Post)).ShouldBeOk();
        group.DieAt(step, afterwards);
        await Should.ThrowAsync<OperationCanceledException>(() => group.RunToAsync("2026-03-02T18:05Z"));

        await group.RestartAsync(down: Duration.FromMinutes(5));
        await group.RunForAsync(Duration.FromSeconds(30));
        await group.RestartAsync();
        await group.RunForAsync(Duration.FromSeconds(30));

        (await group.TotalsAsync(BoardKind.Season)).ShouldHaveSingleItem().Points.ShouldBe(10);
    }

    [Fact]
    public async Task A_database_from_before_there_were_boards_gets_them_at_the_start()
    {
        await using var group = await BoardGroup.StartAsync();
        await group.DayAsync("ada:B ben:A");
        await group.DayAsync("ada:B cy:B");
        var before = await AllAsync(group);

        await group.CountAnewAsync();

        (await AllAsync(group)).ShouldBe(before);
    }

    [Fact]
    public async Task Counting_twice_changes_nothing()
    {
        await using var group = await BoardGroup.StartAsync();
        foreach (var day in new[] { "ada:B ben:A", "ada:A cy:B", "", "ben:B cy:B ada:B" })
        {
            await group.DayAsync(day);
        }

        var before = await AllAsync(group);
        (await group.Boards().ScoreMissingAsync(100, default)).ShouldBe(0);

        (await AllAsync(group)).ShouldBe(before);
        before.ShouldContain("Week");
    }

    /// <summary>Whatever people do, every board equals what an independent count of the stored answers gives.</summary>
    [Fact]
    public void Every_board_equals_a_count_of_the_stored_answers() => Prop.ForAll(Histories.ToArbitrary(), days => RunAsync(days).GetAwaiter().GetResult())
        .Check(Config.QuickThrowOnFailure.WithMaxTest(6));

    // For each day the letters of the five people: B is right, a blank stays away, and L comes after the reveal.
    private static Gen<string[]> Histories { get; } =
        from many in Gen.Choose(5, 40)
        from days in Gen.ArrayOf(Gen.ArrayOf(Gen.Elements('B', 'A', ' ', 'L'), People.Length).Select(letters => new string(letters)), many)
        select days;

    private static async Task<bool> RunAsync(string[] days)
    {
        // Four weeks before the clocks change, and two weeks before a season ends.
        await using var group = await BoardGroup.StartAsync(now: "2026-03-12T07:00Z");
        foreach (var day in days)
        {
            var post = await group.DayAsync(string.Join(' ', People.Zip(day).Where(each => each.Second is 'A' or 'B').Select(each => $"{each.First}:{each.Second}")));
            foreach (var (late, _) in People.Zip(day).Where(each => each.Second == 'L'))
            {
                (await group.AnswerAsync(post, "B", late)).ShouldBeOk().Fate.ShouldBe(AnswerFate.Practice);
            }
        }

        var periods = Enumerable.Range(0, days.Length).SelectMany(day => BoardPeriod.Kinds.Select(kind => BoardPeriod.Of(kind, new LocalDate(2026, 3, 12).PlusDays(day)))).Distinct();
        foreach (var period in periods)
        {
            (await group.ByUserAsync(period, People)).ShouldBe(await group.RecountAsync(period), ignoreOrder: true, period.ToString());
        }

        return true;
    }

    private static Task<string> AllAsync(TestGroup group) => group.Engine.Get<SqliteDatabase>().Readers.ReadAsync(
        sql => string.Join('\n', (string[])
        [
            .. sql.All("SELECT Kind, Start, LearnerId, Answered, \"Right\" FROM BoardTotals", row => $"{(BoardKind)row.GetInt32(0)} {row.GetInt32(1)} {row.GetInt64(2)} {row.GetInt32(3)} {row.GetInt32(4)}"),
            .. sql.All("SELECT Date, People, Active, IsStale FROM GroupDays ORDER BY Date", row => $"Day {row.GetInt32(0)} {row.GetInt32(1)} {row.GetInt32(2)} {row.GetInt32(3)}"),
            .. sql.All("SELECT Kind, Start, \"End\" FROM Boards ORDER BY Kind, Start", row => $"Board {row.GetInt32(0)} {row.GetInt32(1)} {row.GetInt32(2)}"),
            .. sql.All("SELECT PostId FROM CountedPosts ORDER BY PostId", row => $"Post {row.GetInt64(0)}"),
        ]),
        default);
}

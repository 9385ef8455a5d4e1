using FsCheck;
using FsCheck.Fluent;
using MlaBot.Core.Boards;
using MlaBot.Core.Daily;
using MlaBot.Core.Marathons;
using MlaBot.Storage.Tests.Boards;
using MlaBot.Testing;
using MlaBot.Testing.Daily;
using NodaTime;

namespace MlaBot.Storage.Tests.Marathons;

/// <summary>Whatever people do, and whatever their clocks do, the table equals what an independent count of the stored answers gives.</summary>
public sealed class MarathonLaws
{
    private static readonly string[] People = ["ada", "ben", "cy", "di", "eve"];

    // Starts before clocks go forward, go back, or leave a date out.
    private static readonly (string Now, string Zone)[] Starts =
    [
        ("2026-03-26T05:00Z", "Europe/Berlin"), ("2026-10-22T05:00Z", "Europe/Berlin"), ("2026-03-06T12:00Z", "America/New_York"),
        ("2026-03-05T12:00Z", "America/Havana"), ("2011-12-27T12:00Z", "Pacific/Apia"), ("2026-04-21T04:00Z", "Africa/Cairo"), ("2026-03-02T20:00Z", "Pacific/Kiritimati"),
    ];

    private static Gen<(int Start, int Before, int Length, string[] Days)> Histories { get; } =
        from start in Gen.Choose(0, Starts.Length - 1)
        from before in Gen.Choose(0, 4)
        from length in Gen.Choose(2, 9)
        from days in Gen.ArrayOf(Gen.ArrayOf(Gen.Elements('B', 'A', ' '), People.Length).Select(letters => new string(letters)), before + length + 2)
        select (start, before, length, days);

    [Fact]
    public void The_table_equals_a_count_of_the_stored_answers() =>
        Prop.ForAll(Histories.ToArbitrary(), history => RunAsync(history).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(14));

    [Fact]
    public void A_rank_never_takes_more_answers_than_days_with_questions() => Prop.ForAll(Gen.Choose(1, 31).ToArbitrary(), asked =>
        MarathonRules.MinimumSample(asked) is var minimum && minimum >= 1 && minimum <= asked && 3 * minimum >= asked && 3 * (minimum - 1) < asked).Check(Config.QuickThrowOnFailure);

    private static async Task<bool> RunAsync((int Start, int Before, int Length, string[] Days) history)
    {
        await using var group = await BoardGroup.StartAsync(Starts[history.Start].Now, Starts[history.Start].Zone);
        var from = group.Today().PlusDays(history.Before + 1);
        await group.RunForAsync(Duration.FromSeconds(1));
        (await group.Engine.Get<ManageMarathons>().StartAsync(group.Channel.Key, new MarathonWish(history.Length, "Law") { From = from }, default)).ShouldBeOk();
        foreach (var day in history.Days)
        {
            await group.DayAsync(string.Join(' ', People.Zip(day).Where(each => each.Second != ' ').Select(each => $"{each.First}:{each.Second}")));
        }

        await group.RunForAsync(Duration.FromDays(2));
        var expected = await RecountAsync(group, from, from.PlusDays(history.Length));
        var final = (await group.FinalAsync()).ShouldNotBeNull();
        final.Board.Lines.ToDictionary(line => line.Name, line => (line.Answered, line.Right)).ShouldBe(expected, ignoreOrder: true);
        final.Answers.ShouldBe(expected.Values.Sum(each => each.Answered));
        var asked = (await RevealedAsync(group)).Select(post => post.Date).Where(date => date >= from && date < from.PlusDays(history.Length)).Distinct().Count();
        final.Asked.ShouldBe(asked);
        foreach (var line in final.Board.Lines)
        {
            line.Points.ShouldBe((10 * line.Right) + (2 * (line.Answered - line.Right)));
            line.Rank.ShouldBe(
                expected.Count < 3 || line.Answered < Math.Max(1, (int)Math.Ceiling(asked / 3.0)) ? null
                : 1 + final.Board.Lines.Count(other => other.Rank is not null && IsAhead(other, line)));
        }

        return true;
    }

    private static bool IsAhead(FinalLine one, FinalLine other) =>
        one.Points > other.Points || (one.Points == other.Points && one.Right * other.Answered > other.Right * one.Answered);

    private static async Task<Dictionary<string, (int Answered, int Right)>> RecountAsync(TestGroup group, LocalDate from, LocalDate end)
    {
        var all = new Dictionary<string, (int Answered, int Right)>(StringComparer.Ordinal);
        foreach (var post in (await RevealedAsync(group)).Where(post => post.Date >= from && post.Date < end))
        {
            foreach (var answer in (await group.Engine.Store.AnswersAsync(post.Id, default)).Where(answer => !answer.IsPractice))
            {
                var (answered, right) = all.GetValueOrDefault(answer.Learner.UserId);
                all[answer.Learner.UserId] = (answered + 1, right + (answer.IsFirstCorrect ? 1 : 0));
            }
        }

        return all;
    }

    private static async Task<IEnumerable<DailyPost>> RevealedAsync(TestGroup group) =>
        (await group.Engine.Store.RecentAsync(group.Channel.Key, 10_000, default)).Where(post => post.State is PostState.Revealed or PostState.Settled);
}

using MlaBot.Core.Boards;
using MlaBot.Core.Learners;
using MlaBot.Core.Streaks;
using NodaTime;

namespace MlaBot.Core.Tests.Boards;

public sealed class MilestoneTests
{
    private static readonly LocalDate Monday = new(2026, 3, 2);

    [Theory]
    [InlineData(24, "")]
    [InlineData(25, "25")]
    [InlineData(99, "25 50")]
    [InlineData(5000, "25 50 100 250 500")]
    public void Answers_are_milestones_whether_right_or_wrong(int answered, string reached) =>
        string.Join(' ', Milestone.Reached(answered, Replay([], 0)).Select(milestone => milestone.Value)).ShouldBe(reached);

    [Theory]
    [InlineData("0 1 2 3 4 5 6", 7, 1)]
    [InlineData("0 1 2 3 4 5 6", 6, 0)]
    [InlineData("0 1 2 3 4", 7, 0)]
    [InlineData("0 1 2 3 5 6", 7, 0)]
    [InlineData("1 2 3 4 5 6", 7, 0)]
    [InlineData("0 1 2 3 4 5 6 7 8 9 10 11 12 13", 14, 2)]
    public void A_full_week_is_over_and_has_an_answer_on_every_day_that_asked(string answered, int now, int weeks) =>
        Replay([.. answered.Split(' ').Select(int.Parse)], now).FullWeeks.ShouldBe(weeks);

    [Fact]
    public void A_week_of_five_days_is_full_when_the_weekend_rests() => StreakCalculator.Replay(
        Facts([0, 1, 2, 3, 4]) with { RestDays = [new(Monday, new HashSet<IsoDayOfWeek> { IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday })] },
        new LocalDay(Monday.PlusDays(7), IsGrace: false)).FullWeeks.ShouldBe(1);

    private static Streak Replay(int[] answered, int now) => StreakCalculator.Replay(Facts(answered), new LocalDay(Monday.PlusDays(now), IsGrace: false));

    private static StreakFacts Facts(int[] answered) => new(
        [.. answered.Select(day => new AnsweredDay(Monday.PlusDays(day), 1, 0))],
        Enumerable.Range(0, 30).Select(Monday.PlusDays).ToHashSet(),
        new HashSet<LocalDate>(),
        [],
        LearnerCalendar.Empty,
        new HashSet<LocalDate>());
}

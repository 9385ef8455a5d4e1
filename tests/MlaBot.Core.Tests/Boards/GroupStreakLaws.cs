using FsCheck;
using FsCheck.Fluent;
using MlaBot.Core.Boards;
using MlaBot.Core.Channels;
using NodaTime;

namespace MlaBot.Core.Tests.Boards;

/// <summary>Product row 42: the row of a group is kept by enough people, and broken by no rest, outage or excuse.</summary>
public sealed class GroupStreakLaws
{
    private static readonly LocalDate Monday = new(2026, 3, 2);
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(300);

    private static Gen<GroupStreakFacts> Facts { get; } =
        from many in Gen.Choose(0, 40)
        from days in Gen.ArrayOf(
            from active in Gen.Choose(0, 20)
            from people in Gen.Choose(0, active)
            from excused in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)))
            select (active, people, excused),
            many)
        from weekend in Gen.Elements(true, false)
        from quorum in Gen.Choose(50, 100)
        from pending in Gen.Choose(many / 2, many + 1)
        select new GroupStreakFacts(
            [.. days.Select((day, index) => new GroupDay(Monday.PlusDays(index), day.people, day.active))],
            days.Select((day, index) => (day.excused, Date: Monday.PlusDays(index))).Where(day => day.excused).Select(day => day.Date).ToHashSet(),
            weekend ? [new RestDayRule(Monday, new HashSet<IsoDayOfWeek> { IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday })] : [],
            quorum,
            Monday.PlusDays(pending));

    [Fact]
    public void The_present_row_is_never_longer_than_the_longest() => Prop.ForAll(Facts.ToArbitrary(), facts =>
        GroupStreak.Replay(facts) is var streak && streak.Current >= 0 && streak.Current <= streak.Longest && streak.Longest <= facts.Days.Count).Check(Often);

    [Fact]
    public void Excusing_a_day_never_shortens_a_row() => Prop.ForAll(Facts.ToArbitrary(), Gen.Choose(0, 40).ToArbitrary(), (facts, day) =>
    {
        var excused = facts with { Excused = facts.Excused.Append(Monday.PlusDays(day)).ToHashSet() };
        return GroupStreak.Replay(excused) is var after && GroupStreak.Replay(facts) is var before && after.Current >= before.Current && after.Longest >= before.Longest;
    }).Check(Often);

    [Fact]
    public void A_day_with_everybody_adds_one_even_when_it_is_a_rest_day() => Prop.ForAll(Facts.ToArbitrary(), Gen.Choose(2, 30).ToArbitrary(), (facts, people) =>
    {
        var more = facts with { Days = [.. facts.Days, new GroupDay(Monday.PlusDays(facts.Days.Count), people, people)] };
        return GroupStreak.Replay(more).Current == GroupStreak.Replay(facts).Current + 1;
    }).Check(Often);

    [Fact]
    public void One_more_person_on_any_day_never_shortens_a_row() => Prop.ForAll(Facts.ToArbitrary(), Gen.Choose(0, 40).ToArbitrary(), (facts, day) =>
    {
        var more = facts with { Days = [.. facts.Days.Select((each, index) => index == day ? each with { People = each.People + 1 } : each)] };
        return GroupStreak.Replay(more).Current >= GroupStreak.Replay(facts).Current && GroupStreak.Replay(more).Longest >= GroupStreak.Replay(facts).Longest;
    }).Check(Often);

    [Fact]
    public void A_day_without_enough_people_ends_the_row_only_when_it_is_over()
    {
        GroupDay[] days = [new(Monday, 3, 4), new(Monday.PlusDays(1), 3, 4), new(Monday.PlusDays(2), 1, 4)];

        Replay(days, pendingFrom: Monday.PlusDays(2)).ShouldBe(new GroupStreak(2, 2));
        Replay(days, pendingFrom: Monday.PlusDays(3)).ShouldBe(new GroupStreak(0, 2));
    }

    [Theory]
    [InlineData(0, 60, 2)]
    [InlineData(1, 60, 2)]
    [InlineData(3, 60, 2)]
    [InlineData(5, 60, 3)]
    [InlineData(6, 60, 4)]
    [InlineData(10, 60, 6)]
    [InlineData(10, 100, 10)]
    [InlineData(10_000, 55, 5_500)]
    public void The_quorum_is_rounded_up_and_at_least_two(int active, int quorum, int needed) => GroupStreak.Needed(active, quorum).ShouldBe(needed);

    private static GroupStreak Replay(GroupDay[] days, LocalDate pendingFrom) =>
        GroupStreak.Replay(new GroupStreakFacts(days, new HashSet<LocalDate>(), [], 60, pendingFrom));
}

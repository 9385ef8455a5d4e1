using MlaBot.Core.Learners;
using MlaBot.Core.Streaks;

namespace MlaBot.Core.Tests.Streaks;

/// <summary>Product contract 4.3: start 2, cap 3, one more for every 7 days, one for each missed day, opt-out.</summary>
public sealed class FreezeTests
{
    [Fact]
    public void Everyone_starts_with_two() => Diary.Streak(".").ShouldSatisfyAllConditions(
        streak => streak.Freezes.ShouldBe(2),
        streak => streak.DaysToNextFreeze.ShouldBe(7));

    [Theory]
    [InlineData("AAAAAA", 2, 1)]
    [InlineData("AAAAAAA", 3, null)]
    [InlineData("AAAAAAA AAAAAAA", 3, null)]
    [InlineData("AAA ... AAAA", 3, null)]
    public void Seven_days_earn_one_up_to_three(string line, int freezes, int? toNext)
    {
        Diary.Streak(line).Freezes.ShouldBe(freezes);
        Diary.Streak(line).DaysToNextFreeze.ShouldBe(toNext);
    }

    [Fact]
    public void Each_missed_day_uses_one_of_its_own()
    {
        var streak = Diary.Streak("AAA mm A");

        streak.Current.ShouldBe(4);
        streak.Freezes.ShouldBe(0);
        streak.Events.ShouldBe(
        [
            new StreakEvent(Diary.Day(3), StreakEventKind.FreezeUsed, 1),
            new StreakEvent(Diary.Day(4), StreakEventKind.FreezeUsed, 0),
        ]);
    }

    [Fact]
    public void An_absence_longer_than_the_freezes_ends_the_row()
    {
        var streak = Diary.Streak("AAA mmm A");

        streak.Current.ShouldBe(1);
        streak.Longest.ShouldBe(3);
        streak.Events[^1].ShouldBe(new StreakEvent(Diary.Day(5), StreakEventKind.Broken, 3));
    }

    [Fact]
    public void A_day_that_a_freeze_covered_does_not_count() => Diary.Streak("AAmA").Current.ShouldBe(3);

    [Fact]
    public void Missing_days_without_a_row_uses_nothing() => Diary.Streak("mmmmm A").Freezes.ShouldBe(2);

    [Fact]
    public void Days_towards_the_next_freeze_survive_a_missed_day_and_a_break()
    {
        Diary.Streak("AAAA m AAA").Freezes.ShouldBe(2, "one used, one earned on the seventh day");
        Diary.Streak("AAAA mmm AAA").Freezes.ShouldBe(1, "two used, one earned on the seventh day");
    }

    [Fact]
    public void Nothing_is_saved_up_at_the_cap()
    {
        // Six days beyond the cap, then a missed one: the next freeze takes seven days from there.
        Diary.Streak("AAAAAAA AAAAAA m AAAAAA").Freezes.ShouldBe(2);
        Diary.Streak("AAAAAAA AAAAAA m AAAAAAA").Freezes.ShouldBe(3);
    }

    [Fact]
    public void A_row_can_bridge_as_many_days_as_freezes_were_earned_in_it() =>
        Diary.Streak("AAAAAAA mmm AAAAAAA m A").ShouldSatisfyAllConditions(
            streak => streak.Current.ShouldBe(15),
            streak => streak.Freezes.ShouldBe(0));

    [Fact]
    public void Who_opts_out_breaks_at_the_first_missed_day_and_keeps_the_freezes()
    {
        var streak = Diary.Streak("AAA m A", OptOut(fromDay: 0));

        streak.Current.ShouldBe(1);
        streak.Freezes.ShouldBe(2);
        streak.Events.ShouldBe([new StreakEvent(Diary.Day(3), StreakEventKind.Broken, 3)]);
    }

    [Fact]
    public void A_choice_holds_from_its_day_on_and_leaves_earlier_days_alone()
    {
        Diary.Streak("AAA m A", OptOut(fromDay: 4)).Current.ShouldBe(4, "the missed day came before the choice");
        Diary.Streak("AAA m A", OptOut(fromDay: 3)).Current.ShouldBe(1, "the choice was made on the missed day");
    }

    [Fact]
    public void Who_opts_in_again_is_covered_again() =>
        Diary.Streak("AAA m A m A", facts => facts with
        {
            Calendar = facts.Calendar with { Freezes = [new(Diary.Day(0), IsOn: false), new(Diary.Day(4), IsOn: true)] },
        }).Events.Select(happened => happened.Kind).ShouldBe([StreakEventKind.Broken, StreakEventKind.FreezeUsed]);

    private static Func<StreakFacts, StreakFacts> OptOut(int fromDay) =>
        facts => facts with { Calendar = facts.Calendar with { Freezes = [new FreezeChoice(Diary.Day(fromDay), IsOn: false)] } };
}

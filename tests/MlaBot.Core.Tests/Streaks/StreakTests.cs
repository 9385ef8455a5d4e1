using MlaBot.Core.Learners;
using MlaBot.Core.Streaks;
using NodaTime;

namespace MlaBot.Core.Tests.Streaks;

/// <summary>Product contract 4.3: which days count, which are neutral. The lines are read as <see cref="Diary"/> says.</summary>
public sealed class StreakTests
{
    [Theory]
    [InlineData("A", 1)]
    [InlineData("AAAAA", 5)]
    [InlineData("m", 0)]
    [InlineData("mmmA", 1)]
    public void Every_day_with_an_answer_counts(string line, int current) => Diary.Streak(line).Current.ShouldBe(current);

    [Fact]
    public void Nobody_starts_with_a_row()
    {
        var streak = Diary.Streak("mmmmm");

        streak.ShouldBe(new Streak(0, 0, 2, IsTodayDone: false, 7, streak.Events));
        streak.Events.ShouldBeEmpty();
    }

    [Fact]
    public void Several_answers_of_a_day_count_once() =>
        Diary.Streak("AA", facts => facts with { Answered = [.. facts.Answered, new AnsweredDay(Diary.Day(0), 4, 0)] }).Current.ShouldBe(2);

    [Theory]
    [InlineData("A....A", 2)]
    [InlineData(".A.", 1)]
    [InlineData("A AAAA ..", 5)]
    public void Days_without_a_question_are_neutral(string line, int current) => Same(line, current);

    [Theory]
    [InlineData("AxxxA", 2)]
    [InlineData("xxxA", 1)]
    [InlineData("Axxxxxxxx", 1)]
    public void Excused_days_are_neutral(string line, int current) => Same(line, current);

    [Theory]
    [InlineData("AXA", 3)]
    [InlineData("AaA", 3)]
    public void An_answer_on_an_excused_day_or_to_an_older_question_counts_all_the_same(string line, int current) => Same(line, current);

    [Fact]
    public void Today_is_not_missed_before_it_is_over()
    {
        var streak = Diary.Streak("AAm");

        streak.Current.ShouldBe(2);
        streak.IsTodayDone.ShouldBeFalse();
        Diary.Streak("AAA").IsTodayDone.ShouldBeTrue();
    }

    [Fact]
    public void The_longest_row_is_kept_for_ever()
    {
        var streak = Diary.Streak("AAAAA mmmmmm AA");

        streak.Current.ShouldBe(2);
        streak.Longest.ShouldBe(5);
        streak.Events[^1].ShouldBe(new StreakEvent(Diary.Day(7), StreakEventKind.Broken, 5));
    }

    [Fact]
    public void A_day_without_answer_after_a_break_is_no_news() => Diary.Streak("A mmmmmmmmm m").Events.Count.ShouldBe(3, "two freezes and the break");

    [Fact]
    public void Rest_days_are_neutral_from_the_date_of_their_rule_on()
    {
        // Monday to Sunday twice; the rule of the weekend holds from the second Saturday on.
        const string Line = "AAAAA mm AAAAA mm A";
        var rule = new Core.Channels.RestDayRule(Diary.Day(12), Core.Time.Days.Weekend);
        var streak = Diary.Streak(Line, facts => facts with { RestDays = [rule] });

        streak.Current.ShouldBe(11);
        streak.Events.Select(happened => happened.Day).ShouldBe([Diary.Day(5), Diary.Day(6)]);
    }

    [Fact]
    public void A_later_rule_of_rest_days_leaves_earlier_weeks_as_they_were()
    {
        const string Line = "AAAAA mm AAAAA mm A";
        var weekend = new Core.Channels.RestDayRule(Diary.First, Core.Time.Days.Weekend);
        var none = new Core.Channels.RestDayRule(Diary.Day(9), new HashSet<IsoDayOfWeek>());
        var streak = Diary.Streak(Line, facts => facts with { RestDays = [weekend, none] });

        streak.Events.Select(happened => happened.Day).ShouldBe([Diary.Day(12), Diary.Day(13)]);
    }

    [Fact]
    public void An_answer_on_a_rest_day_counts() =>
        Diary.Streak("AAAAA AA A", facts => facts with { RestDays = [new(Diary.First, Core.Time.Days.Weekend)] }).Current.ShouldBe(8);

    [Fact]
    public void A_vacation_that_is_declared_late_heals_what_it_covers()
    {
        const string Line = "AAA mmmm A";
        var vacation = new Vacation(Diary.Day(3), Diary.Day(6));

        Diary.Streak(Line).Current.ShouldBe(1);
        var healed = Diary.Streak(Line, facts => facts with { Calendar = facts.Calendar with { Vacations = [vacation] } });
        healed.Current.ShouldBe(4);
        healed.Freezes.ShouldBe(2);
        healed.Events.ShouldBeEmpty();
    }

    [Fact]
    public void A_vacation_covers_its_first_and_last_day_and_no_other()
    {
        var streak = Diary.Streak("A mmmmm A", facts => facts with { Calendar = facts.Calendar with { Vacations = [new(Diary.Day(2), Diary.Day(4))] } });

        streak.Events.Select(happened => happened.Day).ShouldBe([Diary.Day(1), Diary.Day(5)]);
        streak.Current.ShouldBe(2);
    }

    private static void Same(string line, int current)
    {
        var streak = Diary.Streak(line);
        streak.Current.ShouldBe(current);
        streak.Freezes.ShouldBe(2);
        streak.Events.ShouldBeEmpty();
    }
}

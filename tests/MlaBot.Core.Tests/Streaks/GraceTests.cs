using MlaBot.Core.Learners;
using MlaBot.Core.Streaks;
using NodaTime;

namespace MlaBot.Core.Tests.Streaks;

/// <summary>Product contract 4.3: until 03:00 an answer may still count for yesterday, when yesterday needs it.</summary>
public sealed class GraceTests
{
    [Fact]
    public void An_answer_before_three_rescues_yesterday()
    {
        var streak = Diary.Streak("Amg");

        streak.Current.ShouldBe(2);
        streak.Events.ShouldBeEmpty();
        streak.IsTodayDone.ShouldBeFalse("the answer was used up for yesterday");
    }

    [Fact]
    public void With_another_answer_today_both_days_count()
    {
        var streak = Diary.Streak("Amb");

        streak.Current.ShouldBe(3);
        streak.IsTodayDone.ShouldBeTrue();
    }

    [Theory]
    [InlineData("AAg", 3)]
    [InlineData("A.g", 2)]
    [InlineData("Axg", 2)]
    [InlineData("g", 1)]
    public void It_counts_for_today_when_yesterday_needs_nothing(string line, int current)
    {
        var streak = Diary.Streak(line);

        streak.Current.ShouldBe(current);
        streak.IsTodayDone.ShouldBeTrue();
    }

    [Fact]
    public void It_reaches_back_one_day_only() => Diary.Streak("Ammg").Events.ShouldBe([new StreakEvent(Diary.Day(1), StreakEventKind.FreezeUsed, 1)]);

    [Fact]
    public void A_night_owl_who_always_answers_after_midnight_keeps_the_row()
    {
        var streak = Diary.Streak("mgggggg");

        streak.Current.ShouldBe(6);
        streak.Events.ShouldBeEmpty();
    }

    [Fact]
    public void Two_answers_before_three_rescue_yesterday_and_do_today()
    {
        var streak = Diary.Streak("Amg", facts => facts with { Answered = [.. facts.Answered, new AnsweredDay(Diary.Day(2), 0, 1)] });

        streak.Current.ShouldBe(3);
        streak.IsTodayDone.ShouldBeTrue();
    }

    [Fact]
    public void Until_three_yesterday_is_not_missed()
    {
        const string Line = "AAm.";

        Diary.Replay(Diary.Facts(Line), Line, isGrace: true).Events.ShouldBeEmpty();
        Diary.Replay(Diary.Facts(Line), Line).Events.ShouldBe([new StreakEvent(Diary.Day(2), StreakEventKind.FreezeUsed, 1)]);
    }

    [Fact]
    public void The_day_before_yesterday_is_missed_also_in_the_grace_hours() =>
        Diary.Replay(Diary.Facts("Amm."), "Amm.", isGrace: true).Events.Count.ShouldBe(1);

    [Fact]
    public void An_answer_that_today_can_spare_still_counts_for_an_excused_yesterday() =>
        Diary.Streak("Axb").Current.ShouldBe(3, "as it would have before midnight");

    [Fact]
    public void Over_a_day_that_vanished_grace_reaches_the_last_day_that_was()
    {
        const string Line = "Am.g";
        var facts = Diary.Facts(Line) with { Vanished = new HashSet<LocalDate> { Diary.Day(2) } };

        Diary.Replay(facts, Line).Current.ShouldBe(2);
        Diary.Replay(facts, Line).Events.ShouldBeEmpty();
        Diary.Replay(Diary.Facts("Am..") with { Vanished = facts.Vanished }, "Am..", isGrace: true).Events.ShouldBeEmpty();
    }

    [Fact]
    public void A_vacation_day_needs_no_rescue() =>
        Diary.Streak("Amg", facts => facts with { Calendar = facts.Calendar with { Vacations = [new Vacation(Diary.Day(1), Diary.Day(1))] } })
            .IsTodayDone.ShouldBeTrue();
}

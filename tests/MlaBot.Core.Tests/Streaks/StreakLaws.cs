using FsCheck;
using FsCheck.Fluent;
using MlaBot.Core.Learners;
using MlaBot.Core.Streaks;
using NodaTime;

namespace MlaBot.Core.Tests.Streaks;

public sealed class StreakLaws
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(500);

    [Fact]
    public void The_same_facts_in_any_order_give_the_same_streak() =>
        Prop.ForAll(Diary.Any, Gen.Choose(0, int.MaxValue).ToArbitrary(), (line, seed) =>
        {
            var facts = Diary.Facts(line);
            var mixed = facts.Answered.ToArray();
            new Random(seed).Shuffle(mixed);
            return Alike(Diary.Replay(facts, line), Diary.Replay(facts with { Answered = mixed }, line));
        }).Check(Many);

    [Fact]
    public void Freezes_stay_within_none_and_three() => Prop.ForAll(Diary.Any, line =>
    {
        var streak = Diary.Streak(line);
        return streak.Freezes is >= 0 and <= 3
            && streak.DaysToNextFreeze is null or (>= 1 and <= 7)
            && streak.DaysToNextFreeze is null == (streak.Freezes == 3)
            && streak.Events.All(happened => happened.Kind == StreakEventKind.Broken || happened.Count is >= 0 and < 3);
    }).Check(Many);

    [Fact]
    public void The_longest_row_is_as_long_as_every_row() => Prop.ForAll(Diary.Any, line =>
    {
        var streak = Diary.Streak(line);
        var rows = streak.Events.Where(happened => happened.Kind == StreakEventKind.Broken).Select(happened => happened.Count).Append(streak.Current);
        return streak.Longest == rows.Max();
    }).Check(Many);

    [Fact]
    public void Every_missed_day_of_a_row_is_one_event() => Prop.ForAll(Diary.Any, line =>
    {
        var missed = Diary.Streak(line).Events.Select(happened => happened.Day).ToArray();
        return missed.SequenceEqual(missed.Distinct().Order()) && missed.All(day => "mgb".Contains(line[Period.DaysBetween(Diary.First, day)]));
    }).Check(Many);

    [Fact]
    public void Without_freezes_an_answered_day_more_never_lowers_the_longest_row() => Prop.ForAll(Diary.AnyWithDay, pair =>
    {
        var facts = Diary.Facts(pair.Line) with { Calendar = NoFreezes };
        return Diary.Replay(Answer(facts, pair.Day), pair.Line).Longest >= Diary.Replay(facts, pair.Line).Longest;
    }).Check(Many);

    [Fact]
    public void An_answer_today_never_lowers_anything() => Prop.ForAll(Diary.Any, line =>
    {
        // On an earlier day it may, for it spends freezes: see A_lone_answer_uses_the_freezes_of_the_row_after_it.
        var before = Diary.Streak(line);
        var after = Diary.Replay(Answer(Diary.Facts(line), line.Length - 1), line);
        return after.Current >= before.Current && after.Longest >= before.Longest && after.Freezes >= before.Freezes
            && after.IsTodayDone && after.Events.SequenceEqual(before.Events);
    }).Check(Many);

    [Fact]
    public void A_lone_answer_uses_the_freezes_of_the_row_after_it()
    {
        // The contract covers every missed day of a row, also of a row of one: its price shows later.
        Diary.Streak("m mm AAmmA").Longest.ShouldBe(3);
        Diary.Streak("A mm AAmmA").Longest.ShouldBe(3);
        Diary.Streak("m mmm AAmmA").Longest.ShouldBe(3);
        Diary.Streak("A mmm AAmmA").Longest.ShouldBe(2);
    }

    [Fact]
    public void Excusing_a_day_never_shortens_the_row_that_holds_it() => Prop.ForAll(Diary.AnyWithDay, pair =>
    {
        // Once the row broke later on, the longer one may have spent freezes that the next row would have had.
        var facts = Diary.Facts(pair.Line);
        var before = Diary.Replay(facts, pair.Line);
        var after = Diary.Replay(facts with { Excused = facts.Excused.Append(Diary.Day(pair.Day)).ToHashSet() }, pair.Line);
        var isLaterRow = before.Events.Any(happened => happened.Kind == StreakEventKind.Broken && happened.Day > Diary.Day(pair.Day));
        return isLaterRow || (after.Current >= before.Current && after.Longest >= before.Longest && after.Freezes >= before.Freezes);
    }).Check(Many);

    [Fact]
    public void At_its_end_a_vacation_has_never_shortened_the_row() => Prop.ForAll(Diary.AnyWithDay, Gen.Choose(0, 30).ToArbitrary(), (pair, days) =>
    {
        var vacation = new Vacation(Diary.Day(pair.Day), Diary.Day(pair.Day + days));
        var end = new LocalDay(vacation.To, IsGrace: false);
        var facts = Known(Diary.Facts(pair.Line), pair.Day + days);
        var before = StreakCalculator.Replay(facts, end);
        var after = StreakCalculator.Replay(facts with { Calendar = facts.Calendar with { Vacations = [vacation] } }, end);
        return after.Current >= before.Current && after.Longest >= before.Longest && after.Freezes >= before.Freezes;
    }).Check(Many);

    [Fact]
    public void Who_answers_on_every_day_with_a_question_never_breaks() => Prop.ForAll(Diary.Any, line =>
    {
        var diligent = line.Replace('m', 'A').Replace('g', 'b');
        var streak = Diary.Streak(diligent);
        return streak.Events.Count == 0 && streak.Current == streak.Longest && streak.Current >= diligent.Count(letter => "AaXb".Contains(letter));
    }).Check(Many);

    [Fact]
    public void What_happened_stays_as_days_go_by() => Prop.ForAll(Diary.Any, line =>
    {
        // Nothing that was told is taken back while no fact changes; grace is over at each look.
        var facts = Diary.Facts(line);
        return Enumerable.Range(1, line.Length - 1).All(day =>
        {
            var known = Known(facts, day);
            var before = StreakCalculator.Replay(known, new LocalDay(Diary.Day(day), IsGrace: false)).Events;
            var after = StreakCalculator.Replay(Known(facts, day + 1), new LocalDay(Diary.Day(day + 1), IsGrace: false)).Events;
            return after.Take(before.Count).SequenceEqual(before);
        });
    }).Check(Many);

    [Fact]
    public void Who_opted_out_never_uses_a_freeze() => Prop.ForAll(Diary.Any, line =>
    {
        var streak = Diary.Streak(line, facts => facts with { Calendar = NoFreezes });
        return streak.Freezes >= 2 && streak.Events.All(happened => happened.Kind == StreakEventKind.Broken);
    }).Check(Many);

    [Fact]
    public void A_day_without_a_question_changes_nothing_but_the_date() => Prop.ForAll(Diary.AnyWithDay, pair =>
    {
        // A free day before a question that was answered in its first hours would take the rescue away.
        var longer = pair.Line.Insert(pair.Day, ".");
        var streak = Diary.Streak(longer);
        var before = Diary.Streak(pair.Line);
        return "gb".Contains(pair.Line[pair.Day])
            || (streak.Current == before.Current && streak.Longest == before.Longest && streak.Freezes == before.Freezes);
    }).Check(Many);

    private static LearnerCalendar NoFreezes { get; } = LearnerCalendar.Empty with { Freezes = [new(Diary.First, IsOn: false)] };

    private static StreakFacts Answer(StreakFacts facts, int day) => facts with { Answered = [.. facts.Answered, new AnsweredDay(Diary.Day(day), 1, 0)] };

    private static StreakFacts Known(StreakFacts facts, int day) =>
        facts with { Answered = [.. facts.Answered.Where(answered => answered.Day <= Diary.Day(day))] };

    private static bool Alike(Streak left, Streak right) =>
        left.Events.SequenceEqual(right.Events) && left == right with { Events = left.Events };
}

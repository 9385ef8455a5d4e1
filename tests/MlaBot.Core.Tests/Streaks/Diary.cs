using FsCheck;
using FsCheck.Fluent;
using MlaBot.Core.Learners;
using MlaBot.Core.Streaks;
using MlaBot.Testing;
using NodaTime;

namespace MlaBot.Core.Tests.Streaks;

/// <summary>A learner's days as a line of letters, one a day from Monday 2026-03-02 on; spaces are for the eye.</summary>
/// <remarks>
/// <c>A</c> question and answer, <c>m</c> question and no answer, <c>.</c> no question, <c>a</c> an answer without a
/// question of the day, <c>x</c> an excused question, <c>X</c> one that was answered all the same, <c>g</c> a question and
/// an answer before 03:00 only, <c>b</c> a question, an answer before 03:00 and another later.
/// </remarks>
internal static class Diary
{
    public const string Letters = "Am.axXgb";

    public static LocalDate First { get; } = New.Date("2026-03-02");

    /// <summary>Lines of up to 60 days; a counterexample is cut down day by day and letter by letter.</summary>
    public static Arbitrary<string> Any { get; } = Arb.From(
        from length in Gen.Choose(1, 60)
        from letters in Gen.ArrayOf(Gen.Elements([.. "AAAAAmm", .. Letters]), length)
        select new string(letters),
        Shorter);

    /// <summary>A line and one of its days.</summary>
    public static Arbitrary<(string Line, int Day)> AnyWithDay { get; } = Arb.From(
        from line in Any.Generator
        from day in Gen.Choose(0, line.Length - 1)
        select (line, day),
        pair => Shorter(pair.Item1).Where(line => pair.Item2 < line.Length).Select(line => (line, pair.Item2))
            .Concat(pair.Item2 > 0 ? [(pair.Item1, pair.Item2 - 1), (pair.Item1[1..], pair.Item2 - 1)] : []));

    public static LocalDate Day(int index) => First.PlusDays(index);

    public static StreakFacts Facts(string line)
    {
        var days = line.Replace(" ", "", StringComparison.Ordinal).Select((letter, index) => (letter, day: Day(index))).ToArray();
        return new StreakFacts(
            [.. days.Where(each => "AaXgb".Contains(each.letter)).Select(each => new AnsweredDay(each.day, each.letter == 'g' ? 0 : 1, "gb".Contains(each.letter) ? 1 : 0))],
            days.Where(each => "AmxXgb".Contains(each.letter)).Select(each => each.day).ToHashSet(),
            days.Where(each => "xX".Contains(each.letter)).Select(each => each.day).ToHashSet(),
            [],
            LearnerCalendar.Empty,
            new HashSet<LocalDate>());
    }

    /// <summary>The streak on the last day of the line, after the grace hours.</summary>
    public static Streak Streak(string line, Func<StreakFacts, StreakFacts>? change = null)
    {
        var facts = Facts(line);
        return Replay(change is null ? facts : change(facts), line);
    }

    /// <summary>The streak on the last day of the line, whatever was changed in its facts.</summary>
    public static Streak Replay(StreakFacts facts, string line, bool isGrace = false) =>
        StreakCalculator.Replay(facts, new LocalDay(Day(line.Count(letter => letter != ' ') - 1), isGrace));

    private static IEnumerable<string> Shorter(string line)
    {
        for (var index = 0; line.Length > 1 && index < line.Length; index++)
        {
            yield return line.Remove(index, 1);
        }

        for (var index = 0; index < line.Length; index++)
        {
            foreach (var simpler in Letters[..Letters.IndexOf(line[index])])
            {
                yield return line[..index] + simpler + line[(index + 1)..];
            }
        }
    }
}

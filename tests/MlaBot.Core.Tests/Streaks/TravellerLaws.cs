using FsCheck;
using FsCheck.Fluent;
using MlaBot.Core.Learners;
using MlaBot.Core.Streaks;
using MlaBot.Testing;
using NodaTime;

namespace MlaBot.Core.Tests.Streaks;

/// <summary>Product contract 4.3: a zone change can neither break a row nor fake a day.</summary>
public sealed class TravellerLaws
{
    private static readonly string[] ZoneIds =
        ["Pacific/Honolulu", "America/New_York", "UTC", "Europe/Berlin", "Asia/Kolkata", "Asia/Tokyo", "Pacific/Auckland", "Pacific/Kiritimati", "Pacific/Pago_Pago"];

    // Autumn, so that most of the zones change their clocks on the way.
    private static readonly Instant Start = New.Instant("2026-10-20T00:00Z");
    private const int Days = 21;

    private static Gen<Journey> Journeys { get; } =
        from home in Gen.Elements(ZoneIds)
        from moves in Gen.ListOf(
            from hour in Gen.Choose(0, Days * 24)
            from zone in Gen.Elements(ZoneIds)
            select (hour, zone))
        select Journey.Of(home, moves.OrderBy(move => move.hour).Take(6));

    [Fact]
    public void Days_follow_each_other_without_a_hole_but_the_vanished() => Prop.ForAll(Journeys.ToArbitrary(), journey =>
    {
        var dates = journey.Hours.Select(hour => journey.Days.DayOf(hour).Date).Distinct().ToArray();
        return dates.Zip(dates.Skip(1)).All(pair => NextDay(pair.First) == pair.Second);

        LocalDate NextDay(LocalDate day)
        {
            do
            {
                day = day.PlusDays(1);
            }
            while (journey.Days.Vanished.Contains(day));
            return day;
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void No_journey_gains_more_than_the_day_that_zones_can_differ() => Prop.ForAll(Journeys.ToArbitrary(), journey =>
        journey.Hours.All(hour => Math.Abs(Period.DaysBetween(hour.InUtc().Date, journey.Days.DayOf(hour).Date)) <= 1)).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Every_day_begins_with_the_grace_of_the_day_before() => Prop.ForAll(Journeys.ToArbitrary(), journey =>
        journey.Hours.Select(journey.Days.DayOf).GroupBy(day => day.Date).Skip(1).SkipLast(1).All(hours =>
        {
            var grace = hours.TakeWhile(hour => hour.IsGrace).Count();
            return grace is >= 2 and <= 4 && hours.Skip(grace).All(hour => !hour.IsGrace);
        })).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Who_answers_every_question_on_its_day_or_in_its_grace_keeps_the_row() =>
        Prop.ForAll(Journeys.ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (journey, seed) =>
        {
            var posts = Enumerable.Range(0, Days).Select(day => Start + Duration.FromHours((day * 24) + 8)).ToArray();
            var random = new Random(seed);
            var answers = posts.Select(post => journey.InTime(post).ToArray() is var moments ? moments[random.Next(moments.Length)] : post).ToArray();
            var streak = journey.Replay(posts, answers);
            var due = posts.Select(post => journey.Days.DayOf(post).Date).Distinct().Count();
            return streak.Events.Count == 0 && streak.Current >= due && streak.Current <= posts.Length;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Who_never_answers_again_loses_the_row_whatever_the_journey() => Prop.ForAll(Journeys.ToArbitrary(), journey =>
    {
        var posts = Enumerable.Range(0, Days).Select(day => Start + Duration.FromHours((day * 24) + 8)).ToArray();
        return journey.Replay(posts, [posts[0]]).Current == 0;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private sealed record Journey(string Home, IReadOnlyList<ZoneChange> Changes)
    {
        public LearnerDays Days { get; } = new(Changes, DateTimeZoneProviders.Tzdb[Home]);

        public IEnumerable<Instant> Hours => Enumerable.Range(0, (TravellerLaws.Days + 3) * 24).Select(hour => Start + Duration.FromHours(hour));

        /// <summary>Applies the rule for choosing a zone: from the next local day on, one change at a time.</summary>
        public static Journey Of(string home, IEnumerable<(int Hour, string Zone)> moves)
        {
            var changes = new List<ZoneChange>();
            foreach (var (hour, zone) in moves)
            {
                var today = new LearnerDays(changes, DateTimeZoneProviders.Tzdb[home]).DayOf(Start + Duration.FromHours(hour)).Date;
                if (changes.Count == 0 || changes[^1].From <= today)
                {
                    changes.Add(new(today.PlusDays(1), zone));
                }
            }

            return new(home, changes);
        }

        /// <summary>The half hours in which an answer to a post keeps its day.</summary>
        public IEnumerable<Instant> InTime(Instant post)
        {
            var day = Days.DayOf(post).Date;
            return Enumerable.Range(0, 120).Select(half => post + Duration.FromMinutes(30 * half)).TakeWhile(at =>
                Days.DayOf(at) is var now && (now.Date == day || (now.IsGrace && Before(now.Date) == day)));
        }

        public Streak Replay(Instant[] posts, Instant[] answers)
        {
            var answered = answers.Select(Days.DayOf).Select(day => new AnsweredDay(day.Date, day.IsGrace ? 0 : 1, day.IsGrace ? 1 : 0));
            var due = posts.Select(post => Days.DayOf(post).Date).ToHashSet();
            var facts = new StreakFacts([.. answered], due, new HashSet<LocalDate>(), [], LearnerCalendar.Empty, Days.Vanished);
            return StreakCalculator.Replay(facts, Days.DayOf(Start + Duration.FromHours((TravellerLaws.Days + 2) * 24)));
        }

        public override string ToString() => $"{Home} {string.Join(' ', Changes.Select(change => $"{change.From:uuuu-MM-dd}:{change.Zone}"))}";

        private LocalDate Before(LocalDate day) => new StreakFacts([], Days.Vanished, Days.Vanished, [], LearnerCalendar.Empty, Days.Vanished).DayBefore(day);
    }
}

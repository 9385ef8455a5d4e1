using NodaTime;

namespace MlaBot.Core.Streaks;

/// <summary>Works a streak out from its facts, day by day from the first answer on.</summary>
/// <remarks>Source: product contract 4.3. Replaying keeps a late vacation or an outage that is found afterwards fair
/// without any repair of stored numbers.</remarks>
public static class StreakCalculator
{
    /// <summary>Works out the streak at a moment.</summary>
    /// <param name="facts">What happened.</param>
    /// <param name="now">The learner's local day and whether the day before can still be rescued.</param>
    public static Streak Replay(StreakFacts facts, LocalDay now)
    {
        var qualified = Qualified(facts);
        var run = new Run();
        var weeks = new FullWeeks();
        if (qualified.Count > 0)
        {
            var firstPending = now.IsGrace ? facts.DayBefore(now.Date) : now.Date;
            for (var day = qualified.Min(); day <= now.Date; day = day.PlusDays(1))
            {
                weeks.Begin(day);
                if (qualified.Contains(day))
                {
                    run.Count();
                    weeks.Count();
                }
                else if (IsExpected(facts, day))
                {
                    weeks.Miss();
                    if (day < firstPending)
                    {
                        run.Miss(day, UsesFreezes(facts, day));
                    }
                }
            }
        }

        return run.ToStreak(isTodayDone: qualified.Contains(now.Date)) with { FullWeeks = weeks.Full };
    }

    /// <summary>True when an answer is expected on a day.</summary>
    public static bool IsExpected(StreakFacts facts, LocalDate day) =>
        facts.Due.Contains(day)
        && !facts.Excused.Contains(day)
        && !IsRestDay(facts, day)
        && !facts.Calendar.Vacations.Any(vacation => vacation.Contains(day));

    private static HashSet<LocalDate> Qualified(StreakFacts facts)
    {
        var held = new Attempts(facts.Answered);
        var days = facts.Answered.Select(answered => answered.Day).Distinct().Order().ToArray();
        foreach (var day in days)
        {
            var before = facts.DayBefore(day);
            if (held.Of(before) == 0 && IsExpected(facts, before))
            {
                held.Give(day, before);
            }
        }

        // What today can spare still counts for yesterday, so that excusing a day takes nothing from the row.
        foreach (var day in days.Reverse().Where(day => held.Of(day) > 1 && facts.Due.Contains(facts.DayBefore(day))))
        {
            held.Give(day, facts.DayBefore(day));
        }

        return held.Days;
    }

    private static bool IsRestDay(StreakFacts facts, LocalDate day) =>
        facts.RestDays.LastOrDefault(rule => rule.From <= day)?.Days.Contains(day.DayOfWeek) ?? false;

    private static bool UsesFreezes(StreakFacts facts, LocalDate day) =>
        facts.Calendar.Freezes.LastOrDefault(choice => choice.From <= day)?.IsOn ?? true;

    /// <summary>Counts weeks that are over and had no day left out.</summary>
    private sealed class FullWeeks
    {
        private int _days;

        // The week of the first answer is whole only when it began with it.
        private bool _isWhole;

        public int Full { get; private set; }

        public void Begin(LocalDate day)
        {
            if (day.DayOfWeek != IsoDayOfWeek.Monday)
            {
                return;
            }

            Full += _isWhole && _days >= StreakRules.FullWeekDays ? 1 : 0;
            (_days, _isWhole) = (0, true);
        }

        public void Count() => _days++;

        public void Miss() => _isWhole = false;
    }

    /// <summary>The running numbers of one replay.</summary>
    private sealed class Run
    {
        private readonly List<StreakEvent> _events = [];
        private int _current;
        private int _longest;
        private int _freezes = StreakRules.FirstFreezes;
        private int _towardsFreeze;

        public void Count()
        {
            _current++;
            _longest = Math.Max(_longest, _current);
            // At the cap nothing is saved up: the next freeze takes seven days from the first one used.
            _towardsFreeze = _freezes < StreakRules.MostFreezes ? _towardsFreeze + 1 : 0;
            if (_towardsFreeze == StreakRules.DaysPerFreeze)
            {
                _freezes++;
                _towardsFreeze = 0;
            }
        }

        public void Miss(LocalDate day, bool usesFreezes)
        {
            if (_current == 0)
            {
                return;
            }

            if (usesFreezes && _freezes > 0)
            {
                _freezes--;
                _events.Add(new(day, StreakEventKind.FreezeUsed, _freezes));
                return;
            }

            _events.Add(new(day, StreakEventKind.Broken, _current));
            _current = 0;
        }

        public Streak ToStreak(bool isTodayDone) => new(
            _current,
            _longest,
            _freezes,
            isTodayDone,
            _freezes < StreakRules.MostFreezes ? StreakRules.DaysPerFreeze - _towardsFreeze : null,
            _events);
    }
}

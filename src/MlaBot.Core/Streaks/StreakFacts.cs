using MlaBot.Core.Channels;
using MlaBot.Core.Learners;
using NodaTime;

namespace MlaBot.Core.Streaks;

/// <summary>Everything that a streak follows from. No clock, no store: the same facts always give the same streak.</summary>
/// <param name="Answered">The learner's local days with first attempts on due items; any order.</param>
/// <param name="Due">The local days on which at least one question opened for the group.</param>
/// <param name="Excused">The local days that an outage, a skipped, missed or withdrawn question excuses.</param>
/// <param name="RestDays">The group's rest days by first date; oldest first.</param>
/// <param name="Calendar">The learner's vacations and freeze choices.</param>
/// <param name="Vanished">The days that a move far to the east left no time for; yesterday lies before them.</param>
public sealed record StreakFacts(
    IReadOnlyCollection<AnsweredDay> Answered,
    IReadOnlySet<LocalDate> Due,
    IReadOnlySet<LocalDate> Excused,
    IReadOnlyList<RestDayRule> RestDays,
    LearnerCalendar Calendar,
    IReadOnlySet<LocalDate> Vanished)
{
    /// <summary>The day before a day.</summary>
    public LocalDate DayBefore(LocalDate day)
    {
        do
        {
            day = day.PlusDays(-1);
        }
        while (Vanished.Contains(day));
        return day;
    }
}

/// <summary>First attempts of one local day.</summary>
/// <param name="Day">The day by the calendar.</param>
/// <param name="Regular">First attempts from 03:00 on.</param>
/// <param name="Grace">First attempts before 03:00: they count for the day before when that day still needs one.</param>
public sealed record AnsweredDay(LocalDate Day, int Regular, int Grace);

/// <summary>A learner's streak at a moment.</summary>
/// <param name="Current">Qualified days in a row, today included when it is done.</param>
/// <param name="Longest">The longest such row ever.</param>
/// <param name="Freezes">Freezes left: 0 to 3.</param>
/// <param name="IsTodayDone">True when today needs nothing more.</param>
/// <param name="DaysToNextFreeze">Qualified days until the next freeze is earned; null at the cap.</param>
/// <param name="Events">Days on which a freeze was used or a row broke, oldest first.</param>
public sealed record Streak(
    int Current, int Longest, int Freezes, bool IsTodayDone, int? DaysToNextFreeze, IReadOnlyList<StreakEvent> Events)
{
    /// <summary>Weeks from Monday to Sunday that are over, with an answer on every day that asked for one and on
    /// <see cref="StreakRules.FullWeekDays"/> days at least.</summary>
    public int FullWeeks { get; init; }
}

/// <summary>Something that happened to a streak on a day without an answer.</summary>
/// <param name="Day">The missed day.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Count">For a freeze: how many are left. For a break: how long the row had been.</param>
public sealed record StreakEvent(LocalDate Day, StreakEventKind Kind, int Count);

/// <summary>What can happen on a missed day.</summary>
public enum StreakEventKind
{
    /// <summary>A freeze covered it.</summary>
    FreezeUsed,

    /// <summary>The row ended.</summary>
    Broken,
}

using MlaBot.Core.Channels;
using MlaBot.Core.Learners;
using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Core.Streaks;

/// <summary>Gathers a learner's facts and works out the streak.</summary>
public sealed class ShowStreak(IStreakStore streaks, ILearnerStore learners, IChannelStore channels, TimeProvider clock)
{
    /// <summary>A learner's streak now.</summary>
    /// <param name="key">The learner; may be unknown.</param>
    /// <param name="homeZone">The zone of the channel, for learners who named none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Streak> HandleAsync(LearnerKey key, DateTimeZone homeZone, CancellationToken cancellationToken)
    {
        var learner = await learners.FindAsync(key, cancellationToken);
        return await ReplayAsync(key, learner, homeZone, cancellationToken);
    }

    /// <summary>The streak, with what happened since the learner was last told; the next call does not tell it again.</summary>
    public async Task<(Streak Streak, IReadOnlyList<StreakEvent> News)> WithNewsAsync(
        LearnerKey key, DateTimeZone homeZone, CancellationToken cancellationToken)
    {
        var learner = await learners.FindAsync(key, cancellationToken);
        var streak = await ReplayAsync(key, learner, homeZone, cancellationToken);
        var news = learner is null ? [] : streak.Events.Where(happened => happened.Day > (learner.Calendar.NoticedThrough ?? LocalDate.MinIsoValue)).ToArray();
        if (news.Length > 0)
        {
            var told = learner!.Calendar with { NoticedThrough = news[^1].Day };
            await learners.SaveAsync(learner with { Calendar = told }, cancellationToken);
        }

        return (streak, news);
    }

    private async Task<Streak> ReplayAsync(LearnerKey key, Learner? learner, DateTimeZone homeZone, CancellationToken cancellationToken)
    {
        var calendar = learner?.Calendar ?? LearnerCalendar.Empty;
        var days = new LearnerDays(calendar.Zones, homeZone);
        var facts = await GatherAsync(key, calendar, days, cancellationToken);
        return StreakCalculator.Replay(facts, days.DayOf(clock.Now()));
    }

    private async Task<StreakFacts> GatherAsync(
        LearnerKey key, LearnerCalendar calendar, LearnerDays days, CancellationToken cancellationToken)
    {
        var answered = await streaks.AnsweredAsync(key, cancellationToken);
        if (answered.Count == 0)
        {
            return new StreakFacts([], new HashSet<LocalDate>(), new HashSet<LocalDate>(), [], calendar, days.Vanished);
        }

        // A day before the first answer may still hold the first question; two cover every zone.
        var from = answered.Min(day => day.Day).PlusDays(-2).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
        var moments = await streaks.MomentsAsync(key.Group, from, cancellationToken);
        var outages = await streaks.OutagesAsync(from, cancellationToken);
        var due = moments.Where(moment => !moment.IsExcuse).Select(moment => days.DayOf(moment.At).Date).ToHashSet();
        var excused = moments.Where(moment => moment.IsExcuse).Select(moment => days.DayOf(moment.At).Date).ToHashSet();
        foreach (var outage in outages)
        {
            excused.UnionWith(DaysTouched(days, outage));
        }

        return new StreakFacts(answered, due, excused, await channels.RestDaysAsync(key.Group, cancellationToken), calendar, days.Vanished);
    }

    private static IEnumerable<LocalDate> DaysTouched(LearnerDays days, Outage outage)
    {
        var first = days.DayOf(outage.From);
        var last = days.DayOf(outage.To).Date;
        // In the grace hours the day before could still have been rescued.
        for (var day = first.IsGrace ? first.Date.PlusDays(-1) : first.Date; day <= last; day = day.PlusDays(1))
        {
            yield return day;
        }
    }
}

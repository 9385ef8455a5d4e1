using MlaBot.Core.Channels;
using MlaBot.Core.Content;
using MlaBot.Core.Home;
using MlaBot.Core.Learners;
using MlaBot.Core.Streaks;
using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Core.Notes;

/// <summary>Plans a learner's weeks up to an exam, from the learner's own record when there is one. Nothing is stored.</summary>
public sealed class PlanStudy(IHomeStore home, ILearnerStore learners, IChannelStore channels, IContentSource content, TimeProvider clock)
{
    /// <summary>The days that the record looks back.</summary>
    public const int RecordDays = 90;

    private const int MostDays = 366;

    /// <summary>Makes a plan for the exam of a channel.</summary>
    /// <param name="person">Who studies.</param>
    /// <param name="place">The channel in which it was asked for.</param>
    /// <param name="examDay">The day of the exam.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The plan; a refusal when the day is not ahead, or more than a year away.</returns>
    public async Task<Outcome<StudyPlan>> HandleAsync(LearnerKey person, ChannelKey place, LocalDate examDay, CancellationToken cancellationToken)
    {
        var channel = await channels.FindAsync(place, cancellationToken);
        var today = await TodayAsync(person, channel, cancellationToken);
        if (examDay <= today)
        {
            return new Refusal("plan-past", $"{Days.Iso(examDay)} is not ahead of you; today is {Days.Iso(today)}.", "Give the day of your exam, such as /plan 2027-03-15.");
        }

        if (Period.DaysBetween(today, examDay) > MostDays)
        {
            return new Refusal("plan-far", "That is more than a year away.", "Give a day within the next year; until then the daily questions are enough.");
        }

        return StudyPlanner.Plan(content.Current.ExamOf(channel), today, examDay, await home.RecordAsync(person, today.PlusDays(1 - RecordDays), cancellationToken));
    }

    /// <summary>The day that it is for a person.</summary>
    /// <param name="person">Who.</param>
    /// <param name="channel">Where; its zone holds for somebody who chose none. UTC when null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<LocalDate> TodayAsync(LearnerKey person, Channel? channel, CancellationToken cancellationToken)
    {
        var zone = channel is null ? DateTimeZone.Utc : DateTimeZoneProviders.Tzdb.GetZoneOrNull(channel.Zone) ?? DateTimeZone.Utc;
        var calendar = (await learners.FindAsync(person, cancellationToken))?.Calendar ?? LearnerCalendar.Empty;
        return new LearnerDays(calendar.Zones, zone).DayOf(clock.Now()).Date;
    }
}

using MlaBot.Core.Channels;
using NodaTime;

namespace MlaBot.Core.Boards;

/// <summary>How many people took part on a date on which questions were asked.</summary>
/// <param name="Date">The date on which the questions were asked.</param>
/// <param name="People">People who answered one of them before its reveal.</param>
/// <param name="Active">People who answered a question of the <see cref="BoardRules.ActiveDays"/> dates that end with this one.</param>
public readonly record struct GroupDay(LocalDate Date, int People, int Active);

/// <summary>Everything that a group's streak follows from.</summary>
/// <param name="Days">The dates with questions that were revealed; oldest first.</param>
/// <param name="Excused">Dates that an outage, a skipped, missed or withdrawn question excuses.</param>
/// <param name="RestDays">The group's rest days by first date; oldest first.</param>
/// <param name="Quorum">The share of active members that keeps the row, in percent: 50 to 100.</param>
/// <param name="PendingFrom">The first date that can still be kept: nothing is said of it before it is over.</param>
public sealed record GroupStreakFacts(
    IReadOnlyList<GroupDay> Days, IReadOnlySet<LocalDate> Excused, IReadOnlyList<RestDayRule> RestDays, int Quorum, LocalDate PendingFrom);

/// <summary>Days in a row on which enough of a group took part. It says nothing about persons.</summary>
/// <param name="Current">Days in a row, up to now.</param>
/// <param name="Longest">The longest such row ever.</param>
/// <remarks>Source: product row 42 and idea 17 of section 3. Rest days, outages and excused days are neutral, as they are for people; a neutral
/// day on which enough took part all the same counts.</remarks>
public readonly record struct GroupStreak(int Current, int Longest)
{
    /// <summary>People who must take part: the quorum of the active members, and never fewer than two.</summary>
    public static int Needed(int active, int quorum) => Math.Max(BoardRules.FewestForGroupDay, ((active * quorum) + 99) / 100);

    /// <summary>Works the streak out from its facts.</summary>
    public static GroupStreak Replay(GroupStreakFacts facts)
    {
        var current = 0;
        var longest = 0;
        foreach (var day in facts.Days)
        {
            if (day.People >= Needed(day.Active, facts.Quorum))
            {
                longest = Math.Max(longest, ++current);
            }
            else if (day.Date < facts.PendingFrom && !facts.Excused.Contains(day.Date) && !IsRestDay(facts.RestDays, day.Date))
            {
                current = 0;
            }
        }

        return new GroupStreak(current, longest);
    }

    private static bool IsRestDay(IReadOnlyList<RestDayRule> rules, LocalDate day) =>
        rules.LastOrDefault(rule => rule.From <= day)?.Days.Contains(day.DayOfWeek) ?? false;
}

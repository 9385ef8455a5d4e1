using MlaBot.Chat.Cards;
using MlaBot.Core.Learners;
using MlaBot.Core.Streaks;
using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Chat.Streaks;

/// <summary>Cards about the own streak and days off. No word of blame on a loss.</summary>
internal static class StreakCards
{
    public static Card Own(Streak streak, LearnerCalendar calendar, DateTimeZone home, IReadOnlyList<string> others)
    {
        var lines = new List<string>
        {
            streak.Current switch
            {
                0 => "No row is running. Your next answer starts one.",
                1 => $"1 day{(streak.IsTodayDone ? ", today included" : "")}.",
                _ => $"{streak.Current} days in a row{(streak.IsTodayDone ? ", today included" : "")}.",
            },
        };
        if (!streak.IsTodayDone && streak.Current > 0)
        {
            lines.Add("Today is still to do: one answer is enough, right or wrong.");
        }

        lines.Add($"Longest: {streak.Longest}. Freezes: {streak.Freezes} of {StreakRules.MostFreezes}"
            + (streak.DaysToNextFreeze is { } days ? $"; the next one in {days} {(days == 1 ? "day" : "days")}." : "."));
        lines.AddRange(streak.Events.TakeLast(3).Select(happened => happened.Kind == StreakEventKind.FreezeUsed
            ? $"{Days.Iso(happened.Day)}: a freeze covered the day."
            : $"{Days.Iso(happened.Day)}: a row of {happened.Count} ended."));
        lines.AddRange(others);
        return new Card(
            new Header("Your streak"),
            new Section(string.Join('\n', lines)),
            new ContextLine($"Your zone: {Zone(calendar, home)} A day ends at 03:00 the next morning. /vacation declares days off.")).Privately();
    }

    /// <summary>The zone that holds or will hold tomorrow, and where it comes from.</summary>
    public static string Zone(LearnerCalendar calendar, DateTimeZone home) => calendar.Zones switch
    {
        [] => $"{home.Id}, as in this channel; /zone chooses another.",
        [.., { IsOfProfile: true } change] => $"{change.Zone}, from your profile; /zone chooses another.",
        [.., var change] => $"{change.Zone}, as you chose.",
    };

    public static Card Vacations(IReadOnlyList<Vacation> vacations) => new Card(
        new Section(vacations.Count == 0
            ? "You have declared no vacation. Type /vacation <first day> <last day>, such as /vacation 2026-12-24 2027-01-02."
            : "Your vacations:\n" + string.Join('\n', vacations.Select(vacation => $"- {Days.Iso(vacation.From)} to {Days.Iso(vacation.To)}")))).Privately();
}

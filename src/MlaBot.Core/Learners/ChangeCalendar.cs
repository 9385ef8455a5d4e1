using MlaBot.Core.Channels;
using MlaBot.Core.Streaks;
using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Core.Learners;

/// <summary>Lets learners declare vacations, choose a zone and opt out of freezes. No change reaches back further than the contract allows.</summary>
public sealed class ChangeCalendar(ILearnerStore learners, TimeProvider clock)
{
    /// <summary>Declares a vacation. It takes the place of one that it overlaps, but takes away no day that is over.</summary>
    /// <param name="key">Who.</param>
    /// <param name="name">The name to remember.</param>
    /// <param name="homeZone">The channel's zone.</param>
    /// <param name="vacation">The days; at most 30, starting at most 48 hours ago.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Outcome<Vacation>> DeclareAsync(
        LearnerKey key, string name, DateTimeZone homeZone, Vacation vacation, CancellationToken cancellationToken)
    {
        var (learner, today) = await LoadAsync(key, name, homeZone, cancellationToken);
        if (vacation.To < vacation.From)
        {
            return new Refusal("vacation-order", "The last day lies before the first.", "Give the first day, then the last: /vacation 2026-12-24 2027-01-02.");
        }

        if (Period.DaysBetween(vacation.From, vacation.To) + 1 > StreakRules.LongestVacation)
        {
            return new Refusal("vacation-long", $"A vacation has at most {StreakRules.LongestVacation} days.", "Declare a shorter one; another may follow it.");
        }

        if (vacation.From < today.PlusDays(-StreakRules.VacationLateDays))
        {
            return new Refusal("vacation-late", "A vacation can be declared ahead or within 48 hours after it began.", $"The earliest first day is {Days.Iso(today.PlusDays(-StreakRules.VacationLateDays))}.");
        }

        var others = learner.Calendar.Vacations.SelectMany(old => Beside(old, vacation, today));
        await SaveAsync(learner, learner.Calendar with { Vacations = [.. others.Append(vacation).OrderBy(each => each.From)] }, cancellationToken);
        return vacation;
    }

    /// <summary>Ends every vacation that runs or is still to come; days that are over stay excused.</summary>
    /// <returns>How many were ended.</returns>
    public async Task<int> EndVacationsAsync(LearnerKey key, string name, DateTimeZone homeZone, CancellationToken cancellationToken)
    {
        var (learner, today) = await LoadAsync(key, name, homeZone, cancellationToken);
        var ended = learner.Calendar.Vacations.Count(vacation => vacation.To >= today);
        var kept = learner.Calendar.Vacations
            .Where(vacation => vacation.From < today)
            .Select(vacation => vacation.To < today ? vacation : vacation with { To = today.PlusDays(-1) });
        await SaveAsync(learner, learner.Calendar with { Vacations = [.. kept] }, cancellationToken);
        return ended;
    }

    /// <summary>Chooses the learner's own zone, from the next local day on.</summary>
    /// <returns>The change, or a refusal when the zone is unknown or one was chosen today.</returns>
    public async Task<Outcome<ZoneChange>> ChooseZoneAsync(
        LearnerKey key, string name, DateTimeZone homeZone, string zoneId, CancellationToken cancellationToken)
    {
        if (Zones.Find(zoneId) is not Outcome<DateTimeZone>.Ok(var zone))
        {
            return ((Outcome<DateTimeZone>.Refused)Zones.Find(zoneId)).Reason;
        }

        var (learner, today) = await LoadAsync(key, name, homeZone, cancellationToken);
        if (learner.Calendar.Zones.Any(change => change.From > today && !change.IsOfProfile))
        {
            return new Refusal("zone-again", "You chose a zone today already; it holds from tomorrow.", "Choose again tomorrow.");
        }

        var chosen = new ZoneChange(today.PlusDays(1), zone.Id);
        await SaveAsync(learner, learner.Calendar with { Zones = [.. learner.Calendar.Zones.Where(change => change.From <= today), chosen] }, cancellationToken);
        return chosen;
    }

    /// <summary>Turns freezes on or off, from today on.</summary>
    public async Task<FreezeChoice> ChooseFreezesAsync(LearnerKey key, string name, DateTimeZone homeZone, bool isOn, CancellationToken cancellationToken)
    {
        var (learner, today) = await LoadAsync(key, name, homeZone, cancellationToken);
        var choice = new FreezeChoice(today, isOn);
        var earlier = learner.Calendar.Freezes.Where(old => old.From < today);
        await SaveAsync(learner, learner.Calendar with { Freezes = [.. earlier, choice] }, cancellationToken);
        return choice;
    }

    /// <summary>What stays of an older vacation: one that has begun keeps its days up to the new one, one to come is replaced.</summary>
    private static IEnumerable<Vacation> Beside(Vacation old, Vacation added, LocalDate today)
    {
        if (old.To < added.From || old.From > added.To)
        {
            return [old];
        }

        return old.From <= today && old.From < added.From ? [old with { To = added.From.PlusDays(-1) }] : [];
    }

    private async Task<(Learner Learner, LocalDate Today)> LoadAsync(
        LearnerKey key, string name, DateTimeZone homeZone, CancellationToken cancellationToken)
    {
        var learner = await learners.FindAsync(key, cancellationToken) ?? new Learner(key, name, LearnerCalendar.Empty);
        return (learner, new LearnerDays(learner.Calendar.Zones, homeZone).DayOf(clock.Now()).Date);
    }

    private Task SaveAsync(Learner learner, LearnerCalendar calendar, CancellationToken cancellationToken) =>
        learners.SaveAsync(learner with { Calendar = calendar }, cancellationToken);
}

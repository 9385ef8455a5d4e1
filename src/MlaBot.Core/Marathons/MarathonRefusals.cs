using System.Globalization;
using NodaTime;

namespace MlaBot.Core.Marathons;

/// <summary>Why a challenge over several days cannot be had.</summary>
public static class MarathonRefusals
{
    /// <summary>The number of days is none, or out of range.</summary>
    public static Refusal Days { get; } = new(
        "marathon-days", $"A challenge over several days has {MarathonRules.FewestDays} to {MarathonRules.MostDays} days.", "Give a whole number, such as 7.");

    internal static Refusal NotSetUp { get; } = new("not-set-up", "This channel is not set up yet.", "An admin types /setup first.");

    internal static Refusal None { get; } = new(
        "marathon-none", "No challenge over several days is planned or running here.", "An admin starts one with /marathon start; /marathon show last shows the last one.");

    internal static Refusal NoLast { get; } = new(
        "marathon-no-last", "No challenge over several days has ended here yet.", "Type /marathon show for the present one.");

    /// <summary>Judges a wish.</summary>
    /// <param name="days">How many dates.</param>
    /// <param name="title">The cleaned title.</param>
    /// <param name="from">The first date.</param>
    /// <param name="today">The present date in the channel's zone.</param>
    /// <returns>Null when nothing is wrong.</returns>
    internal static Refusal? Check(int days, string title, LocalDate from, LocalDate today)
    {
        if (days is < MarathonRules.FewestDays or > MarathonRules.MostDays)
        {
            return Days;
        }

        // A character that people see may be many units of text.
        if (new StringInfo(title).LengthInTextElements > MarathonRules.LongestTitle || title.Length > 2 * MarathonRules.LongestTitle)
        {
            return new Refusal("marathon-title", $"A title has at most {MarathonRules.LongestTitle} characters.", "Choose a shorter one.");
        }

        if (from < today)
        {
            return new Refusal("marathon-past", $"{Time.Days.Iso(from)} is over.", "Give today, tomorrow or a later date; tomorrow holds when you give none.");
        }

        return from > today.PlusDays(MarathonRules.FurthestAhead)
            ? new Refusal("marathon-far", $"{Time.Days.Iso(from)} is more than {MarathonRules.FurthestAhead} days ahead.", "Give an earlier date.")
            : null;
    }
}

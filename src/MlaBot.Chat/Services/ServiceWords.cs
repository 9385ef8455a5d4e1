using MlaBot.Core.Services;
using NodaTime;
using NodaTime.Text;

namespace MlaBot.Chat.Services;

/// <summary>Words for the two axes of a service's status: its place in the exam guides, and whether it can be had today.</summary>
public static class ServiceWords
{
    /// <summary>The place in every exam's lists: <c>MLA-C01: in scope · MLA-C02: on no list</c>.</summary>
    public static string Guide(ServiceEntry entry) =>
        string.Join(" · ", entry.Scope.OrderBy(pair => pair.Key.Value, StringComparer.Ordinal).Select(pair => $"{pair.Key}: {Scope(pair.Value)}"));

    /// <summary>Whether it can be had today, with the date, and what happened.</summary>
    public static string Today(ServiceStatus status)
    {
        // Most notes tell the date already.
        var tellsDate = status.Since is null || status.Note.Contains(status.Since, StringComparison.Ordinal);
        var state = tellsDate ? State(status.State) : $"{State(status.State)} since {status.Since}";
        var doubt = status.Confidence == "high" || status.State == ServiceState.Active ? "" : $" (confidence: {status.Confidence})";
        return status.Note.Length == 0 ? $"{state}{doubt}." : $"{state}{doubt}. {status.Note}";
    }

    /// <summary>A date as in 2026-11-21.</summary>
    public static string Date(LocalDate date) => LocalDatePattern.Iso.Format(date);

    /// <summary>A state in a few words.</summary>
    public static string State(ServiceState state) => state switch
    {
        ServiceState.Active => "open to everybody",
        ServiceState.Renamed => "open under a new name",
        ServiceState.ClosedToNew => "closed to new customers",
        ServiceState.Sunset => "end announced, closed to new customers",
        _ => "ended",
    };

    private static string Scope(ExamScope scope) => scope switch
    {
        ExamScope.InScope => "in scope",
        ExamScope.Named => "named in the outline",
        ExamScope.OutOfScope => "out of scope",
        ExamScope.Dropped => "dropped from the list",
        _ => "on no list",
    };
}

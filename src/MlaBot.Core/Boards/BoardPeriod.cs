using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Core.Boards;

/// <summary>How long a board runs. Stored as a number: add at the end, never renumber.</summary>
public enum BoardKind
{
    /// <summary>One date: the base of the group streak and of challenges over several days, never shown as a board.</summary>
    Day = 0,

    /// <summary>Monday to Sunday.</summary>
    Week = 1,

    /// <summary>A calendar month.</summary>
    Month = 2,

    /// <summary>A calendar quarter.</summary>
    Season = 3,

    /// <summary>Since the first question; it never ends.</summary>
    All = 4,
}

/// <summary>A run of whole local dates over which points are counted.</summary>
/// <param name="Kind">How long.</param>
/// <param name="Start">The first date.</param>
/// <remarks>A question belongs to the local date on which it was asked, so its period follows from calendar dates alone. Clocks that change
/// move the instant at which a period ends, never the questions in it.</remarks>
public readonly record struct BoardPeriod(BoardKind Kind, LocalDate Start)
{
    private static readonly LocalDate Beginning = new(1970, 1, 1);

    /// <summary>The kinds that end and are archived.</summary>
    public static IReadOnlyList<BoardKind> Ending { get; } = [BoardKind.Week, BoardKind.Month, BoardKind.Season];

    /// <summary>All kinds, as a post is counted in.</summary>
    public static IReadOnlyList<BoardKind> Kinds { get; } = [BoardKind.Day, BoardKind.Week, BoardKind.Month, BoardKind.Season, BoardKind.All];

    /// <summary>The first date that is not part of it; the end of the calendar for <see cref="BoardKind.All"/>.</summary>
    public LocalDate End => Kind switch
    {
        BoardKind.Day => Start.PlusDays(1),
        BoardKind.Week => Start.PlusWeeks(1),
        BoardKind.Month => Start.PlusMonths(1),
        BoardKind.Season => Start.PlusMonths(3),
        _ => LocalDate.MaxIsoValue,
    };

    /// <summary>The period of the same kind before it; itself for <see cref="BoardKind.All"/>.</summary>
    public BoardPeriod Previous => Kind == BoardKind.All ? this : Of(Kind, Start.PlusDays(-1));

    /// <summary>The period of a kind that a date is in.</summary>
    public static BoardPeriod Of(BoardKind kind, LocalDate date) => new(kind, kind switch
    {
        BoardKind.Day => date,
        BoardKind.Week => date.PlusDays(1 - (int)date.DayOfWeek),
        BoardKind.Month => new LocalDate(date.Year, date.Month, 1),
        BoardKind.Season => new LocalDate(date.Year, date.Month - ((date.Month - 1) % 3), 1),
        _ => Beginning,
    });

    /// <summary>True when a date is part of it.</summary>
    public bool Contains(LocalDate date) => date >= Start && date < End;

    /// <summary>The instant at which it ends in a zone: the first one of the date <see cref="End"/> there.</summary>
    public Instant EndsAt(DateTimeZone zone) => Kind == BoardKind.All ? Instant.MaxValue : Zones.At(zone, End, LocalTime.Midnight);

    /// <summary>Kind and first date, such as <c>Week 2026-03-02</c>.</summary>
    public override string ToString() => $"{Kind} {Days.Iso(Start)}";
}

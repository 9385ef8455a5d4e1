using MlaBot.Core.Learners;
using NodaTime;

namespace MlaBot.Core.Streaks;

/// <summary>A learner's local days: the zone that held when a day began decides where it ends.</summary>
/// <remarks>Product rule 4.3: a zone change takes effect the next day and is never retroactive. Going west stretches the
/// last day before the change; going east shortens the first one, and a day that vanishes altogether is excused.</remarks>
public sealed class LearnerDays
{
    /// <summary>Answers before this time may still count for the day before.</summary>
    public static readonly LocalTime GraceEnds = new(3, 0);

    private readonly List<Segment> _segments = [];

    /// <summary>Makes the time line of a learner.</summary>
    /// <param name="changes">Own zones by first day, oldest first.</param>
    /// <param name="home">The zone that holds before the first change.</param>
    public LearnerDays(IReadOnlyList<ZoneChange> changes, DateTimeZone home)
    {
        _segments.Add(new(Instant.MinValue, LocalDate.MinIsoValue, home));
        foreach (var change in changes)
        {
            if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(change.Zone) is not { } zone)
            {
                continue;
            }

            var start = _segments[^1].Zone.AtStartOfDay(change.From).ToInstant();
            _segments.Add(new(start, change.From, zone));
            for (var day = change.From; day < start.InZone(zone).Date; day = day.PlusDays(1))
            {
                Vanished.Add(day);
            }
        }
    }

    /// <summary>The days that a move to the east left no time for.</summary>
    public HashSet<LocalDate> Vanished { get; } = [];

    /// <summary>The zone that holds at an instant.</summary>
    public DateTimeZone ZoneAt(Instant instant) => SegmentAt(instant).Zone;

    /// <summary>The local day of an instant.</summary>
    public LocalDay DayOf(Instant instant)
    {
        var segment = SegmentAt(instant);
        var local = instant.InZone(segment.Zone).LocalDateTime;
        return local.Date < segment.From
            ? new LocalDay(segment.From, IsGrace: false)
            : new LocalDay(local.Date, local.TimeOfDay < GraceEnds);
    }

    private Segment SegmentAt(Instant instant) => _segments.FindLast(segment => segment.Start <= instant);

    private readonly record struct Segment(Instant Start, LocalDate From, DateTimeZone Zone);
}

/// <summary>A local day, and whether the moment lies in its first three hours.</summary>
/// <param name="Date">The day by the calendar.</param>
/// <param name="IsGrace">True before 03:00: the day before may still be rescued.</param>
public readonly record struct LocalDay(LocalDate Date, bool IsGrace);

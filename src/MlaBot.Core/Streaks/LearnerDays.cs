using MlaBot.Core.Learners;
using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Core.Streaks;

/// <summary>A learner's local days: the zone that held when a day began decides where it ends.</summary>
/// <remarks>Product rule 4.3: a zone change takes effect the next day and is never retroactive. Going west stretches the
/// first day after the change, going east shortens it, and a day of which only hours of grace would be left vanishes.</remarks>
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
        _segments.Add(new(Instant.MinValue, LocalDate.MinIsoValue, home, Instant.MinValue));
        foreach (var change in changes)
        {
            if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(change.Zone) is not { } zone)
            {
                continue;
            }

            var old = _segments[^1].Zone;
            var start = Zones.At(old, change.From, LocalTime.Midnight);
            // The last day of the old zone keeps the grace of its own clock, so no day ends before that does.
            var grace = Zones.At(old, change.From, GraceEnds);
            var first = change.From;
            for (; Zones.At(zone, first.PlusDays(1), LocalTime.Midnight) < grace; first = first.PlusDays(1))
            {
                Vanished.Add(first);
            }

            _segments.Add(new(start, first, zone, grace));
        }
    }

    /// <summary>The days that a move far to the east left no time for.</summary>
    public HashSet<LocalDate> Vanished { get; } = [];

    /// <summary>The zone that holds at an instant.</summary>
    public DateTimeZone ZoneAt(Instant instant) => SegmentAt(instant).Zone;

    /// <summary>The local day of an instant.</summary>
    public LocalDay DayOf(Instant instant)
    {
        var segment = SegmentAt(instant);
        var date = instant.InZone(segment.Zone).Date;
        return date <= segment.First
            ? new LocalDay(segment.First, instant < segment.FirstGraceEnds)
            : new LocalDay(date, instant < Zones.At(segment.Zone, date, GraceEnds));
    }

    private Segment SegmentAt(Instant instant) => _segments.FindLast(segment => segment.Start <= instant);

    private readonly record struct Segment(Instant Start, LocalDate First, DateTimeZone Zone, Instant FirstGraceEnds);
}

/// <summary>A local day, and whether the day before can still be rescued.</summary>
/// <param name="Date">The day by the calendar.</param>
/// <param name="IsGrace">True before 03:00 by the clock of the day before.</param>
public readonly record struct LocalDay(LocalDate Date, bool IsGrace);

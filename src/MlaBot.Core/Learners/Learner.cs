using MlaBot.Core.Channels;
using NodaTime;

namespace MlaBot.Core.Learners;

/// <summary>A person who answered or chose a setting in a group.</summary>
/// <param name="Key">Group and user.</param>
/// <param name="Name">The name last seen.</param>
/// <param name="Calendar">The person's own days.</param>
public sealed record Learner(LearnerKey Key, string Name, LearnerCalendar Calendar);

/// <summary>What a learner told about the own days. Every entry is dated, so that no change reaches back.</summary>
/// <param name="Zones">Own time zones by first date; oldest first. Empty: the channel's zone holds.</param>
/// <param name="Vacations">Declared vacations.</param>
/// <param name="Freezes">Whether missed days are covered by freezes, by first date; oldest first. Empty: they are.</param>
/// <param name="NoticedThrough">The last day about whose freezes and breaks the learner was told; null before the first.</param>
public sealed record LearnerCalendar(
    IReadOnlyList<ZoneChange> Zones,
    IReadOnlyList<Vacation> Vacations,
    IReadOnlyList<FreezeChoice> Freezes,
    LocalDate? NoticedThrough)
{
    /// <summary>The calendar of someone who never chose anything.</summary>
    public static LearnerCalendar Empty { get; } = new([], [], [], null);
}

/// <summary>A time zone from a local date on.</summary>
/// <param name="From">The first day that is reckoned in the zone.</param>
/// <param name="Zone">The IANA id.</param>
public sealed record ZoneChange(LocalDate From, string Zone)
{
    /// <summary>True when the platform's profile said it; false when the person chose it.</summary>
    public bool IsOfProfile { get; init; }
}

/// <summary>Days off, declared ahead or within 48 hours after their start.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; not before <paramref name="From"/>.</param>
public sealed record Vacation(LocalDate From, LocalDate To)
{
    /// <summary>True when the day is one of them.</summary>
    public bool Contains(LocalDate day) => day >= From && day <= To;
}

/// <summary>Whether freezes are used, from a local date on.</summary>
/// <param name="From">The first day for which it holds.</param>
/// <param name="IsOn">True when a missed day uses a freeze.</param>
public sealed record FreezeChoice(LocalDate From, bool IsOn);

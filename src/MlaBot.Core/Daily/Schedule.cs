using MlaBot.Core.Channels;
using MlaBot.Core.Exams;
using NodaTime;

namespace MlaBot.Core.Daily;

/// <summary>A schedule's id.</summary>
/// <param name="Value">Counts up from 1 over all groups.</param>
public readonly record struct ScheduleId(long Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>When a channel gets a question of a domain.</summary>
public sealed record Schedule
{
    /// <summary>The id; 0 before the schedule was saved.</summary>
    public required ScheduleId Id { get; init; }

    /// <summary>The channel.</summary>
    public required ChannelKey Channel { get; init; }

    /// <summary>The exam domain that its questions come from.</summary>
    public required DomainId Domain { get; init; }

    /// <summary>The wall time, to the minute.</summary>
    public required LocalTime At { get; init; }

    /// <summary>The IANA zone of the wall time.</summary>
    public required string Zone { get; init; }

    /// <summary>The days of the week; at least one.</summary>
    public required IReadOnlySet<IsoDayOfWeek> Days { get; init; }

    /// <summary>Why nothing is posted; null while the schedule runs.</summary>
    public string? PausedBecause { get; init; }

    /// <summary>True while the schedule posts nothing.</summary>
    public bool IsPaused => PausedBecause is not null;
}

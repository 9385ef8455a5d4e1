using MlaBot.Core.Channels;
using MlaBot.Core.Questions;
using NodaTime;

namespace MlaBot.Core.Reports;

/// <summary>Keeps reports on questions. Nothing read for one group shows a report of another.</summary>
public interface IReportStore
{
    /// <summary>Saves a report. A second one of the same person on the same version of an item replaces the first, and opens it
    /// again when it was closed.</summary>
    Task<SavedReport> SaveAsync(Report report, CancellationToken cancellationToken);

    /// <summary>A group's reports, newest first.</summary>
    /// <param name="group">The group.</param>
    /// <param name="onlyOpen">True to leave closed ones out.</param>
    /// <param name="limit">The most to give. At least 1.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<IReadOnlyList<Report>> ListAsync(GroupKey group, bool onlyOpen, int limit, CancellationToken cancellationToken);

    /// <summary>Finds a report of a group; null when it has none of that number.</summary>
    Task<Report?> FindAsync(GroupKey group, ReportId id, CancellationToken cancellationToken);

    /// <summary>Closes an open report of a group.</summary>
    /// <returns>The report as it stands; null when the group has none of that number. One that was closed before stays as it was.</returns>
    Task<ClosedReport?> CloseAsync(GroupKey group, ReportId id, string by, string note, Instant at, CancellationToken cancellationToken);

    /// <summary>The versions of items on which a group has open reports, with the number of people who made them.</summary>
    Task<IReadOnlyDictionary<ShownVersion, int>> OpenCountsAsync(GroupKey group, CancellationToken cancellationToken);
}

/// <summary>A version of an item.</summary>
/// <param name="Item">The item.</param>
/// <param name="Version">Its version.</param>
public readonly record struct ShownVersion(ItemId Item, int Version);

/// <summary>A report that was saved.</summary>
/// <param name="Report">The report with its number.</param>
/// <param name="IsReplaced">True when it took the place of an earlier one.</param>
/// <param name="OpenBefore">How many people of the group had an open report on that version before.</param>
/// <param name="OpenNow">How many have one now.</param>
public sealed record SavedReport(Report Report, bool IsReplaced, int OpenBefore, int OpenNow);

/// <summary>A report that an admin wanted to close.</summary>
/// <param name="Report">The report as it stands.</param>
/// <param name="WasOpen">False when it had been closed before; nothing was changed then.</param>
public sealed record ClosedReport(Report Report, bool WasOpen);

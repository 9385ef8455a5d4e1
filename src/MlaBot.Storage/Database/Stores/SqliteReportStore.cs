using MlaBot.Core.Channels;
using MlaBot.Core.Questions;
using MlaBot.Core.Reports;
using MlaBot.Storage.Database.Reading;
using MlaBot.Storage.Database.Writing;
using NodaTime;

namespace MlaBot.Storage.Database.Stores;

/// <summary>Keeps reports in SQLite.</summary>
internal sealed class SqliteReportStore(SqliteDatabase database) : IReportStore
{
    public Task<SavedReport> SaveAsync(Report report, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(session => ReportWrites.Save(session, report), cancellationToken);

    public Task<IReadOnlyList<Report>> ListAsync(GroupKey group, bool onlyOpen, int limit, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyList<Report>>(
            sql => sql.All(onlyOpen ? ReportReader.OpenOfGroup : ReportReader.AllOfGroup, ReportReader.Read, group.Platform, group.Id, limit),
            cancellationToken);

    public Task<Report?> FindAsync(GroupKey group, ReportId id, CancellationToken cancellationToken) => database.Readers.ReadAsync(
        sql => sql.First(ReportReader.ById, ReportReader.Read, group.Platform, group.Id, id.Value), cancellationToken);

    public Task<ClosedReport?> CloseAsync(GroupKey group, ReportId id, string by, string note, Instant at, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(session => ReportWrites.Close(session, group, id, by, note, at), cancellationToken);

    public Task<IReadOnlyDictionary<ShownVersion, int>> OpenCountsAsync(GroupKey group, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyDictionary<ShownVersion, int>>(
            sql => sql.All(
                """
                SELECT r.ItemId, r.ItemVersion, count(*) FROM Reports r JOIN Groups g ON g.Id = r.GroupId
                WHERE g.Platform = $1 AND g.ExternalId = $2 AND r.ClosedAt IS NULL GROUP BY r.ItemId, r.ItemVersion
                """,
                row => KeyValuePair.Create(new ShownVersion(new ItemId(row.GetString(0)), row.GetInt32(1)), row.GetInt32(2)),
                group.Platform,
                group.Id).ToDictionary(),
            cancellationToken);
}

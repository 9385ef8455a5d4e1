using MlaBot.Core.Channels;
using MlaBot.Core.Reports;
using MlaBot.Storage.Database.Reading;
using NodaTime;

namespace MlaBot.Storage.Database.Writing;

/// <summary>What changes reports, inside the writer's transaction.</summary>
internal static class ReportWrites
{
    /// <summary>Saves a report or replaces the one that its author made on that version.</summary>
    public static SavedReport Save(WriteSession session, Report report)
    {
        var group = session.Tenants.GroupId(report.By.Group);
        var learner = session.Tenants.LearnerId(group, report.By.UserId, report.ByName);
        var before = Open(session, group, report);
        var isReplaced = session.Sql.First(
            "SELECT Id FROM Reports WHERE LearnerId = $1 AND ItemId = $2 AND ItemVersion = $3",
            row => row.GetInt64(0),
            learner,
            report.Item.Value,
            report.ItemVersion) != 0;
        var id = session.Sql.First(
            """
            INSERT INTO Reports (GroupId, LearnerId, PostId, ItemId, ItemVersion, Reason, Text, At, ClosedAt, ClosedBy, Note)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULL, '', '')
            ON CONFLICT (LearnerId, ItemId, ItemVersion) DO UPDATE SET PostId = excluded.PostId, Reason = excluded.Reason, Text = excluded.Text,
                At = excluded.At, ClosedAt = NULL, ClosedBy = '', Note = ''
            RETURNING Id
            """,
            row => row.GetInt64(0),
            group,
            learner,
            report.Post.Value,
            report.Item.Value,
            report.ItemVersion,
            (int)report.Reason,
            report.Text,
            report.At.ToUnixTimeMilliseconds());
        return new SavedReport(Find(session, report.By.Group, new ReportId(id))!, isReplaced, before, Open(session, group, report));
    }

    /// <summary>Closes a report of a group; null when the group has none of that number.</summary>
    public static ClosedReport? Close(WriteSession session, GroupKey group, ReportId id, string by, string note, Instant at)
    {
        if (Find(session, group, id) is not { } found)
        {
            return null;
        }

        if (!found.IsOpen)
        {
            return new ClosedReport(found, WasOpen: false);
        }

        session.Sql.Run(
            "UPDATE Reports SET ClosedAt = $2, ClosedBy = $3, Note = $4 WHERE Id = $1", id.Value, at.ToUnixTimeMilliseconds(), by, note);
        return new ClosedReport(Find(session, group, id)!, WasOpen: true);
    }

    private static Report? Find(WriteSession session, GroupKey group, ReportId id) =>
        session.Sql.First(ReportReader.ById, ReportReader.Read, group.Platform, group.Id, id.Value);

    private static int Open(WriteSession session, long group, Report report) => session.Sql.First(
        "SELECT count(*) FROM Reports WHERE GroupId = $1 AND ClosedAt IS NULL AND ItemId = $2 AND ItemVersion = $3",
        row => row.GetInt32(0),
        group,
        report.Item.Value,
        report.ItemVersion);
}

using Microsoft.Data.Sqlite;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Questions;
using MlaBot.Core.Reports;

namespace MlaBot.Storage.Database.Reading;

/// <summary>Reads reports with who made them.</summary>
internal static class ReportReader
{
    /// <summary>By number, within a group.</summary>
    public const string ById = Select + "WHERE g.Platform = $1 AND g.ExternalId = $2 AND r.Id = $3";

    /// <summary>What is open in a group, newest first.</summary>
    public const string OpenOfGroup = Select + "WHERE g.Platform = $1 AND g.ExternalId = $2 AND r.ClosedAt IS NULL ORDER BY r.At DESC, r.Id DESC LIMIT $3";

    /// <summary>All reports of a group, newest first.</summary>
    public const string AllOfGroup = Select + "WHERE g.Platform = $1 AND g.ExternalId = $2 ORDER BY r.At DESC, r.Id DESC LIMIT $3";

    private const string Select =
        """
        SELECT r.Id, r.PostId, r.ItemId, r.ItemVersion, g.Platform, g.ExternalId, l.UserId, l.Name, r.Reason, r.Text, r.At, r.ClosedAt, r.ClosedBy, r.Note, p.Number
        FROM Reports r JOIN Groups g ON g.Id = r.GroupId JOIN Learners l ON l.Id = r.LearnerId JOIN Posts p ON p.Id = r.PostId

        """;

    public static Report Read(SqliteDataReader row) => new()
    {
        Id = new ReportId(row.GetInt64(0)),
        Post = new PostId(row.GetInt64(1)),
        Number = row.GetInt32(14),
        Item = new ItemId(row.GetString(2)),
        ItemVersion = row.GetInt32(3),
        By = new LearnerKey(new GroupKey(row.GetString(4), row.GetString(5)), row.GetString(6)),
        ByName = row.GetString(7),
        Reason = (ReportReason)row.GetInt32(8),
        Text = row.GetString(9),
        At = row.GetInstant(10),
        ClosedAt = row.IsDBNull(11) ? null : row.GetInstant(11),
        ClosedBy = row.GetString(12),
        Note = row.GetString(13),
    };
}

using Microsoft.Data.Sqlite;
using MlaBot.Core.Channels;
using MlaBot.Core.Exams;
using MlaBot.Storage.Database.Values;
using MlaBot.Storage.Database.Writing;
using NodaTime;

namespace MlaBot.Storage.Database.Stores;

/// <summary>Keeps channels and rest days in SQLite.</summary>
internal sealed class SqliteChannelStore(SqliteDatabase database) : IChannelStore
{
    private const string Select =
        """
        SELECT g.Platform, g.ExternalId, c.ExternalId, c.Name, c.Exam, c.Zone, c.Feedback, c.OpenForSeconds,
               c.OpensThread, c.IsSilent, c.MentionRole, c.SetUpBy, c.PicksColdest
        FROM Channels c JOIN Groups g ON g.Id = c.GroupId

        """;

    public Task<Channel?> FindAsync(ChannelKey key, CancellationToken cancellationToken) => database.Channels.GetAsync(
        key,
        static (sql, wanted) => sql.First(
            Select + "WHERE g.Platform = $1 AND g.ExternalId = $2 AND c.ExternalId = $3", Read, wanted.Group.Platform, wanted.Group.Id, wanted.Id),
        cancellationToken);

    public Task<IReadOnlyList<Channel>> OfGroupAsync(GroupKey group, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyList<Channel>>(
            sql => sql.All(Select + "WHERE g.Platform = $1 AND g.ExternalId = $2 ORDER BY c.Id", Read, group.Platform, group.Id), cancellationToken);

    public Task<IReadOnlyList<Channel>> AllAsync(CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyList<Channel>>(sql => sql.All(Select + "ORDER BY c.Id", Read), cancellationToken);

    public Task SaveAsync(Channel channel, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(session => ChannelWrites.Save(session, channel), cancellationToken);

    public async Task<IReadOnlyList<RestDayRule>> RestDaysAsync(GroupKey group, CancellationToken cancellationToken) =>
        (await database.RestDays.GetAsync(
            group,
            static (sql, wanted) => sql.All(
                """
                SELECT r."From", r.Days FROM RestDays r JOIN Groups g ON g.Id = r.GroupId
                WHERE g.Platform = $1 AND g.ExternalId = $2 ORDER BY r."From"
                """,
                row => new RestDayRule(EpochDays.ToDate(row.GetInt32(0)), DayMask.ToDays(row.GetInt32(1))),
                wanted.Platform,
                wanted.Id),
            cancellationToken))!;

    public Task SaveRestDaysAsync(GroupKey group, RestDayRule rule, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(session => ChannelWrites.Save(session, group, rule), cancellationToken);

    private static Channel Read(SqliteDataReader row) => new()
    {
        Key = new ChannelKey(new GroupKey(row.GetString(0), row.GetString(1)), row.GetString(2)),
        Name = row.GetString(3),
        Exam = new ExamId(row.GetString(4)),
        Zone = row.GetString(5),
        Feedback = (FeedbackMode)row.GetInt32(6),
        OpenFor = Duration.FromSeconds(row.GetInt32(7)),
        Posting = new PostingStyle(row.GetBoolean(8), row.GetBoolean(9), row.GetString(10)),
        SetUpBy = row.GetString(11),
        PicksColdest = row.GetBoolean(12),
    };
}

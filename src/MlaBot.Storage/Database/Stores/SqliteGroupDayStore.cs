using MlaBot.Core.Boards;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Storage.Database.Values;
using NodaTime;

namespace MlaBot.Storage.Database.Stores;

/// <summary>Keeps in SQLite how many people took part on the dates of a channel.</summary>
internal sealed class SqliteGroupDayStore(SqliteDatabase database) : IGroupDayStore
{
    public Task<IReadOnlyList<ChannelDate>> StaleAsync(int atMost, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyList<ChannelDate>>(
            sql => sql.All(
                """
                SELECT g.Platform, g.ExternalId, c.ExternalId, d.Date FROM GroupDays d JOIN Channels c ON c.Id = d.ChannelId JOIN Groups g ON g.Id = c.GroupId
                WHERE d.IsStale = 1 LIMIT $1
                """,
                row => new ChannelDate(new ChannelKey(new GroupKey(row.GetString(0), row.GetString(1)), row.GetString(2)), EpochDays.ToDate(row.GetInt32(3))),
                atMost),
            cancellationToken);

    public async Task CountAsync(ChannelDate date, CancellationToken cancellationToken)
    {
        var day = EpochDays.From(date.Date);
        var (people, active, posts) = await database.Readers.ReadAsync(sql => Counted(sql, date.Channel, day), cancellationToken);
        await database.Writer.WriteAsync(
            session =>
            {
                var (channel, _) = session.Tenants.ChannelId(date.Channel);
                // A question that was counted between the read and this write leaves the day stale for the next sweep.
                return session.Sql.Run(
                    """
                    UPDATE GroupDays SET People = $3, Active = $4, IsStale = $5 <> (
                        SELECT coalesce(sum(Answered), 0) FROM BoardTotals WHERE ChannelId = $1 AND Kind = $6 AND Start > $7 AND Start <= $2)
                    WHERE ChannelId = $1 AND Date = $2
                    """,
                    channel,
                    day,
                    people,
                    active,
                    posts,
                    (int)BoardKind.Day,
                    day - BoardRules.ActiveDays);
            },
            cancellationToken);
    }

    // A date that was never counted says nothing yet.
    public Task<IReadOnlyList<GroupDay>> DaysAsync(ChannelKey channel, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyList<GroupDay>>(
            sql => sql.All(
                $"SELECT d.Date, d.People, d.Active FROM GroupDays d WHERE d.ChannelId = {ChannelSql.TheChannel} AND NOT (d.IsStale AND d.Active = 0) ORDER BY d.Date",
                row => new GroupDay(EpochDays.ToDate(row.GetInt32(0)), row.GetInt32(1), row.GetInt32(2)),
                channel.Group.Platform,
                channel.Group.Id,
                channel.Id),
            cancellationToken);

    public Task<IReadOnlySet<LocalDate>> ExcusedAsync(ChannelKey channel, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlySet<LocalDate>>(
            sql => InStates(sql, channel, PostState.Missed, PostState.Skipped, PostState.Withdrawn).ToHashSet(), cancellationToken);

    public Task<LocalDate?> UnfinishedAsync(ChannelKey channel, CancellationToken cancellationToken) => database.Readers.ReadAsync<LocalDate?>(
        sql => InStates(sql, channel, PostState.Intended, PostState.Open, PostState.Closing) is { Count: > 0 } dates ? dates.Min() : null, cancellationToken);

    private static (int People, int Active, long Answers) Counted(PreparedCommands sql, ChannelKey channel, int day)
    {
        var people = sql.First(
            $"SELECT count(*) FROM BoardTotals t WHERE t.ChannelId = {ChannelSql.TheChannel} AND t.Kind = $4 AND t.Start = $5",
            row => row.GetInt32(0),
            channel.Group.Platform,
            channel.Group.Id,
            channel.Id,
            (int)BoardKind.Day,
            day);
        var (active, answers) = sql.First(
            $"""
            SELECT count(DISTINCT t.LearnerId), coalesce(sum(t.Answered), 0) FROM BoardTotals t
            WHERE t.ChannelId = {ChannelSql.TheChannel} AND t.Kind = $4 AND t.Start > $5 AND t.Start <= $6
            """,
            row => (row.GetInt32(0), row.GetInt64(1)),
            channel.Group.Platform,
            channel.Group.Id,
            channel.Id,
            (int)BoardKind.Day,
            day - BoardRules.ActiveDays,
            day);
        return (people, active, answers);
    }

    private static List<LocalDate> InStates(PreparedCommands sql, ChannelKey channel, PostState first, PostState second, PostState third) => sql.All(
        """
        SELECT DISTINCT p.Date FROM Groups g JOIN Channels c ON c.GroupId = g.Id JOIN Posts p ON p.GroupId = g.Id AND p.ChannelId = c.Id
        WHERE g.Platform = $1 AND g.ExternalId = $2 AND c.ExternalId = $3 AND p.State IN ($4, $5, $6) AND p.ScheduleId IS NOT NULL
        """,
        row => EpochDays.ToDate(row.GetInt32(0)),
        channel.Group.Platform,
        channel.Group.Id,
        channel.Id,
        (int)first,
        (int)second,
        (int)third);
}

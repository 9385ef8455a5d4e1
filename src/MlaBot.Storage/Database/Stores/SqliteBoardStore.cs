using System.Text.Json;
using Microsoft.Data.Sqlite;
using MlaBot.Core.Boards;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Storage.Database.Json;
using MlaBot.Storage.Database.Values;
using MlaBot.Storage.Database.Writing;
using NodaTime;

namespace MlaBot.Storage.Database.Stores;

/// <summary>Keeps boards in SQLite.</summary>
internal sealed class SqliteBoardStore(SqliteDatabase database) : IBoardStore
{
    private const string SelectMember =
        """
        SELECT l.Id, l.Name, coalesce(m.Alias, ''), coalesce(m.IsHidden, 0) FROM Learners l LEFT JOIN BoardMembers m ON m.LearnerId = l.Id

        """;

    private const string SelectBoards =
        """
        SELECT g.Platform, g.ExternalId, c.ExternalId, b.Kind, b.Start, b.State, b.Final
        FROM Boards b JOIN Channels c ON c.Id = b.ChannelId JOIN Groups g ON g.Id = c.GroupId

        """;

    public Task<int> ScoreMissingAsync(int atMost, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(session => BoardWrites.CountMissing(session, atMost), cancellationToken);

    public Task<IReadOnlyList<BoardTotal>> TotalsAsync(ChannelKey channel, BoardPeriod period, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyList<BoardTotal>>(
            sql => sql.All(
                $"""
                SELECT t.LearnerId, t.Answered, t."Right", coalesce(m.IsHidden, 0) FROM BoardTotals t LEFT JOIN BoardMembers m ON m.LearnerId = t.LearnerId
                WHERE t.ChannelId = {ChannelSql.TheChannel} AND t.Kind = $4 AND t.Start = $5
                """,
                row => new BoardTotal(new MemberId(row.GetInt64(0)), row.GetInt32(1), row.GetInt32(2), row.GetBoolean(3)),
                channel.Group.Platform,
                channel.Group.Id,
                channel.Id,
                (int)period.Kind,
                EpochDays.From(period.Start)),
            cancellationToken);

    public Task<IReadOnlyList<BoardTotal>> TotalsAsync(ChannelKey channel, LocalDate from, LocalDate end, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyList<BoardTotal>>(
            sql => sql.All(
                $"""
                SELECT t.LearnerId, sum(t.Answered), sum(t."Right"), coalesce(m.IsHidden, 0) FROM BoardTotals t LEFT JOIN BoardMembers m ON m.LearnerId = t.LearnerId
                WHERE t.ChannelId = {ChannelSql.TheChannel} AND t.Kind = $4 AND t.Start >= $5 AND t.Start < $6 GROUP BY t.LearnerId
                """,
                row => new BoardTotal(new MemberId(row.GetInt64(0)), row.GetInt32(1), row.GetInt32(2), row.GetBoolean(3)),
                channel.Group.Platform,
                channel.Group.Id,
                channel.Id,
                (int)BoardKind.Day,
                EpochDays.From(from),
                EpochDays.From(end)),
            cancellationToken);

    public Task<BoardMember?> FindMemberAsync(LearnerKey person, CancellationToken cancellationToken) => database.Readers.ReadAsync(
        sql => sql.First(
            SelectMember + "JOIN Groups g ON g.Id = l.GroupId WHERE g.Platform = $1 AND g.ExternalId = $2 AND l.UserId = $3",
            ReadMember,
            person.Group.Platform,
            person.Group.Id,
            person.UserId),
        cancellationToken);

    public Task<IReadOnlyDictionary<MemberId, BoardMember>> MembersAsync(IReadOnlyCollection<MemberId> members, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyDictionary<MemberId, BoardMember>>(
            sql => members.Select(member => sql.First(SelectMember + "WHERE l.Id = $1", ReadMember, member.Value)).OfType<BoardMember>().ToDictionary(member => member.Id),
            cancellationToken);

    public Task<IReadOnlySet<MemberId>> HiddenAsync(GroupKey group, CancellationToken cancellationToken) => database.Readers.ReadAsync<IReadOnlySet<MemberId>>(
        sql => sql.All(
            "SELECT m.LearnerId FROM Groups g JOIN BoardMembers m ON m.GroupId = g.Id WHERE g.Platform = $1 AND g.ExternalId = $2 AND m.IsHidden = 1",
            row => new MemberId(row.GetInt64(0)),
            group.Platform,
            group.Id).ToHashSet(),
        cancellationToken);

    public Task<bool> SaveChoiceAsync(LearnerKey person, string name, BoardChoice choice, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(session => BoardMemberWrites.Save(session, person, name, choice), cancellationToken);

    public Task<BoardSettings> SettingsAsync(ChannelKey channel, CancellationToken cancellationToken) => database.Readers.ReadAsync(
        sql => sql.First(
            $"SELECT ClosesWeeks, ClosesMonths, ClosesSeasons, TellsMilestones, Quorum FROM BoardSettings WHERE ChannelId = {ChannelSql.TheChannel}",
            row => new BoardSettings
            {
                ClosesWeeks = row.GetBoolean(0),
                ClosesMonths = row.GetBoolean(1),
                ClosesSeasons = row.GetBoolean(2),
                TellsMilestones = row.GetBoolean(3),
                Quorum = row.GetInt32(4),
            },
            channel.Group.Platform,
            channel.Group.Id,
            channel.Id) ?? BoardSettings.Default,
        cancellationToken);

    public Task SaveSettingsAsync(ChannelKey channel, BoardSettings settings, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(session => BoardMemberWrites.Save(session, channel, settings), cancellationToken);

    public Task<IReadOnlyList<ChannelBoard>> EndingAsync(LocalDate until, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyList<ChannelBoard>>(
            sql => sql.All(
                SelectBoards + """
                WHERE b.State = $1 AND b."End" <= $2 ORDER BY b."End", b.Kind
                """,
                ReadBoard,
                (int)ClosingState.Running,
                EpochDays.From(until)),
            cancellationToken);

    // A planned question of a date that is over is late, and will be posted or recorded as missed.
    public Task<bool> IsCompleteAsync(ChannelKey channel, LocalDate from, LocalDate end, CancellationToken cancellationToken) => database.Readers.ReadAsync(
        sql => sql.First(
            $"""
            SELECT 1 FROM Posts p
            WHERE p.ChannelId = {ChannelSql.TheChannel} AND p.ScheduleId IS NOT NULL AND p.Date >= $4 AND p.Date < $5 AND p.DueAt >= $6
                AND (p.State IN ($7, $8, $9, $10) OR (p.State IN ($11, $12) AND NOT EXISTS (SELECT 1 FROM CountedPosts d WHERE d.PostId = p.Id)))
            UNION ALL SELECT 1 FROM GroupDays d WHERE d.ChannelId = {ChannelSql.TheChannel} AND d.Date < $5 AND d.IsStale = 1
            LIMIT 1
            """,
            row => row.GetInt32(0),
            channel.Group.Platform,
            channel.Group.Id,
            channel.Id,
            EpochDays.From(from),
            EpochDays.From(end),
            // An index holds the due instants, and none is more than a day off its date.
            from.PlusDays(-2).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant().ToUnixTimeMilliseconds(),
            (int)PostState.Planned,
            (int)PostState.Intended,
            (int)PostState.Open,
            (int)PostState.Closing,
            (int)PostState.Revealed,
            (int)PostState.Settled) == 0,
        cancellationToken);

    public Task<bool> ArchiveAsync(ChannelBoard board, FinalBoard final, bool isToTell, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.Serialize(final, StorageJson.Default.FinalBoard);
        return database.Writer.WriteAsync(session => BoardWrites.Archive(session, board, json, isToTell), cancellationToken);
    }

    public Task<FinalBoard?> FindArchiveAsync(ChannelKey channel, BoardPeriod period, CancellationToken cancellationToken) => database.Readers.ReadAsync(
        sql => sql.First(
            $"SELECT b.Final FROM Boards b WHERE b.ChannelId = {ChannelSql.TheChannel} AND b.Kind = $4 AND b.Start = $5 AND b.Final IS NOT NULL",
            row => Parse(row.GetString(0)),
            channel.Group.Platform,
            channel.Group.Id,
            channel.Id,
            (int)period.Kind,
            EpochDays.From(period.Start)),
        cancellationToken);

    public Task<IReadOnlyList<ClosingBoard>> ToTellAsync(CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyList<ClosingBoard>>(
            sql => sql.All(
                SelectBoards + """
                WHERE b.State IN ($1, $2) ORDER BY b."End", b.Kind
                """,
                row => new ClosingBoard(ReadBoard(row), (ClosingState)row.GetInt32(5), Parse(row.GetString(6))),
                (int)ClosingState.ToTell,
                (int)ClosingState.Telling),
            cancellationToken);

    public Task<bool> AdvanceAsync(ChannelBoard board, ClosingState expected, ClosingState state, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(session => BoardWrites.Advance(session, board, expected, state), cancellationToken);

    private static FinalBoard Parse(string json) => JsonSerializer.Deserialize(json, StorageJson.Default.FinalBoard)!;

    private static BoardMember ReadMember(SqliteDataReader row) =>
        new(new MemberId(row.GetInt64(0)), row.GetString(1), new BoardChoice(row.GetString(2), row.GetBoolean(3)));

    private static ChannelBoard ReadBoard(SqliteDataReader row) => new(
        new ChannelKey(new GroupKey(row.GetString(0), row.GetString(1)), row.GetString(2)),
        new BoardPeriod((BoardKind)row.GetInt32(3), EpochDays.ToDate(row.GetInt32(4))));
}

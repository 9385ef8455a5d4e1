using System.Text.Json;
using Microsoft.Data.Sqlite;
using MlaBot.Core.Channels;
using MlaBot.Core.Marathons;
using MlaBot.Storage.Database.Json;
using MlaBot.Storage.Database.Values;
using MlaBot.Storage.Database.Writing;
using NodaTime;

namespace MlaBot.Storage.Database.Stores;

/// <summary>Keeps challenges over several days in SQLite.</summary>
internal sealed class SqliteMarathonStore(SqliteDatabase database) : IMarathonStore
{
    private const string Select =
        """
        SELECT m.Id, g.Platform, g.ExternalId, c.ExternalId, m.Title, m."From", m.Days, m.CreatedAt, m.TellsStandings, m.State, m.Told, m.Final
        FROM Marathons m JOIN Channels c ON c.Id = m.ChannelId JOIN Groups g ON g.Id = c.GroupId

        """;

    public Task<bool> StartAsync(Marathon marathon, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(session => MarathonWrites.Start(session, marathon), cancellationToken);

    public Task<IReadOnlyList<Marathon>> ActiveAsync(CancellationToken cancellationToken) => database.Readers.ReadAsync<IReadOnlyList<Marathon>>(
        // The number is a literal, as in the index that holds nothing else; the plus keeps the order from choosing another way.
        sql => sql.All(Select + $"WHERE m.State < {MarathonWrites.Done} ORDER BY +m.Id", Read), cancellationToken);

    public Task<Marathon?> FindCurrentAsync(ChannelKey channel, CancellationToken cancellationToken) =>
        FirstAsync(channel, $"m.State < {MarathonWrites.ToTell}", cancellationToken);

    public Task<Marathon?> FindLastAsync(ChannelKey channel, CancellationToken cancellationToken) => FirstAsync(channel, "m.Final IS NOT NULL", cancellationToken);

    public Task<LocalDate?> LastCountedAsync(ChannelKey channel, LocalDate after, LocalDate end, CancellationToken cancellationToken) => database.Readers.ReadAsync(
        sql => sql.First(
            """
            SELECT d.Date FROM Groups g JOIN Channels c ON c.GroupId = g.Id JOIN GroupDays d ON d.ChannelId = c.Id
            WHERE g.Platform = $1 AND g.ExternalId = $2 AND c.ExternalId = $3 AND d.Date > $4 AND d.Date < $5 ORDER BY d.Date DESC LIMIT 1
            """,
            row => (LocalDate?)EpochDays.ToDate(row.GetInt32(0)),
            channel.Group.Platform,
            channel.Group.Id,
            channel.Id,
            EpochDays.From(after),
            EpochDays.From(end)),
        cancellationToken);

    public Task<bool> AdvanceAsync(Marathon marathon, MarathonState state, LocalDate told, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(session => MarathonWrites.Advance(session, marathon.Id, marathon.State, state, told), cancellationToken);

    public Task<bool> ArchiveAsync(MarathonId id, FinalMarathon final, bool isToTell, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.Serialize(final, StorageJson.Default.FinalMarathon);
        return database.Writer.WriteAsync(session => MarathonWrites.Archive(session, id, json, isToTell), cancellationToken);
    }

    public Task<bool> DropAsync(MarathonId id, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(session => MarathonWrites.Drop(session, id), cancellationToken);

    private Task<Marathon?> FirstAsync(ChannelKey channel, string condition, CancellationToken cancellationToken) => database.Readers.ReadAsync(
        sql => sql.First(
            Select + $"WHERE g.Platform = $1 AND g.ExternalId = $2 AND c.ExternalId = $3 AND {condition} ORDER BY m.Id DESC LIMIT 1",
            Read,
            channel.Group.Platform,
            channel.Group.Id,
            channel.Id),
        cancellationToken);

    private static Marathon Read(SqliteDataReader row) => new()
    {
        Id = new MarathonId(row.GetInt64(0)),
        Channel = new ChannelKey(new GroupKey(row.GetString(1), row.GetString(2)), row.GetString(3)),
        Title = row.GetString(4),
        From = EpochDays.ToDate(row.GetInt32(5)),
        Days = row.GetInt32(6),
        CreatedAt = Instant.FromUnixTimeMilliseconds(row.GetInt64(7)),
        TellsStandings = row.GetBoolean(8),
        State = (MarathonState)row.GetInt32(9),
        Told = EpochDays.ToDate(row.GetInt32(10)),
        Final = row.IsDBNull(11) ? null : JsonSerializer.Deserialize(row.GetString(11), StorageJson.Default.FinalMarathon),
    };
}

using MlaBot.Core.Channels;
using MlaBot.Core.Streaks;
using MlaBot.Storage.Database.Reading;
using MlaBot.Storage.Database.Rows;
using MlaBot.Storage.Database.Values;
using MlaBot.Storage.Database.Writing;
using NodaTime;

namespace MlaBot.Storage.Database.Stores;

/// <summary>Reads from SQLite what streaks follow from.</summary>
internal sealed class SqliteStreakStore(SqliteDatabase database) : IStreakStore
{
    public Task<IReadOnlyList<AnsweredDay>> AnsweredAsync(LearnerKey learner, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyList<AnsweredDay>>(
            sql => sql.All(
                """
                SELECT a.Day, sum(NOT a.IsGrace), sum(a.IsGrace)
                FROM Answers a JOIN Learners l ON l.Id = a.LearnerId JOIN Groups g ON g.Id = l.GroupId
                WHERE g.Platform = $1 AND g.ExternalId = $2 AND l.UserId = $3 AND a.Kind = 0
                GROUP BY a.Day ORDER BY a.Day
                """,
                row => new AnsweredDay(EpochDays.ToDate(row.GetInt32(0)), row.GetInt32(1), row.GetInt32(2)),
                learner.Group.Platform,
                learner.Group.Id,
                learner.UserId),
            cancellationToken);

    public async Task<IReadOnlyList<PostMoment>> MomentsAsync(GroupKey group, Instant from, CancellationToken cancellationToken)
    {
        var moments = await database.Moments.GetAsync(group, cancellationToken);
        return moments.From(from);
    }

    public async Task<IReadOnlyList<Outage>> OutagesAsync(Instant from, CancellationToken cancellationToken) =>
        (await database.Outages.GetAsync(
            from,
            static (sql, since) => sql.All(
                """
                SELECT "From", "To" FROM Outages WHERE "To" > $1 ORDER BY "From"
                """,
                row => new Outage(row.GetInstant(0), row.GetInstant(1)),
                since.ToUnixTimeMilliseconds()),
            cancellationToken))!;

    public Task<Outage?> BeatAsync(Instant now, Duration longest, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(session => Beat(session, now, longest), cancellationToken);

    private static Outage? Beat(WriteSession session, Instant now, Duration longest)
    {
        var last = session.Sql.First<Instant?>("SELECT At FROM Heartbeats WHERE Id = $1", row => row.GetInstant(0), HeartbeatRow.OnlyId);
        session.Sql.Run(
            "INSERT INTO Heartbeats (Id, At) VALUES ($1, $2) ON CONFLICT (Id) DO UPDATE SET At = excluded.At",
            HeartbeatRow.OnlyId,
            now.ToUnixTimeMilliseconds());
        if (last is null || now - last.Value <= longest)
        {
            return null;
        }

        session.Sql.Run(
            """
            INSERT INTO Outages ("From", "To") VALUES ($1, $2)
            """,
            last.Value.ToUnixTimeMilliseconds(),
            now.ToUnixTimeMilliseconds());
        return new Outage(last.Value, now);
    }
}

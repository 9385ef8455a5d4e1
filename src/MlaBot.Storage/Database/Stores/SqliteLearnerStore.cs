using System.Text.Json;
using MlaBot.Core.Channels;
using MlaBot.Core.Learners;
using MlaBot.Storage.Database.Json;

namespace MlaBot.Storage.Database.Stores;

/// <summary>Keeps learners in SQLite.</summary>
internal sealed class SqliteLearnerStore(SqliteDatabase database) : ILearnerStore
{
    public Task<Learner?> FindAsync(LearnerKey key, CancellationToken cancellationToken) => database.Readers.ReadAsync(
        sql => sql.First(
            """
            SELECT l.Name, l.Calendar FROM Learners l JOIN Groups g ON g.Id = l.GroupId
            WHERE g.Platform = $1 AND g.ExternalId = $2 AND l.UserId = $3
            """,
            row => new Learner(key, row.GetString(0), row.IsDBNull(1) ? LearnerCalendar.Empty : Parse(row.GetString(1))),
            key.Group.Platform,
            key.Group.Id,
            key.UserId),
        cancellationToken);

    public Task<bool> AddAsync(Learner learner, CancellationToken cancellationToken)
    {
        var calendar = Text(learner.Calendar);
        return database.Writer.WriteAsync(
            session => session.Sql.Run(
                "INSERT INTO Learners (GroupId, UserId, Name, Calendar) VALUES ($1, $2, $3, $4) ON CONFLICT (GroupId, UserId) DO NOTHING",
                session.Tenants.GroupId(learner.Key.Group),
                learner.Key.UserId,
                learner.Name,
                calendar) == 1,
            cancellationToken);
    }

    public Task SaveAsync(Learner learner, CancellationToken cancellationToken)
    {
        var calendar = Text(learner.Calendar);
        return database.Writer.WriteAsync(
            session =>
            {
                var group = session.Tenants.GroupId(learner.Key.Group);
                var id = session.Tenants.LearnerId(group, learner.Key.UserId, learner.Name);
                return session.Sql.Run("UPDATE Learners SET Calendar = $2 WHERE Id = $1", id, calendar);
            },
            cancellationToken);
    }

    /// <summary>A calendar as it is stored.</summary>
    public static string Text(LearnerCalendar calendar) => JsonSerializer.Serialize(calendar, StorageJson.Default.LearnerCalendar);

    private static LearnerCalendar Parse(string json) => JsonSerializer.Deserialize(json, StorageJson.Default.LearnerCalendar)!;
}

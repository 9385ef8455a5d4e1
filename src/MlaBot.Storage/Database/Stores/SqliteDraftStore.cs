using MlaBot.Core.Channels;
using MlaBot.Core.Drafts;
using MlaBot.Core.Time;
using MlaBot.Storage.Database.Writing;
using NodaTime;

namespace MlaBot.Storage.Database.Stores;

/// <summary>Keeps drafts in SQLite.</summary>
internal sealed class SqliteDraftStore(SqliteDatabase database, TimeProvider clock) : IDraftStore
{
    private const int LongestSubject = 200;

    public Task<string?> UpdateAsync(LearnerKey person, string subject, Func<string?, string?> change, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(subject.Length, LongestSubject, nameof(subject));
        return database.Writer.WriteAsync(session => Update(session, person, subject, change), cancellationToken);
    }

    public Task<string?> FindAsync(LearnerKey person, string subject, CancellationToken cancellationToken) => database.Readers.ReadAsync(
        sql => sql.First(
            """
            SELECT d.Text FROM Drafts d JOIN Groups g ON g.Id = d.GroupId
            WHERE g.Platform = $1 AND g.ExternalId = $2 AND d.UserId = $3 AND d.Subject = $4
            """,
            row => row.GetString(0),
            person.Group.Platform,
            person.Group.Id,
            person.UserId,
            subject),
        cancellationToken);

    public Task<int> RemoveOlderAsync(Instant before, CancellationToken cancellationToken) => database.Writer.WriteAsync(
        session => session.Sql.Run("DELETE FROM Drafts WHERE ChangedAt < $1", before.ToUnixTimeMilliseconds()), cancellationToken);

    private string? Update(WriteSession session, LearnerKey person, string subject, Func<string?, string?> change)
    {
        var group = session.Tenants.GroupId(person.Group);
        var before = session.Sql.First(
            "SELECT Text FROM Drafts WHERE GroupId = $1 AND UserId = $2 AND Subject = $3", row => row.GetString(0), group, person.UserId, subject);
        var after = change(before);
        if (after is null)
        {
            session.Sql.Run("DELETE FROM Drafts WHERE GroupId = $1 AND UserId = $2 AND Subject = $3", group, person.UserId, subject);
        }
        else
        {
            session.Sql.Run(
                """
                INSERT INTO Drafts (GroupId, UserId, Subject, Text, ChangedAt) VALUES ($1, $2, $3, $4, $5)
                ON CONFLICT (GroupId, UserId, Subject) DO UPDATE SET Text = excluded.Text, ChangedAt = excluded.ChangedAt
                """,
                group,
                person.UserId,
                subject,
                after,
                clock.Now().ToUnixTimeMilliseconds());
        }

        return after;
    }
}

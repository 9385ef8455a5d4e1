using MlaBot.Core.Channels;
using MlaBot.Storage.Database.Reading;

namespace MlaBot.Storage.Database.Stores;

/// <summary>Keeps named admins in SQLite.</summary>
internal sealed class SqliteAdminStore(SqliteDatabase database) : IAdminStore
{
    public async Task<IReadOnlyList<NamedAdmin>> ListAsync(GroupKey group, CancellationToken cancellationToken) =>
        (await database.Admins.GetAsync(
            group,
            static (sql, wanted) => sql.All(
                """
                SELECT a.UserId, a.Name, a.NamedBy, a.NamedByName, a.At FROM Admins a JOIN Groups g ON g.Id = a.GroupId
                WHERE g.Platform = $1 AND g.ExternalId = $2 ORDER BY a.At, a.UserId
                """,
                row => new NamedAdmin(new LearnerKey(wanted, row.GetString(0)), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInstant(4)),
                wanted.Platform,
                wanted.Id),
            cancellationToken))!;

    public async Task<bool> ContainsAsync(LearnerKey person, CancellationToken cancellationToken) =>
        (await ListAsync(person.Group, cancellationToken)).Any(admin => admin.Person == person);

    public Task<bool> AddAsync(NamedAdmin admin, CancellationToken cancellationToken) => database.Writer.WriteAsync(
        session => session.Sql.Run(
            """
            INSERT INTO Admins (GroupId, UserId, Name, NamedBy, NamedByName, At) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (GroupId, UserId) DO NOTHING
            """,
            session.Tenants.GroupId(admin.Person.Group),
            admin.Person.UserId,
            admin.Name,
            admin.NamedBy,
            admin.NamedByName,
            admin.At.ToUnixTimeMilliseconds()) == 1,
        cancellationToken);

    public Task<bool> RemoveAsync(LearnerKey person, CancellationToken cancellationToken) => database.Writer.WriteAsync(
        session => session.Sql.Run(
            "DELETE FROM Admins WHERE GroupId = $1 AND UserId = $2", session.Tenants.GroupId(person.Group), person.UserId) == 1,
        cancellationToken);
}

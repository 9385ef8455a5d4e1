using MlaBot.Core.Channels;

namespace MlaBot.Storage.Database.Writing;

/// <summary>Finds the rows of groups, channels and learners by the platforms' ids, and makes missing ones.</summary>
internal sealed class TenantWriter(PreparedCommands sql)
{
    public long GroupId(GroupKey group)
    {
        var id = sql.First(
            "SELECT Id FROM Groups WHERE Platform = $1 AND ExternalId = $2", row => row.GetInt64(0), group.Platform, group.Id);
        return id != 0 ? id : sql.First(
            "INSERT INTO Groups (Platform, ExternalId) VALUES ($1, $2) RETURNING Id", row => row.GetInt64(0), group.Platform, group.Id);
    }

    /// <summary>The row of a channel.</summary>
    /// <exception cref="InvalidOperationException">The channel was never set up.</exception>
    public (long Channel, long Group) ChannelId(ChannelKey channel)
    {
        var found = sql.First(
            """
            SELECT c.Id, c.GroupId FROM Channels c JOIN Groups g ON g.Id = c.GroupId
            WHERE g.Platform = $1 AND g.ExternalId = $2 AND c.ExternalId = $3
            """,
            row => (row.GetInt64(0), row.GetInt64(1)),
            channel.Group.Platform,
            channel.Group.Id,
            channel.Id);
        return found.Item1 != 0 ? found : throw new InvalidOperationException($"The channel {channel} was never set up.");
    }

    /// <summary>The row of a learner; made when there is none, and renamed when the name has changed.</summary>
    /// <param name="group">The row of the group.</param>
    /// <param name="userId">The platform's id of the person.</param>
    /// <param name="name">The name to remember.</param>
    /// <param name="firstCalendar">The calendar of a learner who is made now; asked for then alone.</param>
    public long LearnerId(long group, string userId, string name, Func<string?>? firstCalendar = null)
    {
        // No upsert: it would write for every answer, and mostly the same.
        var (id, known) = sql.First(
            "SELECT Id, Name FROM Learners WHERE GroupId = $1 AND UserId = $2", row => (row.GetInt64(0), row.GetString(1)), group, userId);
        if (id == 0)
        {
            return sql.First(
                "INSERT INTO Learners (GroupId, UserId, Name, Calendar) VALUES ($1, $2, $3, $4) RETURNING Id",
                row => row.GetInt64(0),
                group,
                userId,
                name,
                firstCalendar?.Invoke());
        }

        if (!string.Equals(known, name, StringComparison.Ordinal))
        {
            sql.Run("UPDATE Learners SET Name = $2 WHERE Id = $1", id, name);
        }

        return id;
    }
}

using Microsoft.Data.Sqlite;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using NodaTime;

namespace MlaBot.Storage.Database.Reading;

/// <summary>Reads which posts are due. A channel's ids are made once, however many of its posts are.</summary>
internal static class DueReader
{
    /// <summary>Planned posts by their due time, open and withdrawn ones by their closing time, all of the others; oldest first.</summary>
    public static List<DuePost> Read(PreparedCommands sql, PostState state, Instant? after, Instant until)
    {
        var channels = new Dictionary<long, ChannelKey>();
        var from = after?.ToUnixTimeMilliseconds() ?? long.MinValue;
        return state switch
        {
            PostState.Planned => sql.All(
                Select("p.DueAt") + "WHERE p.State = $1 AND p.DueAt > $2 AND p.DueAt <= $3 ORDER BY p.DueAt, p.Id LIMIT $4",
                ReadOne,
                (int)state,
                from,
                until.ToUnixTimeMilliseconds(),
                IDailyStore.MostDue),
            PostState.Open or PostState.Withdrawn => sql.All(
                Select("p.ClosesAt") + "WHERE p.State = $1 AND p.RoundId IS NULL AND p.ClosesAt > $2 AND p.ClosesAt <= $3 ORDER BY p.ClosesAt, p.Id LIMIT $4",
                ReadOne,
                (int)state,
                from,
                until.ToUnixTimeMilliseconds(),
                IDailyStore.MostDue),
            _ => sql.All(
                Select("coalesce(p.ClosesAt, p.DueAt)") + "WHERE p.State = $1 AND p.RoundId IS NULL ORDER BY p.DueAt, p.Id LIMIT $2",
                ReadOne,
                (int)state,
                IDailyStore.MostDue),
        };

        DuePost ReadOne(SqliteDataReader row)
        {
            if (!channels.TryGetValue(row.GetInt64(2), out var channel))
            {
                channel = new ChannelKey(new GroupKey(row.GetString(3), row.GetString(4)), row.GetString(5));
                channels.Add(row.GetInt64(2), channel);
            }

            return new DuePost(new PostId(row.GetInt64(0)), channel, row.GetInstant(1));
        }
    }

    private static string Select(string at) =>
        $"SELECT p.Id, {at}, p.ChannelId, g.Platform, g.ExternalId, c.ExternalId FROM Posts p JOIN Channels c ON c.Id = p.ChannelId JOIN Groups g ON g.Id = c.GroupId ";
}

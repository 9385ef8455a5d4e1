using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.HeatMap;
using MlaBot.Core.Questions;
using MlaBot.Storage.Database.Rows;
using NodaTime;

namespace MlaBot.Storage.Database.Stores;

/// <summary>Reads from SQLite what a channel answered.</summary>
internal sealed class SqliteHeatMapStore(SqliteDatabase database) : IHeatMapStore
{
    // The number of a round's post is even for a first vote and odd for a second one.
    private const string OfTheChannel =
        """
        JOIN Channels c ON c.Id = p.ChannelId JOIN Groups g ON g.Id = c.GroupId
        WHERE g.Platform = $1 AND g.ExternalId = $2 AND c.ExternalId = $3 AND p.DueAt >= $4 AND p.State IN ($5, $6)
            AND (p.RoundId IS NULL OR p.Slot % 2 = 0)
        """;

    public Task<IReadOnlyList<AnsweredPost>> ReadAsync(ChannelKey channel, Instant from, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyList<AnsweredPost>>(sql => Read(sql, channel, from), cancellationToken);

    private static List<AnsweredPost> Read(PreparedCommands sql, ChannelKey channel, Instant from)
    {
        object?[] values =
        [
            channel.Group.Platform, channel.Group.Id, channel.Id, from.ToUnixTimeMilliseconds(), (int)PostState.Revealed, (int)PostState.Settled,
        ];
        // Two reads, so that no item's name is read again for each answer to it. A post between them only has no answers yet.
        var attempts = sql.All(
                "SELECT p.Id, a.LearnerId, a.IsFirstCorrect FROM Posts p JOIN Answers a ON a.PostId = p.Id " + OfTheChannel + " AND a.Kind <> $7",
                row => (Post: row.GetInt64(0), Attempt: new Attempt(row.GetInt64(1), row.GetBoolean(2))),
                [.. values, (int)AnswerKind.Practice])
            .ToLookup(each => each.Post, each => each.Attempt);
        return
        [
            .. sql.All("SELECT p.Id, p.ItemId, p.ItemVersion FROM Posts p " + OfTheChannel + " ORDER BY p.Id", row => (Id: row.GetInt64(0), Item: row.GetString(1), Version: row.GetInt32(2)), values)
                .Where(post => attempts.Contains(post.Id))
                .Select(post => new AnsweredPost(new ItemId(post.Item), post.Version, [.. attempts[post.Id]])),
        ];
    }
}

using System.Text.Json;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Questions;
using MlaBot.Core.Rounds;
using MlaBot.Storage.Database.Json;
using MlaBot.Storage.Database.Reading;
using MlaBot.Storage.Database.Rows;
using NodaTime;
using Writes = MlaBot.Storage.Database.Writing.RoundWrites;

namespace MlaBot.Storage.Database.Stores;

/// <summary>Keeps rounds in SQLite.</summary>
internal sealed class SqliteRoundStore(SqliteDatabase database) : IRoundStore
{
    public Task<Round?> AddAsync(Round round, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(session => Writes.Add(session, round), cancellationToken);

    public Task SaveAsync(Round round, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(session => Writes.Save(session, round), cancellationToken);

    public Task<IReadOnlyList<Round>> RunningAsync(CancellationToken cancellationToken) => database.Readers.ReadAsync<IReadOnlyList<Round>>(
        sql => sql.All(
            RoundReader.Select + "WHERE r.Phase NOT IN ($1, $2) ORDER BY r.Id", RoundReader.Read, (int)RoundPhase.Ended, (int)RoundPhase.Cancelled),
        cancellationToken);

    public Task<Round?> FindAsync(RoundId id, CancellationToken cancellationToken) => database.Readers.ReadAsync(
        sql => sql.First(RoundReader.Select + "WHERE r.Id = $1", RoundReader.Read, id.Value), cancellationToken);

    public Task<IReadOnlyList<Round>> RecentAsync(ChannelKey channel, int limit, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyList<Round>>(
            sql => sql.All(
                RoundReader.Select + "WHERE g.Platform = $1 AND g.ExternalId = $2 AND c.ExternalId = $3 ORDER BY r.StartedAt DESC, r.Id DESC LIMIT $4",
                RoundReader.Read,
                channel.Group.Platform,
                channel.Group.Id,
                channel.Id,
                limit),
            cancellationToken);

    public Task<IReadOnlyList<RoundPlayer>> PlayersAsync(RoundId round, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyList<RoundPlayer>>(sql => RoundReader.Players(sql, round), cancellationToken);

    public Task SavePlayersAsync(Round round, IReadOnlyList<RoundPlayer> players, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(session => Writes.SavePlayers(session, round.Id, players), cancellationToken);

    public Task<DailyPost> AddPostAsync(Round round, RoundQuestion question, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.Serialize(question.Item, StorageJson.Default.Item);
        return database.Writer.WriteAsync(
            session =>
            {
                Writing.PostWrites.Keep(session, question.Item, json);
                return Writing.PostWrites.AddToRound(session, question.Post, question.Item);
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<(RoundQuestion Question, IReadOnlyList<DailyAnswer> Answers)>> QuestionsAsync(Round round, CancellationToken cancellationToken)
    {
        var posts = await database.Readers.ReadAsync(
            sql => sql.All(PostReader.Select + "WHERE p.RoundId = $1 ORDER BY p.Slot", PostReader.Read, round.Id.Value), cancellationToken);
        var questions = new List<(RoundQuestion, IReadOnlyList<DailyAnswer>)>();
        foreach (var post in posts)
        {
            var item = await database.ShownItems.FindAsync(post.Item, post.ItemVersion, cancellationToken);
            var answers = await database.Readers.ReadAsync(sql => sql.All(AnswerReader.ByPost, AnswerReader.Read, post.Id.Value), cancellationToken);
            questions.Add((new RoundQuestion(post.Slot / 2, (post.Slot % 2) + 1, post, item!), answers));
        }

        return questions;
    }

    public Task<IReadOnlyDictionary<LearnerKey, RecentRecord>> RecordsAsync(ChannelKey channel, Instant since, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyDictionary<LearnerKey, RecentRecord>>(
            sql => sql.All(
                """
                SELECT l.UserId, sum(a.IsFirstCorrect), count(*)
                FROM Groups g JOIN Channels c ON c.GroupId = g.Id JOIN Posts p ON p.ChannelId = c.Id
                    JOIN Answers a ON a.PostId = p.Id JOIN Learners l ON l.Id = a.LearnerId
                WHERE g.Platform = $1 AND g.ExternalId = $2 AND c.ExternalId = $3 AND p.DueAt >= $4 AND p.State IN ($5, $6) AND a.Kind <> $7
                    -- The second vote on a question of a round is no first attempt.
                    AND (p.RoundId IS NULL OR p.Slot % 2 = 0)
                GROUP BY l.UserId
                """,
                row => KeyValuePair.Create(new LearnerKey(channel.Group, row.GetString(0)), new RecentRecord(row.GetInt32(1), row.GetInt32(2))),
                channel.Group.Platform,
                channel.Group.Id,
                channel.Id,
                since.ToUnixTimeMilliseconds(),
                (int)PostState.Revealed,
                (int)PostState.Settled,
                (int)AnswerKind.Practice).ToDictionary(),
            cancellationToken);

    public Task<IReadOnlyDictionary<ItemId, int>> UsesAsync(ChannelKey channel, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyDictionary<ItemId, int>>(
            sql => sql.All(
                """
                SELECT p.ItemId, count(*) FROM Posts p JOIN Channels c ON c.Id = p.ChannelId JOIN Groups g ON g.Id = c.GroupId
                WHERE g.Platform = $1 AND g.ExternalId = $2 AND c.ExternalId = $3 AND p.State NOT IN ($4, $5, $6)
                    -- A question that was voted on twice was asked once.
                    AND (p.RoundId IS NULL OR p.Slot % 2 = 0)
                GROUP BY p.ItemId
                """,
                row => KeyValuePair.Create(new ItemId(row.GetString(0)), row.GetInt32(1)),
                channel.Group.Platform,
                channel.Group.Id,
                channel.Id,
                (int)PostState.Missed,
                (int)PostState.Skipped,
                (int)PostState.Withdrawn).ToDictionary(),
            cancellationToken);
}

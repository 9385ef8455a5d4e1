using System.Text.Json;
using Microsoft.Data.Sqlite;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Exams;
using MlaBot.Core.Questions;
using MlaBot.Storage.Database.Json;
using MlaBot.Storage.Database.Reading;
using MlaBot.Storage.Database.Values;
using MlaBot.Storage.Database.Writing;
using NodaTime;

namespace MlaBot.Storage.Database.Stores;

/// <summary>Keeps schedules, posts and answers in SQLite.</summary>
internal sealed class SqliteDailyStore(SqliteDatabase database) : IDailyStore
{
    private const string SelectSchedules =
        """
        SELECT s.Id, g.Platform, g.ExternalId, c.ExternalId, s.Domain, s.At, s.Zone, s.Days, s.PausedBecause
        FROM Schedules s JOIN Channels c ON c.Id = s.ChannelId JOIN Groups g ON g.Id = c.GroupId

        """;

    public Task<Schedule> SaveScheduleAsync(Schedule schedule, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(session => ScheduleWrites.Save(session, schedule), cancellationToken);

    public Task RemoveScheduleAsync(ScheduleId id, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(session => ScheduleWrites.Remove(session, id), cancellationToken);

    public Task<Schedule?> FindScheduleAsync(ScheduleId id, CancellationToken cancellationToken) => database.Readers.ReadAsync(
        sql => sql.First(SelectSchedules + "WHERE s.Id = $1", ReadSchedule, id.Value), cancellationToken);

    public Task<IReadOnlyList<Schedule>> SchedulesAsync(ChannelKey? channel, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyList<Schedule>>(
            sql => channel is { } one
                ? sql.All(
                    SelectSchedules + "WHERE g.Platform = $1 AND g.ExternalId = $2 AND c.ExternalId = $3 ORDER BY s.Id",
                    ReadSchedule,
                    one.Group.Platform,
                    one.Group.Id,
                    one.Id)
                : sql.All(SelectSchedules + "ORDER BY s.Id", ReadSchedule),
            cancellationToken);

    public Task<DailyPost> PlanAsync(DailyPost post, CancellationToken cancellationToken) =>
        WritePostAsync(post, session => PostWrites.Plan(session, post), cancellationToken);

    public Task DropPlannedAsync(ScheduleId schedule, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(session => PostWrites.DropPlanned(session, schedule), cancellationToken);

    public Task<DailyPost?> IntendAsync(DailyPost intended, Item shown, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.Serialize(shown, StorageJson.Default.Item);
        return WritePostAsync(
            intended,
            session => PostWrites.Intend(session, intended) is { } numbered && PostWrites.Keep(session, shown, json) ? numbered : null,
            cancellationToken);
    }

    public Task<bool> AdvanceAsync(DailyPost post, PostState expected, CancellationToken cancellationToken) => WritePostAsync(
        post,
        session =>
        {
            var isDone = PostWrites.Advance(session, post, expected);
            if (isDone && post.State == PostState.Revealed)
            {
                // From here on no answer can count, so the boards take them in the same write.
                BoardWrites.Count(session, post.Id.Value);
            }

            return isDone;
        },
        cancellationToken);

    public Task<DailyPost?> FindPostAsync(PostId id, CancellationToken cancellationToken) => database.Posts.GetAsync(
        id, static (sql, wanted) => sql.First(PostReader.ById, PostReader.Read, wanted.Value), cancellationToken);

    public Task<PostId?> FindNumberAsync(GroupKey group, int number, CancellationToken cancellationToken) => database.Readers.ReadAsync(
        sql => sql.First(PostReader.IdByNumber, row => new PostId?(new PostId(row.GetInt64(0))), group.Platform, group.Id, number), cancellationToken);

    public Task<IReadOnlyList<DuePost>> DueAsync(PostState state, Instant? after, Instant until, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyList<DuePost>>(sql => DueReader.Read(sql, state, after, until), cancellationToken);

    public Task<Instant?> NextDueAsync(CancellationToken cancellationToken) =>
        database.Readers.ReadAsync(PostReader.NextDue, cancellationToken);

    public Task<DailyPost?> LatestAsync(ScheduleId schedule, CancellationToken cancellationToken) => database.Readers.ReadAsync(
        sql => sql.First(
            PostReader.Select + "WHERE p.ScheduleId = $1 ORDER BY p.Date DESC, p.Slot DESC LIMIT 1", PostReader.Read, schedule.Value),
        cancellationToken);

    public Task<IReadOnlyList<DailyPost>> RecentAsync(ChannelKey channel, int limit, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyList<DailyPost>>(sql => PostReader.Recent(sql, channel, limit), cancellationToken);

    public Task<IReadOnlyDictionary<ItemId, int>> UseCountsAsync(ChannelKey channel, DomainId domain, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyDictionary<ItemId, int>>(
            sql => PostReader.UseCounts(sql, channel, domain), cancellationToken);

    public Task<Item?> ShownItemAsync(ItemId id, int version, CancellationToken cancellationToken) =>
        database.ShownItems.FindAsync(id, version, cancellationToken);

    public Task<StoredAnswer> RecordAsync(NewAnswer answer, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(new AnswerWrite(answer, cancellationToken), cancellationToken);

    public Task<DailyAnswer?> FindAnswerAsync(PostId post, LearnerKey learner, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync(
            sql => sql.First(
                AnswerReader.ByLearner, AnswerReader.Read, post.Value, learner.Group.Platform, learner.Group.Id, learner.UserId),
            cancellationToken);

    public Task<PostId?> LastAnsweredAsync(ChannelKey channel, LearnerKey learner, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync(
            sql => sql.First(
                AnswerReader.LastInChannel, row => new PostId?(new PostId(row.GetInt64(0))),
                learner.Group.Platform, learner.Group.Id, learner.UserId, channel.Group.Platform, channel.Group.Id, channel.Id),
            cancellationToken);

    public Task<IReadOnlyList<DailyAnswer>> AnswersAsync(PostId post, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyList<DailyAnswer>>(
            sql => sql.All(AnswerReader.ByPost, AnswerReader.Read, post.Value), cancellationToken);

    public Task<int> ParticipantsAsync(PostId post, CancellationToken cancellationToken) => database.Readers.ReadAsync(
        sql => sql.First("SELECT count(*) FROM Answers WHERE PostId = $1 AND Kind <> 1", row => row.GetInt32(0), post.Value),
        cancellationToken);

    /// <summary>Changes a post; afterwards its group's time line is read anew.</summary>
    private Task<T> WritePostAsync<T>(DailyPost post, Func<WriteSession, T> write, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(
            session =>
            {
                session.AfterCommit(() => database.Moments.Forget(post.Channel.Group));
                return write(session);
            },
            cancellationToken);

    private static Schedule ReadSchedule(SqliteDataReader row) => new()
    {
        Id = new ScheduleId(row.GetInt64(0)),
        Channel = new ChannelKey(new GroupKey(row.GetString(1), row.GetString(2)), row.GetString(3)),
        Domain = new DomainId(row.GetString(4)),
        At = MinuteOfDay.ToTime(row.GetInt32(5)),
        Zone = row.GetString(6),
        Days = DayMask.ToDays(row.GetInt32(7)),
        PausedBecause = row.IsDBNull(8) ? null : row.GetString(8),
    };
}

using MlaBot.Core.Boards;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Exams;
using MlaBot.Core.Home;
using MlaBot.Storage.Database.Reading;
using MlaBot.Storage.Database.Writing;
using NodaTime;

namespace MlaBot.Storage.Database.Stores;

/// <summary>Reads people's records from SQLite and keeps their milestones.</summary>
internal sealed class SqliteRecordStore(SqliteDatabase database) : IRecordStore
{
    // What is right in a channel that tells results at close stays a secret until the reveal.
    public Task<IReadOnlyList<DomainRecord>> DomainsAsync(LearnerKey person, ChannelKey channel, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyList<DomainRecord>>(
            sql => sql.All(
                """
                SELECT p.Domain, count(*), sum(a.IsFirstCorrect)
                FROM Groups g JOIN Learners l ON l.GroupId = g.Id JOIN Answers a ON a.LearnerId = l.Id JOIN Posts p ON p.Id = a.PostId
                WHERE g.Platform = $1 AND g.ExternalId = $2 AND l.UserId = $3 AND a.Kind = 0
                    AND p.ChannelId = (SELECT c.Id FROM Channels c WHERE c.GroupId = g.Id AND c.ExternalId = $4)
                    AND p.ScheduleId IS NOT NULL AND p.State <> $5 AND (p.Feedback = $6 OR p.State IN ($7, $8))
                GROUP BY p.Domain ORDER BY p.Domain
                """,
                row => new DomainRecord(new DomainId(row.GetString(0)), row.GetInt32(1), row.GetInt32(2)),
                person.Group.Platform,
                person.Group.Id,
                person.UserId,
                channel.Id,
                (int)PostState.Withdrawn,
                (int)FeedbackMode.Immediate,
                (int)PostState.Revealed,
                (int)PostState.Settled),
            cancellationToken);

    public Task<int> AnsweredAsync(LearnerKey person, CancellationToken cancellationToken) => database.Readers.ReadAsync(
        sql => sql.First(
            """
            SELECT count(*)
            FROM Groups g JOIN Learners l ON l.GroupId = g.Id JOIN Answers a ON a.LearnerId = l.Id JOIN Posts p ON p.Id = a.PostId
            WHERE g.Platform = $1 AND g.ExternalId = $2 AND l.UserId = $3 AND a.Kind = 0 AND p.ScheduleId IS NOT NULL AND p.State <> $4
            """,
            row => row.GetInt32(0),
            person.Group.Platform,
            person.Group.Id,
            person.UserId,
            (int)PostState.Withdrawn),
        cancellationToken);

    public Task<IReadOnlyList<ReachedMilestone>> MilestonesAsync(LearnerKey person, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyList<ReachedMilestone>>(
            sql => sql.All(
                """
                SELECT s.Kind, s.Value, s.At FROM Groups g JOIN Learners l ON l.GroupId = g.Id JOIN Milestones s ON s.LearnerId = l.Id
                WHERE g.Platform = $1 AND g.ExternalId = $2 AND l.UserId = $3 ORDER BY s.At, s.Kind, s.Value
                """,
                row => new ReachedMilestone(new Milestone((MilestoneKind)row.GetInt32(0), row.GetInt32(1)), row.GetInstant(2)),
                person.Group.Platform,
                person.Group.Id,
                person.UserId),
            cancellationToken);

    public Task<IReadOnlyList<Milestone>> ReachAsync(
        LearnerKey person, IReadOnlyList<Milestone> milestones, Instant at, ChannelKey? tellIn, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(session => BoardMemberWrites.Reach(session, person, milestones, at, tellIn), cancellationToken);

    public Task<IReadOnlyList<ChannelKey>> ToTellAsync(CancellationToken cancellationToken) => database.Readers.ReadAsync<IReadOnlyList<ChannelKey>>(
        sql => sql.All(
            """
            SELECT DISTINCT g.Platform, g.ExternalId, c.ExternalId FROM Milestones s JOIN Channels c ON c.Id = s.TellIn JOIN Groups g ON g.Id = c.GroupId
            WHERE s.TellIn IS NOT NULL
            """,
            row => new ChannelKey(new GroupKey(row.GetString(0), row.GetString(1)), row.GetString(2))),
        cancellationToken);

    public Task<IReadOnlyList<PublicMilestone>> TakePublicAsync(ChannelKey channel, CancellationToken cancellationToken) =>
        database.Writer.WriteAsync(session => BoardMemberWrites.TakePublic(session, channel), cancellationToken);
}

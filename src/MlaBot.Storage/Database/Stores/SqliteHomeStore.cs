using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Exams;
using MlaBot.Core.Home;
using MlaBot.Storage.Database.Reading;
using MlaBot.Storage.Database.Values;
using NodaTime;

namespace MlaBot.Storage.Database.Stores;

/// <summary>Reads a person's home from SQLite.</summary>
internal sealed class SqliteHomeStore(SqliteDatabase database) : IHomeStore
{
    public Task<IReadOnlyList<OpenQuestion>> OpenAsync(LearnerKey person, IReadOnlySet<ChannelKey> channels, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyList<OpenQuestion>>(
            sql =>
            {
                var posts = sql.All(
                    PostReader.Select +
                    """
                    WHERE p.GroupId = (SELECT Id FROM Groups WHERE Platform = $1 AND ExternalId = $2) AND p.State = $3 AND p.RoundId IS NULL
                    ORDER BY p.ClosesAt, p.Id
                    """,
                    PostReader.Read,
                    person.Group.Platform,
                    person.Group.Id,
                    (int)PostState.Open);
                return
                [
                    .. posts.Where(post => channels.Contains(post.Channel)).Take(IHomeStore.MostOpen).Select(post => new OpenQuestion(
                        post,
                        sql.First(AnswerReader.ByLearner, AnswerReader.Read, post.Id.Value, person.Group.Platform, person.Group.Id, person.UserId)?.Last)),
                ];
            },
            cancellationToken);

    // What is right in a channel that tells results at close stays a secret until the reveal.
    public Task<IReadOnlyList<DomainRecord>> RecordAsync(LearnerKey person, LocalDate from, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync<IReadOnlyList<DomainRecord>>(
            sql => sql.All(
                """
                SELECT p.Domain, count(*), sum(a.IsFirstCorrect)
                FROM Groups g JOIN Learners l ON l.GroupId = g.Id JOIN Answers a ON a.LearnerId = l.Id JOIN Posts p ON p.Id = a.PostId
                WHERE g.Platform = $1 AND g.ExternalId = $2 AND l.UserId = $3 AND a.Kind = 0 AND a.Day >= $4
                    AND p.State <> $5 AND (p.Feedback = $6 OR p.State IN ($7, $8))
                GROUP BY p.Domain ORDER BY p.Domain
                """,
                row => new DomainRecord(new DomainId(row.GetString(0)), row.GetInt32(1), row.GetInt32(2)),
                person.Group.Platform,
                person.Group.Id,
                person.UserId,
                EpochDays.From(from),
                (int)PostState.Withdrawn,
                (int)FeedbackMode.Immediate,
                (int)PostState.Revealed,
                (int)PostState.Settled),
            cancellationToken);
}

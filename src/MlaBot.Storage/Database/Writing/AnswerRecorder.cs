using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Learners;
using MlaBot.Storage.Database.Reading;
using MlaBot.Storage.Database.Rows;
using MlaBot.Storage.Database.Stores;
using MlaBot.Storage.Database.Values;
using NodaTime;

namespace MlaBot.Storage.Database.Writing;

/// <summary>Stores answers under the rules of <see cref="AnswerFate"/>. The hottest path of the program.</summary>
/// <remarks>It remembers post states and learner ids: this is the only writer, so they change by its hands alone.</remarks>
internal sealed class AnswerRecorder(PreparedCommands sql)
{
    /// <summary>The most learners, and the most posts, to remember; about 10 MB.</summary>
    private const int MostRemembered = 50_000;

    private readonly Dictionary<PostId, PostFacts> _posts = [];
    private readonly Dictionary<LearnerKey, (long Id, string Name)> _learners = [];

    /// <summary>Drops what is remembered: after any other write, and after a rollback.</summary>
    public void Forget()
    {
        _posts.Clear();
        _learners.Clear();
    }

    public StoredAnswer Record(NewAnswer answer)
    {
        var post = FactsOf(answer.Post);
        // A post of another group does not exist for this learner.
        if (post.Group != answer.Learner.Group || KindOf(post) is not { } kind)
        {
            return new StoredAnswer(AnswerFate.NotOpen, null);
        }

        var learner = LearnerId(post.GroupId, answer);
        var isPractice = kind == AnswerKind.Practice;
        return Insert(answer, learner, kind)
            ? new StoredAnswer(isPractice ? AnswerFate.Practice : AnswerFate.Recorded, Fresh(answer, isPractice))
            : Keep(answer, learner, isPractice);
    }

    /// <summary>What an answer to a post counts for; null when it takes none.</summary>
    private static AnswerKind? KindOf(PostFacts post) => post.State switch
    {
        // In a round people read before they may answer. Elsewhere the platform may show a message whose confirmation is still under way.
        PostState.Intended when post.IsOfRound => null,
        PostState.Intended or PostState.Open or PostState.Closing => post.IsOfRound ? AnswerKind.Round : AnswerKind.Due,
        PostState.Revealed or PostState.Settled => AnswerKind.Practice,
        _ => null,
    };

    private PostFacts FactsOf(PostId id)
    {
        if (!_posts.TryGetValue(id, out var facts))
        {
            MakeRoom(_posts);
            facts = sql.First(
                "SELECT p.State, p.GroupId, g.Platform, g.ExternalId, p.RoundId IS NOT NULL FROM Posts p JOIN Groups g ON g.Id = p.GroupId WHERE p.Id = $1",
                row => new PostFacts((PostState)row.GetInt32(0), row.GetInt64(1), new GroupKey(row.GetString(2), row.GetString(3)), row.GetBoolean(4)),
                id.Value);
            _posts[id] = facts;
        }

        return facts;
    }

    private long LearnerId(long group, NewAnswer answer)
    {
        if (_learners.TryGetValue(answer.Learner, out var known) && string.Equals(known.Name, answer.LearnerName, StringComparison.Ordinal))
        {
            return known.Id;
        }

        MakeRoom(_learners);
        var id = new TenantWriter(sql).LearnerId(
            group, answer.Learner.UserId, answer.LearnerName, () => answer.FirstZones.Count == 0 ? null : SqliteLearnerStore.Text(LearnerCalendar.Empty with { Zones = answer.FirstZones }));
        _learners[answer.Learner] = (id, answer.LearnerName);
        return id;
    }

    private static void MakeRoom<TKey, TValue>(Dictionary<TKey, TValue> memory)
        where TKey : notnull
    {
        if (memory.Count >= MostRemembered)
        {
            memory.Clear();
        }
    }

    private bool Insert(NewAnswer answer, long learner, AnswerKind kind)
    {
        var text = AnswerText.Of(answer.Answer);
        var at = answer.At.ToUnixTimeMilliseconds();
        return sql.Run(
            """
            INSERT INTO Answers (PostId, LearnerId, First, IsFirstCorrect, FirstAt, Last, IsLastCorrect, LastAt, Changes, Kind, Day, IsGrace)
            VALUES ($1, $2, $3, $4, $5, $3, $4, $5, 0, $6, $7, $8)
            ON CONFLICT (PostId, LearnerId) DO NOTHING
            """,
            answer.Post.Value,
            learner,
            text,
            answer.IsCorrect,
            at,
            (int)kind,
            EpochDays.From(answer.Day),
            answer.IsGrace) == 1;
    }

    /// <summary>An answer stands: it stays, or is replaced where that is allowed.</summary>
    private StoredAnswer Keep(NewAnswer answer, long learner, bool isPractice)
    {
        var standing = sql.First(AnswerReader.ByRow, AnswerReader.Read, answer.Post.Value, learner)!;
        if (isPractice || !answer.MayChange || string.Equals(standing.Last.Canonical, answer.Answer.Canonical, StringComparison.Ordinal))
        {
            return new StoredAnswer(AnswerFate.AlreadyAnswered, standing);
        }

        sql.Run(
            "UPDATE Answers SET Last = $3, IsLastCorrect = $4, LastAt = $5, Changes = Changes + 1 WHERE PostId = $1 AND LearnerId = $2",
            answer.Post.Value,
            learner,
            AnswerText.Of(answer.Answer),
            answer.IsCorrect,
            answer.At.ToUnixTimeMilliseconds());
        return new StoredAnswer(AnswerFate.Changed, standing with
        {
            Last = answer.Answer,
            IsLastCorrect = answer.IsCorrect,
            Changes = standing.Changes + 1,
        });
    }

    private static DailyAnswer Fresh(NewAnswer answer, bool isPractice) => new()
    {
        Post = answer.Post,
        Learner = answer.Learner,
        First = answer.Answer,
        IsFirstCorrect = answer.IsCorrect,
        // As it is stored, so that reading it back gives the same.
        FirstAt = Instant.FromUnixTimeMilliseconds(answer.At.ToUnixTimeMilliseconds()),
        Last = answer.Answer,
        IsLastCorrect = answer.IsCorrect,
        Changes = 0,
        IsPractice = isPractice,
    };

    private readonly record struct PostFacts(PostState State, long GroupId, GroupKey Group, bool IsOfRound);
}

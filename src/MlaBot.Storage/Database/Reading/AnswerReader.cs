using Microsoft.Data.Sqlite;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Storage.Database.Rows;

namespace MlaBot.Storage.Database.Reading;

/// <summary>Reads answers with their learners.</summary>
internal static class AnswerReader
{
    /// <summary>By the rows of post and learner.</summary>
    public const string ByRow = Select + "WHERE a.PostId = $1 AND a.LearnerId = $2";

    /// <summary>By post and the platform's ids of the learner.</summary>
    public const string ByLearner = Select + "WHERE a.PostId = $1 AND g.Platform = $2 AND g.ExternalId = $3 AND l.UserId = $4";

    /// <summary>What counts for a post, in the order of arrival.</summary>
    public const string ByPost = Select + "WHERE a.PostId = $1 AND a.Kind <> 1 ORDER BY a.FirstAt, a.LearnerId";

    /// <summary>The post of a channel that a learner answered or changed last, by the platform's ids of both.</summary>
    public const string LastInChannel =
        """
        SELECT a.PostId FROM Answers a JOIN Learners l ON l.Id = a.LearnerId JOIN Groups g ON g.Id = l.GroupId
        JOIN Posts p ON p.Id = a.PostId JOIN Channels c ON c.Id = p.ChannelId JOIN Groups o ON o.Id = c.GroupId
        WHERE g.Platform = $1 AND g.ExternalId = $2 AND l.UserId = $3 AND o.Platform = $4 AND o.ExternalId = $5 AND c.ExternalId = $6
        ORDER BY a.LastAt DESC, a.PostId DESC LIMIT 1
        """;

    private const string Select =
        """
        SELECT a.PostId, g.Platform, g.ExternalId, l.UserId, a.First, a.IsFirstCorrect, a.FirstAt, a.Last, a.IsLastCorrect, a.Changes, a.Kind
        FROM Answers a JOIN Learners l ON l.Id = a.LearnerId JOIN Groups g ON g.Id = l.GroupId

        """;

    public static DailyAnswer Read(SqliteDataReader row) => new()
    {
        Post = new PostId(row.GetInt64(0)),
        Learner = new LearnerKey(new GroupKey(row.GetString(1), row.GetString(2)), row.GetString(3)),
        First = AnswerText.Parse(row.GetString(4)),
        IsFirstCorrect = row.GetBoolean(5),
        FirstAt = row.GetInstant(6),
        Last = AnswerText.Parse(row.GetString(7)),
        IsLastCorrect = row.GetBoolean(8),
        Changes = row.GetInt32(9),
        IsPractice = row.GetInt32(10) == (int)AnswerKind.Practice,
    };
}

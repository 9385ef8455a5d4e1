using Microsoft.Data.Sqlite;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Exams;
using MlaBot.Core.Questions;
using MlaBot.Core.Rounds;
using MlaBot.Storage.Database.Values;
using NodaTime;

namespace MlaBot.Storage.Database.Reading;

/// <summary>Reads posts with their channels.</summary>
internal static class PostReader
{
    public const string Select =
        """
        SELECT p.Id, p.ScheduleId, g.Platform, g.ExternalId, c.ExternalId, p.Date, p.Slot, p.ItemId, p.ItemVersion,
               p.Presentation, p.State, p.Feedback, p.DueAt, p.OpenedAt, p.ClosesAt, p.MessageId, p.Note, p.RoundId, p.Number
        FROM Posts p JOIN Channels c ON c.Id = p.ChannelId JOIN Groups g ON g.Id = c.GroupId

        """;

    public const string ById = Select + "WHERE p.Id = $1";

    public const string IdByNumber =
        """
        SELECT p.Id FROM Groups g JOIN Posts p ON p.GroupId = g.Id
        WHERE g.Platform = $1 AND g.ExternalId = $2 AND p.Number = $3 AND p.Number > 0
        """;

    public static DailyPost Read(SqliteDataReader row) => new()
    {
        Id = new PostId(row.GetInt64(0)),
        Schedule = row.IsDBNull(1) ? default : new ScheduleId(row.GetInt64(1)),
        Channel = new ChannelKey(new GroupKey(row.GetString(2), row.GetString(3)), row.GetString(4)),
        Date = EpochDays.ToDate(row.GetInt32(5)),
        Slot = row.GetInt32(6),
        Item = new ItemId(row.GetString(7)),
        ItemVersion = row.GetInt32(8),
        Presentation = Presentation.Parse(row.GetString(9)),
        State = (PostState)row.GetInt32(10),
        Feedback = (FeedbackMode)row.GetInt32(11),
        DueAt = row.GetInstant(12),
        OpenedAt = row.IsDBNull(13) ? null : row.GetInstant(13),
        ClosesAt = row.IsDBNull(14) ? null : row.GetInstant(14),
        MessageId = row.IsDBNull(15) ? null : row.GetString(15),
        Note = row.GetString(16),
        Number = row.GetInt32(18),
        Round = row.IsDBNull(17) ? null : new RoundId(row.GetInt64(17)),
    };

    /// <summary>When the next planned post is due or the next open one closes. Rounds keep their own time.</summary>
    public static Instant? NextDue(PreparedCommands sql)
    {
        // Two lookups at the end of an index each; one query over both states would read them all.
        var due = sql.First("SELECT DueAt FROM Posts WHERE State = $1 ORDER BY DueAt LIMIT 1", ReadInstant, (int)PostState.Planned);
        var closes = sql.First(
            "SELECT ClosesAt FROM Posts WHERE State = $1 AND RoundId IS NULL ORDER BY ClosesAt LIMIT 1", ReadInstant, (int)PostState.Open);
        return due is null || closes < due ? closes : due;
    }

    /// <summary>A channel's newest posts without those that never came.</summary>
    public static List<DailyPost> Recent(PreparedCommands sql, ChannelKey channel, int limit) => sql.All(
        Select +
        """
        WHERE g.Platform = $1 AND g.ExternalId = $2 AND c.ExternalId = $3 AND p.State NOT IN ($4, $5) AND p.RoundId IS NULL
        ORDER BY p.DueAt DESC, p.Id DESC LIMIT $6
        """,
        Read,
        channel.Group.Platform,
        channel.Group.Id,
        channel.Id,
        (int)PostState.Missed,
        (int)PostState.Skipped,
        limit);

    /// <summary>How often a channel planned or sent each item of a domain.</summary>
    public static Dictionary<ItemId, int> UseCounts(PreparedCommands sql, ChannelKey channel, DomainId domain) => sql.All(
        """
        SELECT p.ItemId, count(*) FROM Posts p JOIN Channels c ON c.Id = p.ChannelId JOIN Groups g ON g.Id = c.GroupId
        WHERE g.Platform = $1 AND g.ExternalId = $2 AND c.ExternalId = $3 AND p.Domain = $4 AND p.State NOT IN ($5, $6)
        GROUP BY p.ItemId
        """,
        row => KeyValuePair.Create(new ItemId(row.GetString(0)), row.GetInt32(1)),
        channel.Group.Platform,
        channel.Group.Id,
        channel.Id,
        domain.Value,
        (int)PostState.Missed,
        (int)PostState.Skipped).ToDictionary();

    private static Instant? ReadInstant(SqliteDataReader row) => row.IsDBNull(0) ? null : row.GetInstant(0);

    /// <summary>Reads an instant that is kept as Unix milliseconds.</summary>
    public static Instant GetInstant(this SqliteDataReader row, int column) => Instant.FromUnixTimeMilliseconds(row.GetInt64(column));
}

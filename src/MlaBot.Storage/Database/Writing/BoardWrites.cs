using MlaBot.Core.Boards;
using MlaBot.Core.Daily;
using MlaBot.Storage.Database.Values;

namespace MlaBot.Storage.Database.Writing;

/// <summary>What changes boards, inside the writer's transaction.</summary>
internal static class BoardWrites
{
    /// <summary>Counts the answers of a post whose key is public, once. Posts without a schedule count for no board.</summary>
    /// <returns>False when nothing had to be counted.</returns>
    public static bool Count(WriteSession session, long post)
    {
        var (channel, day) = session.Sql.First(
            "SELECT ChannelId, Date FROM Posts WHERE Id = $1 AND State IN ($2, $3) AND ScheduleId IS NOT NULL",
            row => (row.GetInt64(0), row.GetInt32(1)),
            post,
            (int)PostState.Revealed,
            (int)PostState.Settled);
        if (channel == 0 || session.Sql.Run("INSERT INTO CountedPosts (PostId) VALUES ($1) ON CONFLICT DO NOTHING", post) == 0)
        {
            return false;
        }

        foreach (var kind in BoardPeriod.Kinds)
        {
            Count(session, post, channel, BoardPeriod.Of(kind, EpochDays.ToDate(day)));
        }

        MarkDays(session, channel, day);
        return true;
    }

    /// <summary>Counts revealed posts that have no mark.</summary>
    public static int CountMissing(WriteSession session, int atMost)
    {
        var posts = session.Sql.All(
            """
            SELECT p.Id FROM Posts p WHERE p.State IN ($1, $2) AND p.ScheduleId IS NOT NULL AND NOT EXISTS (SELECT 1 FROM CountedPosts c WHERE c.PostId = p.Id)
            LIMIT $3
            """,
            row => row.GetInt64(0),
            (int)PostState.Revealed,
            (int)PostState.Settled,
            atMost);
        return posts.Count(post => Count(session, post));
    }

    public static bool Archive(WriteSession session, ChannelBoard board, string json, bool isToTell) => session.Sql.Run(
        "UPDATE Boards SET State = $4, Final = $5 WHERE ChannelId = $1 AND Kind = $2 AND Start = $3 AND State = $6",
        session.Tenants.ChannelId(board.Channel).Channel,
        (int)board.Period.Kind,
        EpochDays.From(board.Period.Start),
        (int)(isToTell ? ClosingState.ToTell : ClosingState.Done),
        json,
        (int)ClosingState.Running) == 1;

    public static bool Advance(WriteSession session, ChannelBoard board, ClosingState expected, ClosingState state) => session.Sql.Run(
        "UPDATE Boards SET State = $5 WHERE ChannelId = $1 AND Kind = $2 AND Start = $3 AND State = $4",
        session.Tenants.ChannelId(board.Channel).Channel,
        (int)board.Period.Kind,
        EpochDays.From(board.Period.Start),
        (int)expected,
        (int)state) == 1;

    private static void Count(WriteSession session, long post, long channel, BoardPeriod period)
    {
        session.Sql.Run(
            """
            INSERT INTO BoardTotals (ChannelId, Kind, Start, LearnerId, Answered, "Right")
            SELECT $1, $2, $3, LearnerId, 1, IsFirstCorrect FROM Answers WHERE PostId = $4 AND Kind = 0
            ON CONFLICT (ChannelId, Kind, Start, LearnerId) DO UPDATE SET Answered = Answered + 1, "Right" = "Right" + excluded."Right"
            """,
            channel,
            (int)period.Kind,
            EpochDays.From(period.Start),
            post);
        if (BoardPeriod.Ending.Contains(period.Kind))
        {
            session.Sql.Run(
                """
                INSERT INTO Boards (ChannelId, Kind, Start, "End", State) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (ChannelId, Kind, Start) DO NOTHING
                """,
                channel,
                (int)period.Kind,
                EpochDays.From(period.Start),
                EpochDays.From(period.End),
                (int)ClosingState.Running);
        }
    }

    // Who answered on a day is an active member of the days that follow, so these are counted again when they were counted before.
    private static void MarkDays(WriteSession session, long channel, int day)
    {
        session.Sql.Run(
            """
            INSERT INTO GroupDays (ChannelId, Date, People, Active, IsStale) VALUES ($1, $2, 0, 0, 1)
            ON CONFLICT (ChannelId, Date) DO UPDATE SET IsStale = 1
            """,
            channel,
            day);
        session.Sql.Run(
            "UPDATE GroupDays SET IsStale = 1 WHERE ChannelId = $1 AND Date > $2 AND Date < $3", channel, day, day + BoardRules.ActiveDays);
    }
}

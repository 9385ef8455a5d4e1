using MlaBot.Core.Daily;
using MlaBot.Core.Questions;
using MlaBot.Storage.Database.Reading;
using MlaBot.Storage.Database.Values;
using NodaTime;

namespace MlaBot.Storage.Database.Writing;

/// <summary>What changes posts, inside the writer's transaction.</summary>
internal static class PostWrites
{
    /// <summary>Saves a post, or gives back the one that holds its place.</summary>
    /// <exception cref="InvalidOperationException">The channel was never set up, or the schedule was removed.</exception>
    public static DailyPost Plan(WriteSession session, DailyPost post) => session.Sql.First(
        PostReader.Select + "WHERE p.ScheduleId = $1 AND p.Date = $2 AND p.Slot = $3",
        PostReader.Read,
        post.Schedule.Value,
        EpochDays.From(post.Date),
        post.Slot) ?? Insert(session, post);

    /// <summary>Replaces a post that is in a state; false when it is in another.</summary>
    public static bool Advance(WriteSession session, DailyPost post, PostState expected) => session.Sql.Run(
        """
        UPDATE Posts SET Date = $3, Slot = $4, ItemId = $5, ItemVersion = $6, Presentation = $7, State = $8, Feedback = $9,
            DueAt = $10, OpenedAt = $11, ClosesAt = $12, MessageId = $13, Note = $14
        WHERE Id = $1 AND State = $2
        """,
        [post.Id.Value, (int)expected, .. Values(post)]) == 1;

    /// <summary>Replaces a planned post by one that is about to be sent, with the group's next number; null when it is not planned.</summary>
    public static DailyPost? Intend(WriteSession session, DailyPost intended) =>
        Advance(session, intended, PostState.Planned) ? GiveNumber(session, intended) : null;

    /// <summary>Keeps an item as it was shown. Its text is made outside the writer, whose time is everybody's.</summary>
    /// <returns>Always true: one that is kept already stays.</returns>
    public static bool Keep(WriteSession session, Item shown, string json) => session.Sql.Run(
        "INSERT INTO ShownItems (ItemId, Version, Json) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", shown.Id.Value, shown.Version, json) >= 0;

    public static int DropPlanned(WriteSession session, ScheduleId schedule) => session.Sql.Run(
        "DELETE FROM Posts WHERE ScheduleId = $1 AND State = $2", schedule.Value, (int)PostState.Planned);

    private static DailyPost Insert(WriteSession session, DailyPost post)
    {
        var (channel, group) = session.Tenants.ChannelId(post.Channel);
        var id = session.Sql.First(
            """
            INSERT INTO Posts (ScheduleId, ChannelId, GroupId, Domain, Date, Slot, ItemId, ItemVersion, Presentation, State, Feedback,
                DueAt, OpenedAt, ClosesAt, MessageId, Note)
            SELECT Id, $2, $3, Domain, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15 FROM Schedules WHERE Id = $1
            RETURNING Id
            """,
            row => row.GetInt64(0),
            [post.Schedule.Value, channel, group, .. Values(post)]);
        return id != 0
            ? post with { Id = new PostId(id) }
            : throw new InvalidOperationException($"Schedule {post.Schedule} was never saved, or was removed.");
    }

    /// <summary>Saves a question of a round, or gives back the one that holds its number and vote.</summary>
    /// <exception cref="InvalidOperationException">The channel was never set up.</exception>
    public static DailyPost AddToRound(WriteSession session, DailyPost post, Item item)
    {
        var (channel, group) = session.Tenants.ChannelId(post.Channel);
        var added = session.Sql.Run(
            """
            INSERT INTO Posts (RoundId, ChannelId, GroupId, Domain, Date, Slot, ItemId, ItemVersion, Presentation, State, Feedback,
                DueAt, OpenedAt, ClosesAt, MessageId, Note)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
            ON CONFLICT (RoundId, Slot) DO NOTHING
            """,
            [post.Round!.Value.Value, channel, group, item.Domain.Value, .. Values(post)]);
        var kept = session.Sql.First(PostReader.Select + "WHERE p.RoundId = $1 AND p.Slot = $2", PostReader.Read, post.Round.Value.Value, post.Slot)!;
        return added == 0 ? kept : GiveNumber(session, kept);
    }

    private static DailyPost GiveNumber(WriteSession session, DailyPost post)
    {
        var (_, group) = session.Tenants.ChannelId(post.Channel);
        var number = session.Sql.First("UPDATE Groups SET Questions = Questions + 1 WHERE Id = $1 RETURNING Questions", row => row.GetInt32(0), group);
        session.Sql.Run("UPDATE Posts SET Number = $2 WHERE Id = $1", post.Id.Value, number);
        return post with { Number = number };
    }

    private static object?[] Values(DailyPost post) =>
    [
        EpochDays.From(post.Date), post.Slot, post.Item.Value, post.ItemVersion, post.Presentation.ToString(), (int)post.State, (int)post.Feedback,
        Milliseconds(post.DueAt), Milliseconds(post.OpenedAt), Milliseconds(post.ClosesAt), post.MessageId, post.Note,
    ];

    private static object? Milliseconds(Instant? instant) => instant?.ToUnixTimeMilliseconds();
}

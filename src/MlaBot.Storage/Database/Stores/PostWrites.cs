using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MlaBot.Core.Daily;
using MlaBot.Core.Questions;
using MlaBot.Storage.Database.Json;
using MlaBot.Storage.Database.Reading;
using MlaBot.Storage.Database.Rows;
using MlaBot.Storage.Database.Writing;

namespace MlaBot.Storage.Database.Stores;

/// <summary>What changes posts, inside the writer's transaction.</summary>
internal static class PostWrites
{
    public static DailyPost Plan(WriteSession session, DailyPost post)
    {
        var standing = session.Sql.First(
            PostReader.Select + "WHERE p.ScheduleId = $1 AND p.Date = $2 AND p.Slot = $3",
            PostReader.Read,
            post.Schedule.Value,
            Values.EpochDays.From(post.Date),
            post.Slot);
        if (standing is not null)
        {
            return standing;
        }

        var schedule = session.Context.Schedules.AsNoTracking().SingleOrDefault(row => row.Id == post.Schedule.Value)
            ?? throw new InvalidOperationException($"Schedule {post.Schedule} was never saved, or was removed.");
        var (channel, group) = session.Tenants.ChannelId(post.Channel);
        var row = new PostRow { ScheduleId = schedule.Id, ChannelId = channel, GroupId = group, Domain = schedule.Domain };
        row.Take(post);
        session.Context.Posts.Add(row);
        session.Context.SaveChanges();
        return post with { Id = new PostId(row.Id) };
    }

    public static bool Advance(WriteSession session, DailyPost post, PostState expected, ShownItemRow? shown)
    {
        var row = session.Context.Posts.SingleOrDefault(row => row.Id == post.Id.Value && row.State == expected);
        if (row is null)
        {
            return false;
        }

        row.Take(post);
        session.Context.SaveChanges();
        if (shown is not null)
        {
            session.Sql.Run(
                "INSERT INTO ShownItems (ItemId, Version, Json) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
                shown.ItemId,
                shown.Version,
                shown.Json);
        }

        return true;
    }

    public static int DropPlanned(WriteSession session, ScheduleId schedule) =>
        session.Context.Posts.Where(row => row.ScheduleId == schedule.Value && row.State == PostState.Planned).ExecuteDelete();

    /// <summary>An item as a row. The text is made outside the writer, whose time is everybody's.</summary>
    public static ShownItemRow ToRow(Item item) => new()
    {
        ItemId = item.Id.Value,
        Version = item.Version,
        Json = JsonSerializer.Serialize(item, StorageJson.Default.Item),
    };
}

using Microsoft.EntityFrameworkCore;
using MlaBot.Core.Daily;
using MlaBot.Storage.Database.Rows;
using MlaBot.Storage.Database.Writing;

namespace MlaBot.Storage.Database.Stores;

/// <summary>What changes schedules, inside the writer's transaction.</summary>
internal static class ScheduleWrites
{
    public static Schedule Save(WriteSession session, Schedule schedule)
    {
        var (channel, _) = session.Tenants.ChannelId(schedule.Channel);
        var schedules = session.Context.Schedules;
        var row = schedule.Id.Value == 0
            ? schedules.Add(new ScheduleRow()).Entity
            : schedules.Find(schedule.Id.Value)
                ?? throw new InvalidOperationException($"Schedule {schedule.Id} was never saved, or was removed.");
        row.Take(schedule, channel);
        session.Context.SaveChanges();
        return schedule with { Id = new ScheduleId(row.Id) };
    }

    public static int Remove(WriteSession session, ScheduleId id)
    {
        PostWrites.DropPlanned(session, id);
        return session.Context.Schedules.Where(row => row.Id == id.Value).ExecuteDelete();
    }
}

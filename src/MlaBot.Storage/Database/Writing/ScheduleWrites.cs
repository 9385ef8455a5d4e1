using MlaBot.Core.Daily;
using MlaBot.Storage.Database.Values;

namespace MlaBot.Storage.Database.Writing;

/// <summary>What changes schedules, inside the writer's transaction.</summary>
internal static class ScheduleWrites
{
    /// <exception cref="InvalidOperationException">The channel was never set up, or the schedule was removed.</exception>
    public static Schedule Save(WriteSession session, Schedule schedule)
    {
        var (channel, _) = session.Tenants.ChannelId(schedule.Channel);
        var id = session.Sql.First(
            schedule.Id.Value == 0
                ? "INSERT INTO Schedules (ChannelId, Domain, At, Zone, Days, PausedBecause) VALUES ($1, $2, $3, $4, $5, $6) RETURNING Id"
                : "UPDATE Schedules SET ChannelId = $1, Domain = $2, At = $3, Zone = $4, Days = $5, PausedBecause = $6 WHERE Id = $7 RETURNING Id",
            row => row.GetInt64(0),
            [
                channel, schedule.Domain.Value, MinuteOfDay.From(schedule.At), schedule.Zone, DayMask.From(schedule.Days), schedule.PausedBecause,
                .. schedule.Id.Value == 0 ? (ReadOnlySpan<object?>)[] : [schedule.Id.Value],
            ]);
        return id != 0
            ? schedule with { Id = new ScheduleId(id) }
            : throw new InvalidOperationException($"Schedule {schedule.Id} was never saved, or was removed.");
    }

    /// <summary>Removes a schedule with what it planned.</summary>
    public static int Remove(WriteSession session, ScheduleId id) =>
        PostWrites.DropPlanned(session, id) + session.Sql.Run("DELETE FROM Schedules WHERE Id = $1", id.Value);
}

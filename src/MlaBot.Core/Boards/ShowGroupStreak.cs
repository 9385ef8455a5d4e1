using MlaBot.Core.Channels;
using MlaBot.Core.Streaks;
using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Core.Boards;

/// <summary>Gathers a channel's facts and works out the group's streak.</summary>
public sealed class ShowGroupStreak(IGroupDayStore days, IBoardStore boards, IStreakStore streaks, IChannelStore channels, TimeProvider clock)
{
    /// <summary>The group's streak now.</summary>
    public Task<GroupStreak> HandleAsync(Channel channel, CancellationToken cancellationToken) => UntilAsync(channel, LocalDate.MaxIsoValue, cancellationToken);

    /// <summary>The group's streak as it stood before a date; now when that is still to come.</summary>
    public async Task<GroupStreak> UntilAsync(Channel channel, LocalDate end, CancellationToken cancellationToken)
    {
        GroupDay[] counted = [.. (await days.DaysAsync(channel.Key, cancellationToken)).Where(day => day.Date < end)];
        if (counted.Length == 0)
        {
            return default;
        }

        var zone = DateTimeZoneProviders.Tzdb[channel.Zone];
        var excused = new HashSet<LocalDate>(await days.ExcusedAsync(channel.Key, cancellationToken));
        foreach (var outage in await streaks.OutagesAsync(Zones.At(zone, counted[0].Date, LocalTime.Midnight), cancellationToken))
        {
            excused.UnionWith(Touched(outage, zone));
        }

        var today = clock.Now().InZone(zone).Date;
        var settings = await boards.SettingsAsync(channel.Key, cancellationToken);
        return GroupStreak.Replay(new GroupStreakFacts(
            counted,
            excused,
            await channels.RestDaysAsync(channel.Key.Group, cancellationToken),
            settings.Quorum,
            await days.UnfinishedAsync(channel.Key, cancellationToken) is { } open && open < today ? open : today));
    }

    private static IEnumerable<LocalDate> Touched(Outage outage, DateTimeZone zone)
    {
        var last = outage.To.InZone(zone).Date;
        for (var day = outage.From.InZone(zone).Date; day <= last; day = day.PlusDays(1))
        {
            yield return day;
        }
    }
}

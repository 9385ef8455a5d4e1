using System.Diagnostics;
using MlaBot.Core;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.LocalChat;

/// <summary>Sets the local channel up at its first start, and posts a first question, so that there is something to answer at once.</summary>
internal sealed class LocalSetup(SetUpChannel setUpChannel, ManageSchedules schedules, IDailyStore store)
{
    public async Task EnsureAsync(ChannelKey channel, string name, CancellationToken cancellationToken)
    {
        // The first question comes last, so without one the set-up was never begun, or was cut short. Each schedule plans one post.
        if ((await store.RecentAsync(channel, ManageSchedules.MostPerChannel + 1, cancellationToken)).Any(post => post.State != PostState.Planned))
        {
            return;
        }

        var wishes = new ChannelWishes(channel, name, MachineZone(), Exam: null, FirstTime: null, Feedback: null, OpenFor: null) { AddsMissing = true };
        switch (await setUpChannel.HandleAsync(wishes, cancellationToken))
        {
            case Outcome<ChannelSetup>.Ok(var setup) when setup.Schedules.Count > 0:
                await schedules.RunNowAsync(channel, setup.Schedules[0].Schedule.Id, cancellationToken);
                break;
            case Outcome<ChannelSetup>.Ok:
                break;
            case Outcome<ChannelSetup>.Refused(var reason):
                throw new UnreachableException(reason.Sentence);
        }
    }

    private static string MachineZone() => Zones.Find(TimeZoneInfo.Local.Id) is Outcome<DateTimeZone>.Ok(var zone) && zone.Id != "Etc/UTC" ? zone.Id : "UTC";
}

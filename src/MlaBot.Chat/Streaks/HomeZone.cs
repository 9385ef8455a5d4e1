using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Core.Channels;
using MlaBot.Core.Learners;
using NodaTime;

namespace MlaBot.Chat.Streaks;

/// <summary>Finds the zone of a channel, and takes over the zone of the profile of somebody who is new.</summary>
internal sealed class HomeZone(IChannelStore channels, ChannelPlace places, LearnerZones zones)
{
    public async Task<DateTimeZone> OfAsync(ChannelKey key, CancellationToken cancellationToken) => Of(await channels.FindAsync(key, cancellationToken));

    /// <summary>The zone of the channel that a command means.</summary>
    public async Task<DateTimeZone> OfAsync(ChatRequest request, CancellationToken cancellationToken) => Of(await places.FindAsync(request, cancellationToken));

    /// <summary>Before the first choice that is stored of somebody.</summary>
    public Task MeetAsync(ChatUser user, DateTimeZone home, CancellationToken cancellationToken) =>
        zones.MeetAsync(user.Key, user.Name, user.Zone, home, cancellationToken);

    private static DateTimeZone Of(Channel? channel) => channel is null ? DateTimeZone.Utc : DateTimeZoneProviders.Tzdb[channel.Zone];
}

using MlaBot.Chat.Platform;
using MlaBot.Core.Channels;
using MlaBot.Core.Learners;
using NodaTime;

namespace MlaBot.Chat.Streaks;

/// <summary>Finds the zone of a channel, and takes over the zone of the profile of somebody who is new.</summary>
internal sealed class HomeZone(IChannelStore channels, LearnerZones zones)
{
    public async Task<DateTimeZone> OfAsync(ChannelKey key, CancellationToken cancellationToken) =>
        await channels.FindAsync(key, cancellationToken) is { } channel ? DateTimeZoneProviders.Tzdb[channel.Zone] : DateTimeZone.Utc;

    /// <summary>Before the first choice that is stored of somebody.</summary>
    public Task MeetAsync(ChatUser user, DateTimeZone home, CancellationToken cancellationToken) =>
        zones.MeetAsync(user.Key, user.Name, user.Zone, home, cancellationToken);
}

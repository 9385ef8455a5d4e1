using MlaBot.DiscordServer.World;

namespace MlaBot.DiscordServer.Places;

/// <summary>The one conversation of a bot and a person.</summary>
internal static class PrivateChannels
{
    public static Channel Open(DiscordWorld world, Bot bot, User user)
    {
        var existing = world.Channels.Values.FirstOrDefault(channel =>
            channel.Type == Channel.PrivateMessages && channel.Recipients.Contains(bot.User) && channel.Recipients.Contains(user));
        if (existing is not null)
        {
            return existing;
        }

        var created = new Channel(world.Ids.Next(), Channel.PrivateMessages, null) { Recipients = [user, bot.User] };
        world.Channels[created.Id] = created;
        world.Feed.Dispatch(0, "CHANNEL_CREATE", PlaceJson.Channel(created), bot.ApplicationId.ToString());
        return created;
    }
}

namespace MlaBot.SlackServer.World;

/// <summary>Direct conversations.</summary>
internal static class DirectConversations
{
    public static Channel? Find(SlackWorld world, User one, User other) => world.Channels.Values.FirstOrDefault(channel =>
        channel.IsDirect && channel.Team == one.Team && channel.Members.SetEquals([one.Id, other.Id]));

    public static Channel Open(SlackWorld world, User one, User other)
    {
        if (Find(world, one, other) is { } known)
        {
            return known;
        }

        var channel = new Channel(world.Ids.Next("D"), one.Team, "directmessage") { IsDirect = true, IsPrivate = true };
        channel.Members.UnionWith([one.Id, other.Id]);
        return world.Channels[channel.Id] = one.Team.Channels[channel.Id] = channel;
    }
}

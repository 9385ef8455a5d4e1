using System.Text.Json.Nodes;

namespace MlaBot.SlackServer.World;

/// <summary>Who is in a channel, and who hears of it.</summary>
internal static class Memberships
{
    public static void Join(SlackWorld world, Postman postman, Channel channel, User user, User? inviter)
    {
        if (!channel.Members.Add(user.Id))
        {
            return;
        }

        var joined = new JsonObject { ["user"] = user.Id, ["channel"] = channel.Id, ["channel_type"] = channel.IsPrivate ? "G" : "C", ["team"] = channel.Team.Id };
        if (inviter is not null)
        {
            joined["inviter"] = inviter.Id;
        }

        postman.TellChannel(channel, "member_joined_channel", joined);
        world.Changed();
    }

    public static void Leave(SlackWorld world, Postman postman, Channel channel, User user)
    {
        if (!channel.Members.Remove(user.Id))
        {
            return;
        }

        postman.TellChannel(channel, "member_left_channel", new() { ["user"] = user.Id, ["channel"] = channel.Id, ["channel_type"] = channel.IsPrivate ? "G" : "C", ["team"] = channel.Team.Id });
        foreach (var app in channel.Team.Apps.Where(app => app.Bot == user))
        {
            postman.Tell(app, channel.IsPrivate ? "group_left" : "channel_left", new() { ["channel"] = channel.Id, ["actor_id"] = "USLACKBOT" });
        }

        world.Changed();
    }
}

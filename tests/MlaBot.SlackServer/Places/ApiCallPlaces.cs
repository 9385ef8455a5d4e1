using MlaBot.SlackServer.WebApi;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Places;

/// <summary>Channels and people as one app may see them.</summary>
internal static class ApiCallPlaces
{
    /// <summary>A channel of the app's workspace, by id or name. A private one that the bot is not in does not exist for it.</summary>
    public static Channel Channel(this ApiCall call, string argument = "channel") =>
        Find(call, call.Need(argument)) ?? throw new ApiError("channel_not_found");

    /// <summary>As <see cref="Channel"/>, and a person's id stands for the direct conversation with them.</summary>
    public static Channel ChannelOrPerson(this ApiCall call)
    {
        var named = call.Need("channel");
        return call.Caller.Team.Users.GetValueOrDefault(named) is { IsDeleted: false, IsBot: false } user
            ? DirectConversations.Open(call.World, call.Caller.Bot, user)
            : Find(call, named) ?? throw new ApiError("channel_not_found");
    }

    public static User User(this ApiCall call, string argument = "user") =>
        call.Caller.Team.Users.GetValueOrDefault(call.Need(argument)) ?? throw new ApiError("user_not_found");

    /// <summary>Needs <c>channels:read</c>, <c>groups:history</c> and so on, depending on the channel.</summary>
    public static void NeedScopeFor(this ApiCall call, Channel channel, string right) =>
        call.NeedScope($"{(channel.IsDirect ? "im" : channel.IsPrivate ? "groups" : "channels")}:{right}");

    public static bool IsIn(this ApiCall call, Channel channel) => channel.Members.Contains(call.Caller.Bot.Id);

    private static Channel? Find(ApiCall call, string named)
    {
        var team = call.Caller.Team;
        var channel = team.Channels.GetValueOrDefault(named) ?? team.Channels.Values.FirstOrDefault(channel => !channel.IsDirect && channel.Name == named.TrimStart('#'));
        return channel is { IsDeleted: false } && (!channel.IsPrivate || call.IsIn(channel)) ? channel : null;
    }
}

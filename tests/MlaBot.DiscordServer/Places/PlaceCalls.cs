using System.Globalization;
using System.Text.Json.Nodes;
using MlaBot.DiscordServer.Limits;
using MlaBot.DiscordServer.Rest;
using MlaBot.DiscordServer.World;

namespace MlaBot.DiscordServer.Places;

/// <summary>The calls on the bot itself, users, guilds and channels.</summary>
internal sealed class PlaceCalls(IGatewayServer gateway)
{
    public IEnumerable<ApiEndpoint> Endpoints =>
    [
        new("GET", Route.Gateway, call => Answer.Ok(new JsonObject { ["url"] = call.World.GatewayUrl })) { NeedsToken = false },
        new("GET", Route.GatewayBot, GatewayBot) { Limit = LimitRule.GatewayBot },
        new("GET", Route.Self, call => Answer.Ok(PlaceJson.Self(call.Bot.User))) { Limit = LimitRule.Users },
        new("GET", Route.User, User) { Limit = LimitRule.Users },
        new("GET", Route.Application, Application) { Limit = LimitRule.Applications },
        new("GET", Route.OAuthApplication, Application) { Limit = LimitRule.Applications },
        new("GET", Route.Guild, call => Answer.Ok(PlaceJson.Guild(call.Guild()))) { Limit = LimitRule.GuildRead },
        new("GET", Route.GuildChannels, Channels) { Limit = LimitRule.GuildChannels },
        new("GET", Route.GuildRoles, Roles) { Limit = LimitRule.GuildRoles },
        new("GET", Route.Member, Member) { Limit = LimitRule.Members },
        new("GET", Route.Channel, call => Answer.Ok(PlaceJson.Channel(call.Channel()))) { Limit = LimitRule.ChannelRead },
        new("POST", Route.Typing, Typing) { Limit = LimitRule.Typing },
        new("POST", Route.PrivateChannels, OpenPrivate) { Limit = LimitRule.PrivateChannels },
    ];

    private Answer GatewayBot(Call call)
    {
        var (total, remaining, resetAfter, concurrency) = gateway.SessionStarts(call.Bot);
        return Answer.Ok(new JsonObject
        {
            ["url"] = call.World.GatewayUrl,
            ["shards"] = call.Bot.Shards,
            ["session_start_limit"] = new JsonObject
            {
                ["total"] = total,
                ["remaining"] = remaining,
                ["reset_after"] = resetAfter,
                ["max_concurrency"] = concurrency,
            },
        });
    }

    private static Answer User(Call call) =>
        call.World.Users.TryGetValue(call.Id("user_id"), out var user) ? Answer.Ok(PlaceJson.User(user)) : throw DiscordError.UnknownUser;

    private static Answer Application(Call call)
    {
        var bot = call.Bot;
        return Answer.Ok(new JsonObject
        {
            ["id"] = bot.ApplicationId.ToString(),
            ["name"] = bot.User.Username,
            ["icon"] = null,
            ["description"] = "",
            ["type"] = null,
            ["bot"] = PlaceJson.User(bot.User),
            ["summary"] = "",
            ["bot_public"] = true,
            ["bot_require_code_grant"] = false,
            ["verify_key"] = new string('0', 64),
            ["flags"] = 8388608,
            ["flags_new"] = "8388608",
            ["redirect_uris"] = new JsonArray(),
            ["interactions_endpoint_url"] = bot.InteractionsEndpointUrl,
            ["role_connections_verification_url"] = null,
            ["owner"] = PlaceJson.User(bot.User),
            ["approximate_guild_count"] = call.World.Guilds.Values.Count(guild => guild.Members.ContainsKey(bot.User.Id)),
            ["approximate_user_install_count"] = 0,
            ["approximate_user_authorization_count"] = 0,
            ["explicit_content_filter"] = 0,
            ["team"] = null,
            ["eligible_oauth2_scopes"] = new JsonArray(),
        });
    }

    private static Answer Channels(Call call)
    {
        var channels = call.Guild().Channels.Values.Where(channel => !channel.IsThread);
        return Answer.Ok(new JsonArray([.. channels.Select(PlaceJson.Channel)]));
    }

    private static Answer Roles(Call call) => Answer.Ok(new JsonArray([.. call.Guild().Roles.Values.Select(PlaceJson.Role)]));

    private static Answer Member(Call call)
    {
        var guild = call.Guild();
        return guild.Members.TryGetValue(call.Id("user_id"), out var member) ? Answer.Ok(PlaceJson.Member(member)) : throw DiscordError.UnknownMember;
    }

    private static Answer Typing(Call call)
    {
        var channel = call.Channel();
        call.Need(channel, channel.IsThread ? Permission.SendMessagesInThreads : Permission.SendMessages);
        return Answer.NoContent;
    }

    private static Answer OpenPrivate(Call call)
    {
        var world = call.World;
        if (!ulong.TryParse(call.Json["recipient_id"]?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            throw DiscordError.InvalidBody("recipient_id: This field is required");
        }

        if (!world.Users.TryGetValue(id, out var user))
        {
            throw DiscordError.UnknownUser;
        }

        if (user.IsBot)
        {
            throw DiscordError.CannotMessageUser;
        }

        return Answer.Ok(PlaceJson.Channel(PrivateChannels.Open(world, call.Bot, user)));
    }
}

using System.Text.Json.Nodes;
using MlaBot.SlackServer.WebApi;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Places;

/// <summary><c>conversations.*</c> without reading messages.</summary>
internal sealed class ConversationCalls(Postman postman)
{
    public IEnumerable<ApiMethod> Methods =>
    [
        new("conversations.info", ApiMethod.Tier3, Info),
        new("conversations.list", ApiMethod.Tier2, List),
        new("conversations.join", ApiMethod.Tier3, Join) { Scope = "channels:join" },
        new("conversations.leave", ApiMethod.Tier3, Leave),
        new("conversations.open", ApiMethod.Tier3, Open) { Scope = "im:write" },
        new("conversations.members", ApiMethod.Tier4, Members),
    ];

    private static JsonObject Info(ApiCall call)
    {
        var channel = call.Channel();
        call.NeedScopeFor(channel, "read");
        var json = PlaceJson.Channel(channel, call.Caller.Bot);
        if (!call.Args.Flag("include_num_members"))
        {
            json.Remove("num_members");
        }

        return With("channel", json);
    }

    private static JsonObject List(ApiCall call)
    {
        var types = (call.Text("types") ?? "public_channel").Split(',', StringSplitOptions.TrimEntries);
        foreach (var (type, scope) in new[] { ("public_channel", "channels:read"), ("private_channel", "groups:read"), ("im", "im:read"), ("mpim", "mpim:read") })
        {
            if (types.Contains(type, StringComparer.Ordinal))
            {
                call.NeedScope(scope);
            }
        }

        var seen = call.Caller.Team.Channels.Values
            .Where(channel => types.Contains(channel.IsDirect ? "im" : channel.IsPrivate ? "private_channel" : "public_channel", StringComparer.Ordinal))
            .Where(channel => !channel.IsPrivate || call.IsIn(channel))
            .Where(channel => !channel.IsArchived || !call.Args.Flag("exclude_archived"))
            .OrderBy(channel => channel.Id, StringComparer.Ordinal).ToList();
        return Page.Of(call, "channels", seen, channel => PlaceJson.Channel(channel, call.Caller.Bot));
    }

    private JsonObject Join(ApiCall call)
    {
        var channel = call.Channel();
        if (channel.IsPrivate)
        {
            throw new ApiError("method_not_supported_for_channel_type");
        }

        if (channel.IsArchived)
        {
            throw new ApiError("is_archived");
        }

        var wasIn = call.IsIn(channel);
        Memberships.Join(call.World, postman, channel, call.Caller.Bot, inviter: null);
        var body = With("channel", PlaceJson.Channel(channel, call.Caller.Bot));
        if (wasIn)
        {
            body["warning"] = "already_in_channel";
            body["response_metadata"] = new JsonObject { ["warnings"] = new JsonArray("already_in_channel") };
        }

        return body;
    }

    private JsonObject Leave(ApiCall call)
    {
        var channel = call.Channel();
        if (!call.IsIn(channel))
        {
            return With("not_in_channel", true);
        }

        Memberships.Leave(call.World, postman, channel, call.Caller.Bot);
        return ApiCall.Ok();
    }

    private static JsonObject Open(ApiCall call)
    {
        var ids = (call.Text("users") ?? throw new ApiError("users_list_not_supplied")).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (ids is not [var id])
        {
            throw new ApiError(ids.Length is 0 ? "users_list_not_supplied" : "missing_scope", "[ERROR] group conversations need mpim:write");
        }

        var user = call.Caller.Team.Users.GetValueOrDefault(id) ?? throw new ApiError("user_not_found");
        if (user.IsDeleted)
        {
            throw new ApiError("user_disabled");
        }

        if (user.IsBot)
        {
            throw new ApiError("cannot_dm_bot");
        }

        var wasOpen = DirectConversations.Find(call.World, call.Caller.Bot, user) is not null;
        var channel = DirectConversations.Open(call.World, call.Caller.Bot, user);
        var body = With("channel", call.Args.Flag("return_im") ? PlaceJson.Channel(channel, call.Caller.Bot) : new JsonObject { ["id"] = channel.Id });
        if (wasOpen)
        {
            (body["no_op"], body["already_open"]) = (true, true);
        }

        return body;
    }

    private static JsonObject Members(ApiCall call)
    {
        var channel = call.Channel();
        call.NeedScopeFor(channel, "read");
        return Page.Of(call, "members", [.. channel.Members.Order(StringComparer.Ordinal)], id => id);
    }

    private static JsonObject With(string name, JsonNode value)
    {
        var body = ApiCall.Ok();
        body[name] = value;
        return body;
    }
}

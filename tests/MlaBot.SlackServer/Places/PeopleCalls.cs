using System.Text.Json.Nodes;
using MlaBot.SlackServer.WebApi;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Places;

/// <summary>Who is who: <c>auth.*</c>, <c>users.*</c>, <c>team.info</c>, <c>bots.info</c>, and the way to a socket.</summary>
internal static class PeopleCalls
{
    public static IEnumerable<ApiMethod> Methods =>
    [
        new("api.test", ApiMethod.Tier4, call => With("args", call.Args.DeepClone())) { Token = TokenKind.None },
        new("auth.test", ApiMethod.Special, Test),
        new("auth.revoke", ApiMethod.Tier3, Revoke),
        // Tier 3 in its documentation, Tier 1 in a table of an SDK (slack.md, section 3). Limits.Set makes it stricter.
        new("apps.connections.open", ApiMethod.Tier3, OpenConnection) { Token = TokenKind.App },
        new("users.info", ApiMethod.Tier4, call => With("user", PlaceJson.User(call.User(), call.Now))) { Scope = "users:read" },
        new("users.list", ApiMethod.Tier2, List) { Scope = "users:read" },
        new("team.info", ApiMethod.Tier3, call => With("team", PlaceJson.Team(call.Caller.Team))) { Scope = "team:read" },
        new("bots.info", ApiMethod.Tier3, Bot) { Scope = "users:read" },
    ];

    private static JsonObject Test(ApiCall call)
    {
        var app = call.Caller;
        var body = ApiCall.Ok();
        body["url"] = app.Team.Url;
        body["team"] = app.Team.Name;
        body["user"] = app.Bot.Name;
        body["team_id"] = app.Team.Id;
        body["user_id"] = app.Bot.Id;
        body["bot_id"] = app.BotId;
        body["is_enterprise_install"] = false;
        return body;
    }

    private static JsonObject Revoke(ApiCall call)
    {
        var isTest = call.Args.Flag("test");
        call.Caller.IsBotTokenRevoked |= !isTest;
        return With("revoked", !isTest);
    }

    private static JsonObject OpenConnection(ApiCall call)
    {
        var ticket = call.World.Sockets.OpenTicket(call.Caller);
        return ticket.Error.Length > 0 ? throw new ApiError(ticket.Error) : With("url", ticket.Url);
    }

    private static JsonObject List(ApiCall call) =>
        Page.Of(call, "members", [.. call.Caller.Team.Users.Values.OrderBy(user => user.Id, StringComparer.Ordinal)], user => PlaceJson.User(user, call.Now));

    private static JsonObject Bot(ApiCall call)
    {
        var id = call.Text("bot") ?? call.Caller.BotId;
        var app = call.Caller.Team.Apps.FirstOrDefault(app => app.BotId == id) ?? throw new ApiError("bot_not_found");
        return With("bot", new JsonObject
        {
            ["id"] = app.BotId,
            ["deleted"] = !app.IsInstalled,
            ["name"] = app.Name,
            ["updated"] = 1_760_000_000,
            ["app_id"] = app.Id,
            ["user_id"] = app.Bot.Id,
            ["icons"] = new JsonObject { ["image_36"] = "", ["image_48"] = "", ["image_72"] = "" },
        });
    }

    private static JsonObject With(string name, JsonNode value)
    {
        var body = ApiCall.Ok();
        body[name] = value;
        return body;
    }
}

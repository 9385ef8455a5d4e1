using System.Globalization;
using System.Text.Json.Nodes;
using MlaBot.SlackServer.Messages;
using MlaBot.SlackServer.Views;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Control;

/// <summary>What the control API shows.</summary>
internal static class ControlJson
{
    public static JsonObject App(App app) => new()
    {
        ["id"] = app.Id, ["name"] = app.Name, ["team"] = app.Team.Id, ["bot_user"] = app.Bot.Id, ["bot_token"] = app.BotToken, ["app_token"] = app.AppToken, ["installed"] = app.IsInstalled,
    };

    public static JsonObject User(User user) => new()
    {
        ["id"] = user.Id, ["name"] = user.Name, ["team"] = user.Team.Id, ["zone"] = user.Zone, ["bot"] = user.IsBot, ["admin"] = user.IsAdmin,
    };

    public static JsonObject Channel(Channel channel) => new()
    {
        ["id"] = channel.Id, ["name"] = channel.Name, ["team"] = channel.Team.Id, ["private"] = channel.IsPrivate, ["direct"] = channel.IsDirect, ["archived"] = channel.IsArchived,
        ["members"] = JsonNodes.Texts(channel.Members),
    };

    public static JsonObject Message(Message message)
    {
        var json = MessageJson.Of(message, withMetadata: true);
        json["channel"] = message.Channel.Id;
        json["words"] = message.Words;
        json["ephemeral"] = message.IsEphemeral;
        return json;
    }

    public static JsonObject View(View view)
    {
        var json = ViewJson.Of(view);
        json["words"] = view.Words;
        json["open"] = view.IsOpen;
        json["errors"] = new JsonObject(view.Errors.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)entry.Value)));
        return json;
    }

    /// <summary>The person's modals, the top one last, and Homes by app.</summary>
    public static JsonObject Views(SlackWorld world, User user)
    {
        lock (world.Gate)
        {
            return new()
            {
                ["modals"] = new JsonArray([.. user.Views.Select(View)]),
                ["homes"] = new JsonObject(user.Homes.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)View(entry.Value)))),
            };
        }
    }

    public static JsonObject Act(Act? act) => act is null ? new() { ["sent"] = false } : new()
    {
        ["sent"] = true,
        ["kind"] = act.Kind,
        ["timed_out"] = act.IsTimedOut,
        ["ack_ms"] = act.AckAfter.TotalMilliseconds,
        ["ack"] = act.AckPayload?.DeepClone(),
        ["errors"] = new JsonObject(act.Errors.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)entry.Value))),
        ["messages"] = new JsonArray([.. act.Messages.Select(Message)]),
        ["view"] = act.View is { } view ? View(view) : null,
        ["options"] = new JsonArray([.. act.Options.Select(option => new JsonObject { ["value"] = option.Value, ["text"] = option.Text })]),
    };

    public static JsonObject State(SlackTestServer server)
    {
        var world = server.World;
        lock (world.Gate)
        {
            return new()
            {
                ["api"] = server.ApiBaseUrl,
                ["teams"] = new JsonArray([.. world.Teams.Values.Select(team =>
                {
                    var json = PlaceJson.Team(team);
                    json["apps"] = new JsonArray([.. team.Apps.Select(App)]);
                    json["users"] = new JsonArray([.. team.Users.Values.Select(User)]);
                    json["channels"] = new JsonArray([.. team.Channels.Values.Select(Channel)]);
                    return json;
                })]),
                ["violations"] = new JsonArray([.. world.Violations.Select(entry => new JsonObject { ["app"] = entry.App, ["method"] = entry.Method, ["what"] = entry.What })]),
                ["limit_hits"] = new JsonArray([.. server.Limits.Hits.Select(hit => new JsonObject
                {
                    ["method"] = hit.Method, ["app"] = hit.AppId, ["channel"] = hit.Channel, ["cause"] = hit.Cause.ToString(), ["retry_after"] = hit.RetryAfter.TotalSeconds,
                })]),
                ["requests"] = server.Requests.Count,
                ["now"] = world.Clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
            };
        }
    }
}

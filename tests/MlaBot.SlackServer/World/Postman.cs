using System.Text.Json.Nodes;
using MlaBot.SlackServer.Sockets;

namespace MlaBot.SlackServer.World;

/// <summary>Sends events to apps in their outer payload.</summary>
internal sealed class Postman(SlackWorld world)
{
    /// <summary>Tells every app whose bot is in a channel. Call it under the gate.</summary>
    public void TellChannel(Channel channel, string type, JsonObject data)
    {
        foreach (var app in channel.Team.Apps.Where(app => channel.Members.Contains(app.Bot.Id)).ToList())
        {
            Tell(app, type, (JsonObject)data.DeepClone());
        }
    }

    /// <summary>Tells one app, if it is installed and subscribed to that event. Call it under the gate.</summary>
    /// <returns>Null when it was not sent.</returns>
    /// <param name="app">The app.</param>
    /// <param name="type">The event's type.</param>
    /// <param name="data">Its other fields.</param>
    /// <param name="subscription">The name in the manifest where it is not the type, such as <c>message.im</c>.</param>
    public Delivery? Tell(App app, string type, JsonObject data, string? subscription = null)
    {
        if (!app.IsInstalled || !app.Events.Contains(subscription ?? type))
        {
            return null;
        }

        var now = world.Clock.GetUtcNow();
        var inner = new JsonObject { ["type"] = type };
        foreach (var (name, value) in data)
        {
            inner[name] = value?.DeepClone();
        }

        inner["event_ts"] ??= $"{now.ToUnixTimeSeconds()}.{now.Millisecond:D3}000";
        var delivery = world.Sockets.Deliver(app.Id, "events_api", new()
        {
            ["token"] = "legacy-token",
            ["team_id"] = app.Team.Id,
            ["context_team_id"] = app.Team.Id,
            ["api_app_id"] = app.Id,
            ["event"] = inner,
            ["type"] = "event_callback",
            ["event_id"] = world.Ids.Next("Ev"),
            ["event_time"] = now.ToUnixTimeSeconds(),
            ["authorizations"] = new JsonArray(new JsonObject
            {
                ["enterprise_id"] = null, ["team_id"] = app.Team.Id, ["user_id"] = app.Bot.Id, ["is_bot"] = true, ["is_enterprise_install"] = false,
            }),
            ["is_ext_shared_channel"] = false,
            ["event_context"] = "4-" + SlackIds.Secret(40),
        }, acceptsPayload: false);
        world.Changed();
        return delivery;
    }
}

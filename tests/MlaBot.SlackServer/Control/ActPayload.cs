using System.Text.Json.Nodes;
using MlaBot.SlackServer.Messages;
using MlaBot.SlackServer.Views;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Control;

/// <summary>The payloads of what people do, field by field as Slack sends them (slack-shapes.json; slack.md, sections 4 and 5).</summary>
internal static class ActPayload
{
    public static JsonObject Command(App app, User user, Channel channel, string command, string text) => new()
    {
        ["token"] = "legacy-token",
        ["team_id"] = app.Team.Id,
        ["team_domain"] = app.Team.Domain,
        ["channel_id"] = channel.Id,
        ["channel_name"] = channel.IsDirect ? "directmessage" : channel.IsPrivate ? "privategroup" : channel.Name,
        ["user_id"] = user.Id,
        ["user_name"] = user.Name,
        ["command"] = command,
        ["text"] = text,
        ["api_app_id"] = app.Id,
        ["is_enterprise_install"] = "false",
    };

    public static JsonObject Interaction(string type, App app, User user) => new()
    {
        ["type"] = type,
        ["user"] = new JsonObject { ["id"] = user.Id, ["username"] = user.Name, ["name"] = user.Name, ["team_id"] = user.Team.Id },
        ["api_app_id"] = app.Id,
        ["token"] = "legacy-token",
        ["team"] = new JsonObject { ["id"] = app.Team.Id, ["domain"] = app.Team.Domain },
        ["enterprise"] = null,
        ["is_enterprise_install"] = false,
    };

    public static void AddMessage(JsonObject payload, Message message)
    {
        var container = new JsonObject { ["type"] = "message", ["message_ts"] = message.Ts, ["channel_id"] = message.Channel.Id, ["is_ephemeral"] = message.IsEphemeral };
        if (message.ThreadTs is { } head)
        {
            container["thread_ts"] = head;
        }

        payload["container"] = container;
        AddChannel(payload, message.Channel);
        // Nobody can fetch an ephemeral message, an app cannot either: it gets a stub.
        payload["message"] = message.IsEphemeral
            ? new JsonObject { ["type"] = "message", ["user"] = message.Author.Id, ["ts"] = message.Ts, ["app_id"] = message.App?.Id }
            : MessageJson.Of(message);
    }

    public static void AddChannel(JsonObject payload, Channel channel) => payload["channel"] = new JsonObject
    {
        ["id"] = channel.Id, ["name"] = channel.IsDirect ? "directmessage" : channel.IsPrivate ? "privategroup" : channel.Name,
    };

    public static void AddView(JsonObject payload, View view)
    {
        payload["container"] = new JsonObject { ["type"] = "view", ["view_id"] = view.Id };
        payload["view"] = ViewJson.Of(view);
    }

    public static JsonObject Action(BlockControl control, JsonObject? value, string actionTs)
    {
        var action = new JsonObject { ["action_id"] = control.ActionId, ["block_id"] = control.BlockId };
        foreach (var name in new[] { "text", "value", "style", "placeholder", "url" })
        {
            if (control.Element[name] is { } field)
            {
                action[name] = field.DeepClone();
            }
        }

        action["type"] = control.Type;
        foreach (var (name, chosen) in value ?? [])
        {
            action[name] = chosen?.DeepClone();
        }

        action["action_ts"] = actionTs;
        return action;
    }
}

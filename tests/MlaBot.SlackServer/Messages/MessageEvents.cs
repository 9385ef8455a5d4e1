using System.Text.Json.Nodes;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Messages;

/// <summary>Tells apps of messages. An app hears of its own ones too, which is how bots come to answer themselves. Call it under the gate.</summary>
internal static class MessageEvents
{
    public static void Posted(Postman postman, Message message)
    {
        foreach (var app in Hearers(message))
        {
            var data = Data(message);
            if (!message.Channel.IsDirect && message.Author != app.Bot && message.Text.Contains($"<@{app.Bot.Id}>", StringComparison.Ordinal))
            {
                postman.Tell(app, "app_mention", (JsonObject)data.DeepClone());
            }

            data["channel_type"] = message.Channel.Kind;
            postman.Tell(app, "message", data, Subscription(message.Channel));
        }
    }

    public static void Changed(Postman postman, Message message, JsonObject before) => Tell(postman, message, "message_changed", new()
    {
        ["message"] = MessageJson.Of(message),
        ["previous_message"] = before,
    });

    public static void Deleted(Postman postman, Message message) => Tell(postman, message, "message_deleted", new()
    {
        ["deleted_ts"] = message.Ts,
        ["previous_message"] = MessageJson.Of(message),
    });

    private static void Tell(Postman postman, Message message, string subtype, JsonObject data)
    {
        data["subtype"] = subtype;
        data["hidden"] = true;
        data["channel"] = message.Channel.Id;
        data["channel_type"] = message.Channel.Kind;
        data["ts"] = $"{message.ChangedAt.ToUnixTimeSeconds()}.000000";
        foreach (var app in Hearers(message))
        {
            postman.Tell(app, "message", (JsonObject)data.DeepClone(), Subscription(message.Channel));
        }
    }

    private static List<App> Hearers(Message message) =>
        message.IsEphemeral ? [] : [.. message.Channel.Team.Apps.Where(app => message.Channel.Members.Contains(app.Bot.Id))];

    private static JsonObject Data(Message message)
    {
        var data = MessageJson.Of(message);
        data.Remove("type");
        data["channel"] = message.Channel.Id;
        data["event_ts"] = message.Ts;
        if (message.ClientMessageId is { } id)
        {
            data["client_msg_id"] = id;
        }

        return data;
    }

    private static string Subscription(Channel channel) => channel.IsDirect ? "message.im" : channel.IsPrivate ? "message.groups" : "message.channels";
}

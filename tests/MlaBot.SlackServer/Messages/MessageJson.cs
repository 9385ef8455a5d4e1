using System.Text.Json.Nodes;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Messages;

/// <summary>Messages as the Web API and payloads show them (field names: slack-shapes.json).</summary>
internal static class MessageJson
{
    public static JsonObject Of(Message message, bool withMetadata = false)
    {
        var json = new JsonObject { ["type"] = "message", ["user"] = message.Author.Id, ["text"] = message.Text, ["ts"] = message.Ts, ["team"] = message.Channel.Team.Id };
        if (message.App is { } app)
        {
            json["bot_id"] = app.BotId;
            json["app_id"] = app.Id;
            json["bot_profile"] = new JsonObject
            {
                ["id"] = app.BotId, ["deleted"] = false, ["name"] = app.Name, ["updated"] = 1_760_000_000, ["app_id"] = app.Id, ["team_id"] = app.Team.Id,
                ["icons"] = new JsonObject { ["image_36"] = "", ["image_48"] = "", ["image_72"] = "" },
            };
        }

        if (message.IsBroadcast)
        {
            json["subtype"] = "thread_broadcast";
        }

        if (message.Blocks.Count > 0)
        {
            json["blocks"] = message.Blocks.DeepClone();
        }

        if (message.Edits > 0)
        {
            json["edited"] = new JsonObject { ["user"] = message.Author.Id, ["ts"] = $"{message.ChangedAt.ToUnixTimeSeconds()}.000000" };
        }

        AddThread(json, message);
        if (withMetadata && message.Metadata is { } metadata)
        {
            json["metadata"] = metadata.DeepClone();
        }

        if (message.Files.Count > 0)
        {
            json["files"] = new JsonArray([.. message.Files.Select(file => new JsonObject { ["id"] = file.Id, ["name"] = file.Name, ["title"] = file.Title })]);
        }

        if (message.Reactions.Count > 0)
        {
            json["reactions"] = new JsonArray([.. message.Reactions.Select(entry => new JsonObject
            {
                ["name"] = entry.Key, ["users"] = JsonNodes.Texts(entry.Value), ["count"] = entry.Value.Count,
            })]);
        }

        return json;
    }

    private static void AddThread(JsonObject json, Message message)
    {
        var replies = message.IsEphemeral ? [] : message.Channel.Messages.Where(reply => reply is { IsDeleted: false, IsEphemeral: false } && reply.ThreadTs == message.Ts).ToList();
        if (replies.Count > 0)
        {
            json["thread_ts"] = message.Ts;
            json["reply_count"] = replies.Count;
            json["reply_users_count"] = replies.Select(reply => reply.Author).Distinct().Count();
            json["latest_reply"] = replies[^1].Ts;
        }
        else if (message.ThreadTs is { } head)
        {
            json["thread_ts"] = head;
            json["parent_user_id"] = message.Channel.Find(head)?.Author.Id ?? "USLACKBOT";
        }
    }
}

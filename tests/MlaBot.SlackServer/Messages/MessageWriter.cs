using System.Text.Json.Nodes;
using MlaBot.SlackServer.WebApi;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Messages;

/// <summary>Makes and changes the messages of apps. Call it under the gate.</summary>
internal static class MessageWriter
{
    // Source: chat.postMessage and chat.update: 4,000 characters are advised, at 40,000 Slack cuts or refuses.
    private const int LongestText = 40_000;

    public static Message Create(SlackWorld world, App app, Channel channel, JsonObject body, User? reader, string? threadTs)
    {
        NeedContent(body);
        var now = world.Clock.GetUtcNow();
        var message = new Message(channel, channel.NextTs(now), app.Bot)
        {
            App = app,
            Text = body.Text("text") ?? body.Text("markdown_text") ?? "",
            Blocks = BlockParts.WithIds(body["blocks"] as JsonArray ?? [], world.Ids),
            ThreadTs = threadTs,
            IsBroadcast = threadTs is not null && body.Flag("reply_broadcast"),
            Metadata = Metadata(body),
            ClientMessageId = body.Text("client_msg_id"),
            Reader = reader,
            ChangedAt = now,
        };
        channel.Messages.Add(message);
        world.Changed();
        return message;
    }

    public static void Change(SlackWorld world, Message message, JsonObject body)
    {
        NeedContent(body);
        message.Text = body.Text("text") ?? body.Text("markdown_text") ?? message.Text;
        // Text without blocks removes the blocks (slack.md, section 10).
        message.Blocks = BlockParts.WithIds(body["blocks"] as JsonArray ?? [], world.Ids);
        message.Metadata = Metadata(body) ?? message.Metadata;
        message.Edits++;
        message.ChangedAt = world.Clock.GetUtcNow();
        foreach (var state in message.States.Values)
        {
            state.KeepOnly(message.Blocks);
        }

        world.Changed();
    }

    /// <summary>The thread that a reply goes to; null when its head was deleted: then it silently lands in the channel (slack.md, section 10).</summary>
    public static string? Thread(ApiCall call, Channel channel)
    {
        if (call.Text("thread_ts") is not { Length: > 0 } ts)
        {
            return null;
        }

        var head = channel.Messages.FirstOrDefault(message => message.Ts == ts && !message.IsEphemeral) ?? throw new ApiError("cannot_reply_to_message");
        if (head.ThreadTs is { } above)
        {
            call.World.Accuse(call.App, call.Method, $"thread_ts {ts} is a reply; it must be the head of the thread");
            return above;
        }

        return head.IsDeleted ? null : ts;
    }

    private static void NeedContent(JsonObject body)
    {
        var text = body.Text("text") ?? body.Text("markdown_text") ?? "";
        if (text.Length is 0 && body["blocks"] is not JsonArray { Count: > 0 } && body["attachments"] is not JsonArray { Count: > 0 })
        {
            throw new ApiError("no_text");
        }

        if (text.Length > LongestText)
        {
            throw new ApiError("msg_too_long");
        }

        if (body.ContainsKey("markdown_text") && (body.ContainsKey("text") || body.ContainsKey("blocks")))
        {
            throw new ApiError("markdown_text_conflict");
        }
    }

    private static JsonObject? Metadata(JsonObject body) => body["metadata"] switch
    {
        null => null,
        JsonObject metadata when metadata.Text("event_type") is { Length: > 0 } && metadata["event_payload"] is JsonObject => (JsonObject)metadata.DeepClone(),
        JsonObject { Count: 0 } empty => (JsonObject)empty.DeepClone(),
        _ => throw new ApiError("invalid_metadata_format"),
    };
}

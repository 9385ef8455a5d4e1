using System.Text.Json.Nodes;
using MlaBot.SlackServer.Places;
using MlaBot.SlackServer.WebApi;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Messages;

/// <summary><c>chat.*</c> and <c>reactions.add</c>.</summary>
internal sealed class ChatCalls(Postman postman, bool refusesKnownIds)
{
    public IEnumerable<ApiMethod> Methods =>
    [
        new("chat.postMessage", ApiMethod.Special, Post) { Scope = "chat:write" },
        new("chat.postEphemeral", ApiMethod.Tier4, PostEphemeral) { Scope = "chat:write" },
        new("chat.update", ApiMethod.Tier3, Update) { Scope = "chat:write" },
        new("chat.delete", ApiMethod.Tier3, Delete) { Scope = "chat:write" },
        new("chat.getPermalink", ApiMethod.Special, Permalink),
        new("reactions.add", ApiMethod.Tier3, React) { Scope = "reactions:write" },
    ];

    /// <summary>May the bot write here?</summary>
    internal static void NeedWritable(ApiCall call, Channel channel)
    {
        if (channel.IsArchived)
        {
            throw new ApiError("is_archived");
        }

        if (!call.IsIn(channel) && (channel.IsPrivate || !call.Caller.Scopes.Contains("chat:write.public")))
        {
            throw new ApiError("not_in_channel");
        }
    }

    private JsonObject Post(ApiCall call)
    {
        var channel = call.ChannelOrPerson();
        NeedWritable(call, channel);
        if (refusesKnownIds && call.Text("client_msg_id") is { Length: > 0 } id && channel.Messages.Any(message => message.ClientMessageId == id))
        {
            throw new ApiError("duplicate_client_msg_id");
        }

        var message = MessageWriter.Create(call.World, call.Caller, channel, call.Args, reader: null, MessageWriter.Thread(call, channel));
        MessageEvents.Posted(postman, message);
        return Posted(message, withMessage: true);
    }

    private static JsonObject PostEphemeral(ApiCall call)
    {
        var channel = call.Channel();
        var reader = call.Caller.Team.Users.GetValueOrDefault(call.Need("user"));
        NeedWritable(call, channel);
        if (reader is null || !channel.Members.Contains(reader.Id))
        {
            throw new ApiError("user_not_in_channel");
        }

        var message = MessageWriter.Create(call.World, call.Caller, channel, call.Args, reader, MessageWriter.Thread(call, channel));
        var body = ApiCall.Ok();
        body["message_ts"] = message.Ts;
        return body;
    }

    private JsonObject Update(ApiCall call)
    {
        var channel = call.ChannelOrPerson();
        var message = channel.Find(call.Need("ts")) ?? throw new ApiError("message_not_found");
        if (message.App != call.Caller)
        {
            throw new ApiError("cant_update_message");
        }

        if (channel.IsArchived)
        {
            throw new ApiError("is_inactive");
        }

        NeedWritable(call, channel);
        var before = MessageJson.Of(message);
        MessageWriter.Change(call.World, message, call.Args);
        MessageEvents.Changed(postman, message, before);
        var body = Posted(message, withMessage: true);
        body["text"] = message.Text;
        return body;
    }

    private JsonObject Delete(ApiCall call)
    {
        var channel = call.Channel();
        var message = channel.Find(call.Need("ts")) ?? throw new ApiError("message_not_found");
        if (message.App != call.Caller)
        {
            throw new ApiError("cant_delete_message");
        }

        MessageEvents.Deleted(postman, message);
        message.IsDeleted = true;
        return Posted(message, withMessage: false);
    }

    private static JsonObject Permalink(ApiCall call)
    {
        var channel = call.Channel();
        var message = channel.Find(call.Need("message_ts")) ?? throw new ApiError("message_not_found");
        var body = ApiCall.Ok();
        body["channel"] = channel.Id;
        body["permalink"] = Permalink(message);
        return body;
    }

    internal static string Permalink(Message message)
    {
        var link = $"{message.Channel.Team.Url}archives/{message.Channel.Id}/p{message.Ts.Replace(".", "", StringComparison.Ordinal)}";
        return message.ThreadTs is { } head ? $"{link}?thread_ts={head}&cid={message.Channel.Id}" : link;
    }

    private static JsonObject React(ApiCall call)
    {
        var channel = call.Channel();
        var name = call.Need("name");
        var message = channel.Find(call.Need("timestamp")) ?? throw new ApiError("message_not_found");
        NeedWritable(call, channel);
        if (!name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '_' or '-' or '+'))
        {
            throw new ApiError("invalid_name");
        }

        var people = message.Reactions.GetValueOrDefault(name) ?? (message.Reactions[name] = new(StringComparer.Ordinal));
        return people.Add(call.Caller.Bot.Id) ? ApiCall.Ok() : throw new ApiError("already_reacted");
    }

    private static JsonObject Posted(Message message, bool withMessage)
    {
        var body = ApiCall.Ok();
        body["channel"] = message.Channel.Id;
        body["ts"] = message.Ts;
        if (withMessage)
        {
            body["message"] = MessageJson.Of(message, withMetadata: true);
        }

        return body;
    }
}

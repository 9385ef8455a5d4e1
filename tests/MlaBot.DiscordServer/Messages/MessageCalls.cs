using System.Globalization;
using System.Text.Json.Nodes;
using MlaBot.DiscordServer.Limits;
using MlaBot.DiscordServer.Rest;
using MlaBot.DiscordServer.World;
using static MlaBot.DiscordServer.World.Permission;

namespace MlaBot.DiscordServer.Messages;

/// <summary>The calls on messages of a channel.</summary>
internal sealed class MessageCalls(Nonces nonces)
{
    public IEnumerable<ApiEndpoint> Endpoints =>
    [
        new("POST", Route.Messages, Create) { Limit = LimitRule.MessageCreate },
        new("GET", Route.Messages, List) { Limit = LimitRule.MessageList },
        new("GET", Route.Message, Get) { Limit = LimitRule.MessageRead },
        new("PATCH", Route.Message, Edit) { Limit = LimitRule.MessageEdit },
        new("DELETE", Route.Message, Delete) { Limit = LimitRule.MessageDelete },
        new("PUT", Route.Pin, Pin) { Limit = LimitRule.Pins },
        new("DELETE", Route.Pin, Unpin) { Limit = LimitRule.Pins },
        new("GET", Route.Pins, Pins) { Limit = LimitRule.MessageList },
    ];

    private Answer Create(Call call)
    {
        var channel = call.Channel();
        NeedPost(call, channel, call.Files.Count > 0);
        var nonce = call.Json.Flag("enforce_nonce") == true ? call.Json["nonce"]?.ToString() : null;
        if (nonce is not null && nonces.Find(call.Bot.User.Id, nonce) is { } first)
        {
            // The first message was deleted: Discord's staff calls this answer intended.
            return first.IsDeleted ? throw DiscordError.UnknownMessage : Answer.Ok(MessageJson.Of(first));
        }

        var message = MessageWriter.Create(call.World, channel, call.Bot.User, call.Json, call.Files, reference: Reference(call, channel));
        if (nonce is not null)
        {
            nonces.Keep(call.Bot.User.Id, nonce, message);
        }

        return Answer.Ok(MessageJson.Of(message));
    }

    private static void NeedPost(Call call, Channel channel, bool hasFiles)
    {
        if (channel.Guild is null)
        {
            if (channel.Recipients.Exists(user => user.BlocksPrivateMessages))
            {
                throw DiscordError.CannotMessageUser;
            }

            return;
        }

        if (channel.Type == Channel.Category)
        {
            throw new DiscordError(400, 50008, "Cannot send messages in a non-text channel");
        }

        call.Need(channel, channel.IsThread ? SendMessagesInThreads : SendMessages);
        if (hasFiles)
        {
            call.Need(channel, AttachFiles);
        }

        if (channel.IsLocked && !call.RightsIn(channel).HasFlag(ManageThreads))
        {
            throw channel.IsArchived ? new DiscordError(400, 50083, "Thread is archived") : new DiscordError(403, 160005, "This thread is locked");
        }

        channel.IsArchived = false;
    }

    private static Message? Reference(Call call, Channel channel)
    {
        if (call.Json["message_reference"] is not JsonObject reference)
        {
            return null;
        }

        if (channel.Guild is not null)
        {
            call.Need(channel, ReadMessageHistory);
        }

        if (ulong.TryParse(reference.Text("message_id"), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && call.World.Messages.TryGetValue(id, out var message) && message.Channel == channel && !message.IsEphemeral)
        {
            return message;
        }

        return reference.Flag("fail_if_not_exists") == false ? null : throw DiscordError.InvalidBody("message_reference: Unknown message");
    }

    private static Answer List(Call call)
    {
        var channel = call.Channel();
        var limit = call.Query("limit") is { } text ? int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0 : 50;
        if (limit is < 1 or > 100)
        {
            throw DiscordError.InvalidBody("limit: int value should be between 1 and 100.");
        }

        if (!call.RightsIn(channel).HasFlag(ReadMessageHistory))
        {
            return Answer.Ok(new JsonArray());
        }

        var (before, after, around) = (Bound(call, "before"), Bound(call, "after"), Bound(call, "around"));
        var seen = channel.Messages.Where(message => !message.IsEphemeral);
        var page = after is { } from
            ? seen.Where(message => message.Id > from).Take(limit).Reverse()
            : around is { } middle
                ? seen.OrderBy(message => message.Id > middle ? message.Id - middle : middle - message.Id).Take(limit).OrderByDescending(message => message.Id)
                : Enumerable.Reverse(channel.Messages).Where(message => !message.IsEphemeral && (before is not { } end || message.Id < end)).Take(limit);
        return Answer.Ok(new JsonArray([.. page.Select(MessageJson.Of)]));
    }

    private static ulong? Bound(Call call, string name) => call.Query(name) is not { } text ? null
        : ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id
        : throw DiscordError.InvalidBody($"{name}: Value \"{text}\" is not snowflake.");

    private static Answer Get(Call call)
    {
        var channel = call.Channel();
        call.Need(channel, ReadMessageHistory);
        return Answer.Ok(MessageJson.Of(call.Message(channel)));
    }

    private static Answer Edit(Call call)
    {
        var channel = call.Channel();
        var message = call.Message(channel);
        if (message.Author != call.Bot.User)
        {
            throw DiscordError.NotOwnMessage;
        }

        if (channel.IsArchived)
        {
            throw new DiscordError(400, 50083, "Thread is archived");
        }

        NeedPost(call, channel, call.Files.Count > 0);
        MessageWriter.Edit(call.World, message, call.Json, call.Files);
        return Answer.Ok(MessageJson.Of(message));
    }

    private static Answer Delete(Call call)
    {
        var channel = call.Channel();
        var message = call.Message(channel);
        if (message.Author != call.Bot.User)
        {
            call.Need(channel, ManageMessages);
        }

        MessageWriter.Delete(call.World, message);
        return Answer.NoContent;
    }

    private static Answer Pin(Call call)
    {
        var channel = call.Channel();
        call.Need(channel, PinMessages);
        var message = call.Message(channel);
        if (!message.IsPinned)
        {
            if (channel.Messages.Count(other => other.IsPinned) >= 250)
            {
                throw new DiscordError(400, 30003, "Maximum number of pins reached for the channel (250)");
            }

            message.IsPinned = true;
            TellPins(call, channel);

            // "X pinned a message to this channel": a system message of the bot, which readers of the channel must step over.
            const int PinNotice = 6;
            MessageWriter.Add(call.World, new(call.World.Ids.Next(), channel, call.Bot.User, call.World.Clock.GetUtcNow()) { Type = PinNotice, Reference = message });
        }

        return Answer.NoContent;
    }

    private static Answer Unpin(Call call)
    {
        var channel = call.Channel();
        call.Need(channel, PinMessages);
        call.Message(channel).IsPinned = false;
        TellPins(call, channel);
        return Answer.NoContent;
    }

    private static Answer Pins(Call call)
    {
        var pinned = call.Channel().Messages.Where(message => message.IsPinned).Reverse();
        return Answer.Ok(new JsonObject
        {
            ["items"] = new JsonArray([.. pinned.Select(message => new JsonObject { ["pinned_at"] = PlaceJson.Time(message.SentAt), ["message"] = MessageJson.Of(message) })]),
            ["has_more"] = false,
        });
    }

    private static void TellPins(Call call, Channel channel) => MessageWriter.Tell(call.World, channel, "CHANNEL_PINS_UPDATE", _ => new JsonObject
    {
        ["guild_id"] = channel.Guild?.Id.ToString(),
        ["channel_id"] = channel.Id.ToString(),
        ["last_pin_timestamp"] = PlaceJson.Time(call.World.Clock.GetUtcNow()),
    });
}

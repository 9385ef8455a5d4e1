using MlaBot.DiscordServer.Limits;
using MlaBot.DiscordServer.Messages;
using MlaBot.DiscordServer.Rest;
using MlaBot.DiscordServer.World;

namespace MlaBot.DiscordServer.Places;

/// <summary>Starting threads.</summary>
internal static class ThreadCalls
{
    public static IEnumerable<ApiEndpoint> Endpoints =>
    [
        new("POST", Route.MessageThreads, StartFromMessage) { Limit = LimitRule.ThreadCreate },
        new("POST", Route.Threads, Start) { Limit = LimitRule.ThreadCreate },
    ];

    private static Answer StartFromMessage(Call call)
    {
        var channel = ThreadParent(call);
        call.Need(channel, Permission.CreatePublicThreads);
        var message = call.Message(channel);
        if (message.Thread is not null || call.World.Channels.ContainsKey(message.Id))
        {
            throw new DiscordError(400, 160004, "A thread has already been created for this message");
        }

        var thread = Add(call, channel, message.Id, channel.Type == Channel.Announcement ? 10 : Channel.PublicThread);
        message.Thread = thread;
        message.Flags |= Message.HasThread;
        MessageWriter.Tell(call.World, channel, "MESSAGE_UPDATE", bot => MessageJson.ForEvent(message, bot));
        return new(201, PlaceJson.Channel(thread));
    }

    private static Answer Start(Call call)
    {
        var channel = ThreadParent(call);
        var type = call.Json.Int("type") ?? Channel.PrivateThread;
        call.Need(channel, type == Channel.PrivateThread ? Permission.CreatePrivateThreads : Permission.CreatePublicThreads);
        return new(201, PlaceJson.Channel(Add(call, channel, call.World.Ids.Next(), type)));
    }

    private static Channel ThreadParent(Call call)
    {
        var channel = call.Channel();
        return channel.Type is Channel.Text or Channel.Announcement ? channel : throw new DiscordError(400, 50024, "Cannot execute action on this channel type");
    }

    private static Channel Add(Call call, Channel parent, ulong id, int type)
    {
        var name = call.Json.Text("name");
        if (name is not { Length: >= 1 and <= 100 })
        {
            throw DiscordError.InvalidBody("name: Must be between 1 and 100 in length.");
        }

        var minutes = call.Json.Int("auto_archive_duration") ?? 1440;
        if (minutes is not (60 or 1440 or 4320 or 10080))
        {
            throw DiscordError.InvalidBody("auto_archive_duration: Value must be one of {60, 1440, 4320, 10080}.");
        }

        var thread = new Channel(id, type, name)
        {
            Guild = parent.Guild,
            Parent = parent,
            OwnerId = call.Bot.User.Id,
            AutoArchiveMinutes = minutes,
            ArchiveStamp = call.World.Clock.GetUtcNow(),
        };
        call.World.Channels[id] = thread;
        parent.Guild!.Channels[id] = thread;
        MessageWriter.Tell(call.World, parent, "THREAD_CREATE", _ =>
        {
            var json = PlaceJson.Channel(thread);
            json["newly_created"] = true;
            return json;
        });
        call.World.Changed();
        return thread;
    }
}

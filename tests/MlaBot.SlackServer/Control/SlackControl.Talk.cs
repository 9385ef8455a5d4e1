using System.Text.Json.Nodes;
using MlaBot.SlackServer.Messages;
using MlaBot.SlackServer.Views;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Control;

/// <content>What people write, and the App Home.</content>
public sealed partial class SlackControl
{
    /// <summary>Opens the app's Home (or its messages tab): event <c>app_home_opened</c>.</summary>
    public void OpenHome(User user, App app, string tab = "home")
    {
        lock (_world.Gate)
        {
            var data = new JsonObject { ["user"] = user.Id, ["channel"] = DirectConversations.Open(_world, user, app.Bot).Id, ["tab"] = tab };
            if (tab is "home" && user.Homes.GetValueOrDefault(app.Id) is { } home)
            {
                data["view"] = ViewJson.Of(home);
            }

            _postman.Tell(app, "app_home_opened", data);
        }
    }

    /// <summary>Writes a message. Apps hear of it in a direct conversation with their bot, or where they are subscribed to the channel's messages.</summary>
    public Message Say(User user, Channel channel, string text, Message? thread = null) => Write(user, channel, Escape(text), thread);

    /// <summary>Writes to the bot in private.</summary>
    public Message SayDirect(User user, App app, string text) => Say(user, Direct(user, app.Bot), text);

    /// <summary>Writes a message that mentions the bot: event <c>app_mention</c> when it is in the channel.</summary>
    public Message Mention(User user, Channel channel, App app, string text, Message? thread = null) => Write(user, channel, $"<@{app.Bot.Id}> {Escape(text)}", thread);

    /// <summary>A person deletes a message, or dismisses an ephemeral one.</summary>
    public void DeleteMessage(Message message)
    {
        lock (_world.Gate)
        {
            MessageEvents.Deleted(_postman, message);
            message.IsDeleted = true;
            _world.Changed();
        }
    }

    private Message Write(User user, Channel channel, string text, Message? thread)
    {
        lock (_world.Gate)
        {
            NeedSight(user, channel);
            if (channel.IsArchived || !channel.Members.Contains(user.Id))
            {
                throw new ControlException($"{user} cannot write in {channel}: it is archived, or they are not in it.");
            }

            var now = _world.Clock.GetUtcNow();
            var message = new Message(channel, channel.NextTs(now), user)
            {
                Text = text,
                ThreadTs = thread?.ThreadTs ?? thread?.Ts,
                ClientMessageId = Guid.NewGuid().ToString(),
                ChangedAt = now,
            };
            channel.Messages.Add(message);
            MessageEvents.Posted(_postman, message);
            _world.Changed();
            return message;
        }
    }

    // Source: slack.md, section 8: incoming text is escaped in the same way as outgoing text.
    private static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}

using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Control;

/// <content>What people see.</content>
public sealed partial class SlackControl
{
    /// <summary>All messages that the person sees in a channel, replies and ephemeral ones too, in order.</summary>
    public IReadOnlyList<Message> Seen(User user, Channel channel)
    {
        lock (_world.Gate)
        {
            return [.. channel.Messages.Where(message => !message.IsDeleted && (message.Reader is null || message.Reader == user))];
        }
    }

    /// <summary>The ephemeral messages on the person's screen in a channel.</summary>
    public IReadOnlyList<Message> Ephemerals(User user, Channel channel) => [.. Seen(user, channel).Where(message => message.IsEphemeral)];

    /// <summary>The direct messages between a person and an app's bot; empty while there is no conversation.</summary>
    public IReadOnlyList<Message> DirectMessages(User user, App app)
    {
        lock (_world.Gate)
        {
            return DirectConversations.Find(_world, user, app.Bot) is { } channel ? Seen(user, channel) : [];
        }
    }

    /// <summary>The replies under a message.</summary>
    public IReadOnlyList<Message> Replies(Message head)
    {
        lock (_world.Gate)
        {
            return [.. head.Channel.Messages.Where(message => message is { IsDeleted: false, IsEphemeral: false } && message.ThreadTs == head.Ts && message != head)];
        }
    }

    /// <summary>The modal on top of the person's screen; null for none.</summary>
    public View? TopView(User user)
    {
        lock (_world.Gate)
        {
            return user.Views.LastOrDefault();
        }
    }

    /// <summary>What an app published as the person's Home; null for nothing yet.</summary>
    public View? Home(User user, App app)
    {
        lock (_world.Gate)
        {
            return user.Homes.GetValueOrDefault(app.Id);
        }
    }

    /// <summary>A person reloads the client: ephemeral messages and modals are gone.</summary>
    public void ReloadClient(User user)
    {
        lock (_world.Gate)
        {
            foreach (var message in user.Team.Channels.Values.SelectMany(channel => channel.Messages).Where(message => message.Reader == user))
            {
                message.IsDeleted = true;
            }

            foreach (var view in user.Views)
            {
                view.IsOpen = false;
            }

            user.Views.Clear();
            _world.Changed();
        }
    }

    /// <summary>Waits for a message in a channel that the person sees and that fits.</summary>
    public Task<Message> UntilSeenAsync(User user, Channel channel, Func<Message, bool> fits, CancellationToken cancellationToken = default) =>
        _world.UntilAsync($"a message for {user} in {channel}", () => Seen(user, channel).LastOrDefault(fits), cancellationToken);
}

using MlaBot.DiscordServer.World;

namespace MlaBot.DiscordServer.Control;

/// <content>What people see.</content>
public sealed partial class DiscordControl
{
    /// <summary>What a person sees in a channel, oldest first: public messages and own ephemeral ones. Empty where they may not look.</summary>
    public IReadOnlyList<Message> Seen(User user, Channel channel)
    {
        lock (_world.Gate)
        {
            return [.. channel.Messages.Where(message => IsSeen(user, message))];
        }
    }

    /// <summary>What all people see in a channel, oldest first.</summary>
    public IReadOnlyList<Message> Public(Channel channel)
    {
        lock (_world.Gate)
        {
            return [.. channel.Messages.Where(message => !message.IsEphemeral)];
        }
    }

    /// <summary>The private conversation of a bot and a person; null before the first one opened it.</summary>
    public Channel? PrivateChannel(Bot bot, User user)
    {
        lock (_world.Gate)
        {
            return _world.Channels.Values.FirstOrDefault(channel =>
                channel.Type == Channel.PrivateMessages && channel.Recipients.Contains(bot.User) && channel.Recipients.Contains(user));
        }
    }

    /// <summary>A person restarts the client: ephemeral messages are gone.</summary>
    public void ReloadClient(User user)
    {
        lock (_world.Gate)
        {
            foreach (var message in _world.Messages.Values.Where(message => message.OnlyFor == user.Id))
            {
                message.IsGoneFromClient = true;
            }
        }
    }

    /// <summary>Waits until a condition about the world holds; it is asked under the lock, again after every change.</summary>
    /// <exception cref="TimeoutException">It did not hold within the limit of real time; the message has the wish in it.</exception>
    public async Task WaitUntilAsync(Func<bool> condition, string wish, TimeSpan? limit = null, CancellationToken cancellationToken = default)
    {
        var end = TimeProvider.System.GetTimestamp() + (long)((limit ?? TimeSpan.FromSeconds(10)).TotalSeconds * TimeProvider.System.TimestampFrequency);
        while (true)
        {
            var change = _world.NextChange;
            lock (_world.Gate)
            {
                if (condition())
                {
                    return;
                }
            }

            var left = TimeProvider.System.GetElapsedTime(TimeProvider.System.GetTimestamp(), end);
            if (left <= TimeSpan.Zero)
            {
                throw new TimeoutException($"Waited in vain: {wish}");
            }

            // Some conditions look at more than the world, so it is asked again now and then.
            await Task.WhenAny(change, Task.Delay(left < TimeSpan.FromMilliseconds(100) ? left : TimeSpan.FromMilliseconds(100), TimeProvider.System, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Waits for a message that fits and gives the first one.</summary>
    public async Task<Message> WaitForMessageAsync(Channel channel, Func<Message, bool> fits, string wish, TimeSpan? limit = null, CancellationToken cancellationToken = default)
    {
        Message? found = null;
        await WaitUntilAsync(() => (found = channel.Messages.Find(message => fits(message))) is not null, wish, limit, cancellationToken);
        return found!;
    }

    private static bool IsSeen(User user, Message message) => !message.IsGoneFromClient && !message.IsDeleted
        && (message.OnlyFor is null || message.OnlyFor == user.Id)
        && Rights.In(message.Channel, user.Id).HasFlag(Permission.ViewChannel);
}

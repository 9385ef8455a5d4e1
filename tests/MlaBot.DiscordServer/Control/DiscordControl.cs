using System.Text.Json.Nodes;
using MlaBot.DiscordServer.Interactions;
using MlaBot.DiscordServer.Messages;
using MlaBot.DiscordServer.World;

namespace MlaBot.DiscordServer.Control;

/// <summary>What people and the portal do to a world, and what they see.</summary>
public sealed partial class DiscordControl
{
    private readonly DiscordWorld _world;
    private readonly InteractionDesk _desk;

    internal DiscordControl(DiscordWorld world, InteractionDesk desk) => (_world, _desk) = (world, desk);

    /// <summary>A new application with a bot.</summary>
    /// <param name="name">Of the application and the bot.</param>
    /// <param name="token">Null makes one of the real three-part shape.</param>
    /// <param name="isStrict">True for our own bot.</param>
    public Bot AddBot(string name = "mlabot", string? token = null, bool isStrict = true)
    {
        lock (_world.Gate)
        {
            var user = new User(_world.Ids.Next(), name) { IsBot = true };
            var bot = new Bot(user, token ?? Tokens.ForBot(user.Id)) { IsStrict = isStrict };
            _world.Users[user.Id] = user;
            _world.Bots[user.Id] = bot;
            return bot;
        }
    }

    public User AddUser(string name, string locale = "en-US")
    {
        lock (_world.Gate)
        {
            var user = new User(_world.Ids.Next(), name) { GlobalName = char.ToUpperInvariant(name[0]) + name[1..], Locale = locale };
            _world.Users[user.Id] = user;
            return user;
        }
    }

    /// <summary>A new guild with its everyone role. The owner is a member.</summary>
    public Guild AddGuild(string name, User owner)
    {
        lock (_world.Gate)
        {
            var guild = new Guild(_world.Ids.Next(), name, owner.Id);
            guild.Roles[guild.Id] = new(guild.Id, "@everyone", Permission.Everyone, 0);
            guild.Members[owner.Id] = new(owner, _world.Clock.GetUtcNow());
            _world.Guilds[guild.Id] = guild;
            return guild;
        }
    }

    public Channel AddChannel(Guild guild, string name, int type = Channel.Text)
    {
        lock (_world.Gate)
        {
            var channel = new Channel(_world.Ids.Next(), type, name) { Guild = guild, Position = guild.Channels.Count };
            guild.Channels[channel.Id] = channel;
            _world.Channels[channel.Id] = channel;
            _world.Tell(guild, "CHANNEL_CREATE", _ => PlaceJson.Channel(channel));
            return channel;
        }
    }

    /// <summary>A public thread below a channel.</summary>
    public Channel AddThread(Channel parent, string name)
    {
        lock (_world.Gate)
        {
            var thread = new Channel(_world.Ids.Next(), Channel.PublicThread, name) { Guild = parent.Guild, Parent = parent, ArchiveStamp = _world.Clock.GetUtcNow() };
            parent.Guild!.Channels[thread.Id] = thread;
            _world.Channels[thread.Id] = thread;
            _world.Tell(parent.Guild, "THREAD_CREATE", _ => PlaceJson.Channel(thread));
            return thread;
        }
    }

    public Role AddRole(Guild guild, string name, Permission permissions = Permission.None, bool isMentionable = false)
    {
        lock (_world.Gate)
        {
            var role = new Role(_world.Ids.Next(), name, permissions, guild.Roles.Count) { IsMentionable = isMentionable };
            guild.Roles[role.Id] = role;
            _world.Tell(guild, "GUILD_ROLE_CREATE", _ => new JsonObject { ["guild_id"] = guild.Id.ToString(), ["role"] = PlaceJson.Role(role) });
            return role;
        }
    }

    public void SetRole(Guild guild, Role role, Permission permissions)
    {
        lock (_world.Gate)
        {
            role.Permissions = permissions;
            _world.Tell(guild, "GUILD_ROLE_UPDATE", _ => new JsonObject { ["guild_id"] = guild.Id.ToString(), ["role"] = PlaceJson.Role(role) });
        }
    }

    public void AddMember(Guild guild, User user, params Role[] roles)
    {
        lock (_world.Gate)
        {
            var member = guild.Members.GetValueOrDefault(user.Id) ?? (guild.Members[user.Id] = new(user, _world.Clock.GetUtcNow()));
            member.Roles.UnionWith(roles.Select(role => role.Id));
            var json = PlaceJson.Member(member);
            json["guild_id"] = guild.Id.ToString();
            _world.Tell(guild, user.IsBot ? "GUILD_MEMBER_UPDATE" : "GUILD_MEMBER_ADD", _ => json.DeepClone());
        }
    }

    /// <summary>Takes roles away from a member.</summary>
    public void RemoveRoles(Guild guild, User user, params Role[] roles)
    {
        lock (_world.Gate)
        {
            guild.Members[user.Id].Roles.ExceptWith(roles.Select(role => role.Id));
            _world.Changed();
        }
    }

    /// <summary>An admin installs the bot with the rights of its invitation.</summary>
    public void JoinBot(Guild guild, Bot bot, Permission permissions = Permission.BotInvite)
    {
        lock (_world.Gate)
        {
            var role = new Role(_world.Ids.Next(), bot.User.Username, permissions, guild.Roles.Count) { BotId = bot.ApplicationId };
            guild.Roles[role.Id] = role;
            var member = new Member(bot.User, _world.Clock.GetUtcNow());
            member.Roles.Add(role.Id);
            guild.Members[bot.User.Id] = member;
            _world.Feed.Dispatch(guild.Id, "GUILD_CREATE", PlaceJson.GuildCreate(guild, bot), bot.ApplicationId.ToString());
            _world.Changed();
        }
    }

    /// <summary>An admin removes the bot; the guild's commands of it go too.</summary>
    public void RemoveBot(Guild guild, Bot bot)
    {
        lock (_world.Gate)
        {
            guild.Members.Remove(bot.User.Id);
            foreach (var role in guild.Roles.Values.Where(role => role.BotId == bot.ApplicationId).ToList())
            {
                guild.Roles.Remove(role.Id);
            }

            bot.Commands.Remove(guild.Id);
            _world.Feed.Dispatch(guild.Id, "GUILD_DELETE", new JsonObject { ["id"] = guild.Id.ToString() }, bot.ApplicationId.ToString());
            _world.Changed();
        }
    }

    /// <summary>Starts or ends an outage of a guild.</summary>
    public void SetOutage(Guild guild, bool isOut) => _world.SetOutage(guild, isOut);

    /// <summary>Replaces what a role may do in a channel.</summary>
    public void SetOverwrite(Channel channel, Role role, Permission allow, Permission deny) => SetOverwrite(channel, new Overwrite(role.Id, false, allow, deny));

    /// <summary>Replaces what a member may do in a channel.</summary>
    public void SetOverwrite(Channel channel, User member, Permission allow, Permission deny) =>
        SetOverwrite(channel, new Overwrite(member.Id, true, allow, deny));

    public void DeleteChannel(Channel channel)
    {
        lock (_world.Gate)
        {
            foreach (var thread in channel.Guild!.Channels.Values.Where(thread => thread.Parent == channel).ToList())
            {
                Forget(thread);
            }

            Forget(channel);
            if (channel.IsThread)
            {
                _world.Tell(channel.Guild, "THREAD_DELETE", _ => PlaceJson.DeletedThread(channel));
            }
            else
            {
                _world.Tell(channel.Guild, "CHANNEL_DELETE", _ => PlaceJson.Channel(channel));
            }
        }
    }

    /// <summary>Archives or locks a thread, or opens it again.</summary>
    public void SetThread(Channel thread, bool isArchived, bool isLocked)
    {
        lock (_world.Gate)
        {
            (thread.IsArchived, thread.IsLocked, thread.ArchiveStamp) = (isArchived, isLocked, _world.Clock.GetUtcNow());
            _world.Tell(thread.Guild!, "THREAD_UPDATE", _ => PlaceJson.Channel(thread));
        }
    }

    /// <summary>A moderator deletes a message, or the person who sees it dismisses an ephemeral one.</summary>
    public void DeleteMessage(Message message)
    {
        lock (_world.Gate)
        {
            MessageWriter.Delete(_world, message);
        }
    }

    /// <summary>A person writes.</summary>
    public Message Say(User user, Channel channel, string text)
    {
        lock (_world.Gate)
        {
            return MessageWriter.Create(_world, channel, user, new JsonObject { ["content"] = text }, []);
        }
    }

    private void SetOverwrite(Channel channel, Overwrite entry)
    {
        lock (_world.Gate)
        {
            channel.Overwrites.RemoveAll(other => other.Id == entry.Id);
            channel.Overwrites.Add(entry);
            _world.Tell(channel.Guild!, "CHANNEL_UPDATE", _ => PlaceJson.Channel(channel));
        }
    }

    private void Forget(Channel channel)
    {
        _world.Channels.Remove(channel.Id);
        channel.Guild!.Channels.Remove(channel.Id);
        foreach (var message in channel.Messages)
        {
            message.IsDeleted = true;
            _world.Messages.Remove(message.Id);
        }
    }
}

using System.Text.Json.Nodes;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Control;

/// <summary>What people and admins do to a world, and what they see.</summary>
public sealed partial class SlackControl
{
    private readonly SlackWorld _world;
    private readonly Postman _postman;
    private readonly ActDesk _desk;

    internal SlackControl(SlackWorld world, Postman postman, ActDesk desk) => (_world, _postman, _desk) = (world, postman, desk);

    public Team AddTeam(string name)
    {
        lock (_world.Gate)
        {
            var team = new Team(_world.Ids.Next("T"), name);
            _world.Teams[team.Id] = team;
            _world.Users["USLACKBOT"] = _world.Users.GetValueOrDefault("USLACKBOT") ?? new("USLACKBOT", team, "slackbot") { IsBot = false };
            return team;
        }
    }

    /// <summary>Makes an app and installs it.</summary>
    /// <param name="team">Where.</param>
    /// <param name="name">Of the app and its bot.</param>
    /// <param name="scopes">Null for those of the manifest.</param>
    /// <param name="isLenient">True for published clients.</param>
    /// <param name="botToken">Null makes one.</param>
    /// <param name="appToken">Null makes one.</param>
    public App AddApp(Team team, string name = "mlabot", IEnumerable<string>? scopes = null, bool isLenient = false, string? botToken = null, string? appToken = null)
    {
        lock (_world.Gate)
        {
            var bot = new User(_world.Ids.Next("U"), team, name) { IsBot = true };
            var id = _world.Ids.Next("A");
            var app = new App(id, name, team, bot, _world.Ids.Next("B"))
            {
                BotToken = botToken ?? $"xoxb-{SlackIds.Secret(12)}-{SlackIds.Secret(13)}-{SlackIds.Secret(24)}",
                AppToken = appToken ?? $"xapp-1-{id}-{SlackIds.Secret(13)}-{SlackIds.Secret(40)}",
                Scopes = new(scopes ?? AppDefaults.Scopes, StringComparer.Ordinal),
                IsLenient = isLenient,
            };
            _world.Apps[app.Id] = app;
            _world.Users[bot.Id] = team.Users[bot.Id] = bot;
            team.Apps.Add(app);
            return app;
        }
    }

    public User AddUser(Team team, string name, string zone = "America/Los_Angeles", bool isAdmin = false, bool isOwner = false)
    {
        lock (_world.Gate)
        {
            var user = new User(_world.Ids.Next("U"), team, name) { Zone = zone, IsAdmin = isAdmin || isOwner, IsOwner = isOwner };
            return _world.Users[user.Id] = team.Users[user.Id] = user;
        }
    }

    /// <summary>A new channel. Who is not in it does not see a private one; a bot is never in it by itself.</summary>
    public Channel AddChannel(Team team, string name, bool isPrivate = false, params User[] members)
    {
        lock (_world.Gate)
        {
            var channel = new Channel(_world.Ids.Next("C"), team, name) { IsPrivate = isPrivate };
            channel.Members.UnionWith(members.Select(member => member.Id));
            return _world.Channels[channel.Id] = team.Channels[channel.Id] = channel;
        }
    }

    /// <summary>The direct conversation of two; made when there is none.</summary>
    public Channel Direct(User one, User other)
    {
        lock (_world.Gate)
        {
            return DirectConversations.Open(_world, one, other);
        }
    }

    public void AddMembers(Channel channel, params User[] users)
    {
        lock (_world.Gate)
        {
            foreach (var user in users)
            {
                Memberships.Join(_world, _postman, channel, user, inviter: null);
            }
        }
    }

    public void RemoveMember(Channel channel, User user)
    {
        lock (_world.Gate)
        {
            Memberships.Leave(_world, _postman, channel, user);
        }
    }

    /// <summary>Somebody types <c>/invite</c>.</summary>
    public void InviteBot(Channel channel, App app, User? inviter = null)
    {
        lock (_world.Gate)
        {
            Memberships.Join(_world, _postman, channel, app.Bot, inviter);
        }
    }

    /// <summary>Somebody removes the bot from a channel.</summary>
    public void RemoveBot(Channel channel, App app) => RemoveMember(channel, app.Bot);

    public void SetArchived(Channel channel, bool isArchived = true, User? by = null)
    {
        lock (_world.Gate)
        {
            channel.IsArchived = isArchived;
            var name = (channel.IsPrivate, isArchived) switch
            {
                (false, true) => "channel_archive",
                (false, false) => "channel_unarchive",
                (true, true) => "group_archive",
                _ => "group_unarchive",
            };
            _postman.TellChannel(channel, name, new() { ["channel"] = channel.Id, ["user"] = by?.Id ?? "USLACKBOT", ["is_moved"] = 0 });
        }
    }

    public void DeleteChannel(Channel channel)
    {
        lock (_world.Gate)
        {
            _postman.TellChannel(channel, channel.IsPrivate ? "group_deleted" : "channel_deleted", new() { ["channel"] = channel.Id });
            channel.IsDeleted = true;
            _world.Channels.Remove(channel.Id);
            channel.Team.Channels.Remove(channel.Id);
            _world.Changed();
        }
    }

    /// <summary>The channel gets another id, as when it becomes shared or moves.</summary>
    public void ChangeChannelId(Channel channel)
    {
        lock (_world.Gate)
        {
            var old = channel.Id;
            _world.Channels.Remove(old);
            channel.Team.Channels.Remove(old);
            channel.Id = _world.Ids.Next("C");
            _world.Channels[channel.Id] = channel.Team.Channels[channel.Id] = channel;
            _postman.TellChannel(channel, "channel_id_changed", new() { ["old_channel_id"] = old, ["new_channel_id"] = channel.Id });
        }
    }

    /// <summary>An admin revokes the bot token: event <c>tokens_revoked</c>, and no call works any more.</summary>
    public void RevokeTokens(App app)
    {
        lock (_world.Gate)
        {
            app.IsBotTokenRevoked = true;
            _postman.Tell(app, "tokens_revoked", new() { ["tokens"] = new JsonObject { ["oauth"] = new JsonArray(), ["bot"] = new JsonArray(app.Bot.Id) } });
        }
    }

    /// <summary>An admin removes the app: <c>tokens_revoked</c> and <c>app_uninstalled</c>; its sockets close a moment later.</summary>
    public void Uninstall(App app)
    {
        lock (_world.Gate)
        {
            RevokeTokens(app);
            var heard = _postman.Tell(app, "app_uninstalled", []);
            _ = CloseAfterAsync(app, heard);
            app.IsInstalled = false;
            foreach (var channel in app.Team.Channels.Values)
            {
                channel.Members.Remove(app.Bot.Id);
            }

            app.Bot.IsDeleted = true;
            _world.Changed();
        }
    }

    /// <summary>An admin takes a scope away (Slack does so by a reinstall; the token stays the same).</summary>
    public void RemoveScope(App app, string scope)
    {
        lock (_world.Gate)
        {
            app.Scopes.Remove(scope);
        }
    }

    /// <summary>A person sets another zone in the profile: event <c>user_change</c>.</summary>
    public void SetZone(User user, string zone) => Change(user, () => user.Zone = zone);

    public void SetDisplayName(User user, string name) => Change(user, () => user.DisplayName = name);

    public void SetAdmin(User user, bool isAdmin) => Change(user, () => user.IsAdmin = isAdmin);

    public void Deactivate(User user) => Change(user, () => user.IsDeleted = true);

    private async Task CloseAfterAsync(App app, Sockets.Delivery? last)
    {
        if (last is not null)
        {
            await last.Acknowledged;
        }

        _world.Sockets.CloseAll(app.Id);
    }

    private void Change(User user, Action change)
    {
        lock (_world.Gate)
        {
            change();
            foreach (var app in user.Team.Apps)
            {
                _postman.Tell(app, "user_change", new() { ["user"] = PlaceJson.User(user, _world.Clock.GetUtcNow()), ["cache_ts"] = _world.Clock.GetUtcNow().ToUnixTimeSeconds() });
            }
        }
    }
}

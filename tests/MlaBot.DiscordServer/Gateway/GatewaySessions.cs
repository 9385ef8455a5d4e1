using System.Text.Json.Nodes;
using MlaBot.DiscordServer.World;

namespace MlaBot.DiscordServer.Gateway;

/// <summary>All sessions of all bots. The world's gate is always taken before this one's.</summary>
internal sealed class GatewaySessions(DiscordWorld world, GatewayOptions options)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, GatewaySession> _sessions = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Ids
    {
        get
        {
            lock (_gate)
            {
                Forget();
                return [.. _sessions.Keys];
            }
        }
    }

    /// <summary>Starts a session: READY, then one GUILD_CREATE for each guild, with no event of the world in between or lost.</summary>
    public GatewaySession Start(Identity identity, GatewayConnection connection)
    {
        lock (world.Gate)
        {
            var session = new GatewaySession(Guid.NewGuid().ToString("N"), identity);
            var ready = world.ReadyPayload(identity.Bot, session.Id, identity.Shard);
            ready["resume_gateway_url"] = world.GatewayUrl + options.ResumePath;
            var guilds = world.GuildCreatePayloads(identity.Bot, identity.Shard);
            lock (_gate)
            {
                Forget();
                _sessions[session.Id] = session;
                session.Connection = connection;
                session.Append("READY", ready.ToJsonString());
                foreach (var (guildId, data) in guilds.Where(guild => session.Hears(guild.GuildId, "GUILD_CREATE")))
                {
                    session.Append("GUILD_CREATE", data.ToJsonString());
                }

                return session;
            }
        }
    }

    /// <summary>Gives a session to a new connection and replays what it missed.</summary>
    /// <returns>The session, or the close code of an impossible wish; 0 when the session is gone (op 9).</returns>
    public (GatewaySession? Session, int Code) Resume(Bot bot, string id, long sequence, GatewayConnection connection)
    {
        lock (_gate)
        {
            Forget();
            if (!_sessions.TryGetValue(id, out var session) || session.Bot != bot)
            {
                return (null, 0);
            }

            if (sequence < 0 || sequence > session.Sequence)
            {
                _sessions.Remove(id);
                return (null, CloseCode.InvalidSequence);
            }

            var older = session.Connection;
            session.Connection = connection;
            session.Replay(connection, (int)sequence);
            older?.Close(CloseCode.UnknownError, "The session goes on elsewhere.");
            return (session, 0);
        }
    }

    public void Dispatch(ulong guildId, string eventName, JsonNode data, string applicationId)
    {
        var full = data.ToJsonString();
        lock (_gate)
        {
            Forget();
            foreach (var session in _sessions.Values.Where(session => session.Bot.ApplicationId.ToString() == applicationId && session.Hears(guildId, eventName)))
            {
                session.Append(eventName, MessageContent.For(session, guildId, eventName, data, full));
            }
        }
    }

    /// <summary>The client of a session is gone: for good, or so that it may come back.</summary>
    public void Leave(GatewaySession session, GatewayConnection connection, bool endsSession)
    {
        lock (_gate)
        {
            if (session.Connection != connection)
            {
                return;
            }

            session.Connection = null;
            session.LostAt = world.Clock.GetTimestamp();
            if (endsSession)
            {
                _sessions.Remove(session.Id);
            }
        }
    }

    public void DropAll()
    {
        lock (_gate)
        {
            _sessions.Clear();
        }
    }

    private void Forget()
    {
        foreach (var old in _sessions.Values.Where(session => session.Connection is null && world.Clock.GetElapsedTime(session.LostAt) > options.SessionKept).ToList())
        {
            _sessions.Remove(old.Id);
        }
    }
}

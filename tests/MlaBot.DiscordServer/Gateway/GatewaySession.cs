using MlaBot.DiscordServer.World;

namespace MlaBot.DiscordServer.Gateway;

/// <summary>A session: what was sent to it, numbered, so that a client can come back and get the rest. Guarded by its owner.</summary>
internal sealed class GatewaySession(string id, Identity identity)
{
    private readonly List<(int Sequence, string EventName, byte[] Payload)> _log = [];

    public string Id { get; } = id;

    public Bot Bot => identity.Bot;

    public int Intents => identity.Intents;

    public (int Id, int Count)? Shard => identity.Shard;

    public int Sequence { get; private set; }

    /// <summary>Where events go now; null while the client is away.</summary>
    public GatewayConnection? Connection { get; set; }

    /// <summary>When the client went away, as a timestamp of the clock.</summary>
    public long LostAt { get; set; }

    public bool Hears(ulong guildId, string eventName) =>
        Gateway.Intents.Allow(Intents, eventName, guildId == 0)
        && (identity.Shard is not { } shard || (guildId == 0 ? shard.Id == 0 : DiscordWorld.ShardOf(guildId, shard.Count) == shard.Id));

    /// <summary>Numbers an event, keeps it and sends it when somebody is there.</summary>
    public void Append(string eventName, string data)
    {
        var payload = Payload.Dispatch(eventName, ++Sequence, data);
        _log.Add((Sequence, eventName, payload));
        Connection?.Send(Opcode.Dispatch, payload, eventName);
    }

    /// <summary>Sends all events after a number again, then RESUMED, which no replay repeats.</summary>
    public void Replay(GatewayConnection connection, int after)
    {
        foreach (var (_, eventName, payload) in _log.Where(entry => entry.Sequence > after))
        {
            connection.Send(Opcode.Dispatch, payload, eventName);
        }

        connection.Send(Opcode.Dispatch, Payload.Dispatch("RESUMED", ++Sequence, """{"_trace":[]}"""), "RESUMED");
    }
}

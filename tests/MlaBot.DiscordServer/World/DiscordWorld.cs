using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace MlaBot.DiscordServer.World;

/// <summary>One Discord: all state, in memory.</summary>
public sealed class DiscordWorld(TimeProvider clock)
{
    private TaskCompletionSource _change = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Guards everything below. Hold it shortly; never wait under it.</summary>
    public Lock Gate { get; } = new();

    public TimeProvider Clock { get; } = clock;

    public Snowflakes Ids { get; } = new(clock);

    /// <summary>Who hears of changes. Silent until the gateway is attached.</summary>
    public IGatewayFeed Feed { get; set; } = new Silence();

    /// <summary>Such as <c>http://127.0.0.1:7900</c>; attachment and gateway urls are made of it.</summary>
    public string BaseUrl { get; set; } = "http://127.0.0.1";

    /// <summary>Where clients open the websocket; also the <c>resume_gateway_url</c> unless a test sets another.</summary>
    public string GatewayUrl => BaseUrl.Replace("http", "ws", StringComparison.Ordinal) + "/";

    public Dictionary<ulong, Bot> Bots { get; } = [];

    public Dictionary<ulong, User> Users { get; } = [];

    public Dictionary<ulong, Guild> Guilds { get; } = [];

    /// <summary>Channels, threads and private conversations.</summary>
    public Dictionary<ulong, Channel> Channels { get; } = [];

    public Dictionary<ulong, Message> Messages { get; } = [];

    /// <summary>By token.</summary>
    public Dictionary<string, Interaction> Interactions { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<ulong, StoredFile> Files { get; } = [];

    /// <summary>What strict bots sent that is not good. Tests assert that it is empty.</summary>
    public ConcurrentQueue<Violation> Violations { get; } = [];

    /// <summary>Completes at the next change of the world; take it before looking.</summary>
    public Task NextChange => Volatile.Read(ref _change).Task;

    /// <summary>The bot of a token, without <c>Bot </c> before it; null when the token is wrong.</summary>
    public Bot? FindBot(string token)
    {
        lock (Gate)
        {
            return Bots.Values.FirstOrDefault(bot => string.Equals(bot.Token, token, StringComparison.Ordinal));
        }
    }

    /// <summary>The <c>d</c> of READY.</summary>
    /// <param name="bot">From <see cref="FindBot"/>.</param>
    /// <param name="sessionId">The gateway's.</param>
    /// <param name="shard">Shard and number of shards; null when the client sent none.</param>
    public JsonObject ReadyPayload(Bot bot, string sessionId, (int Id, int Count)? shard)
    {
        lock (Gate)
        {
            var ready = new JsonObject
            {
                ["v"] = 10,
                ["user"] = PlaceJson.Self(bot.User),
                ["guilds"] = new JsonArray([.. GuildsOf(bot, shard).Select(guild => new JsonObject { ["id"] = guild.Id.ToString(), ["unavailable"] = true })]),
                ["session_id"] = sessionId,
                ["session_type"] = "normal",
                ["resume_gateway_url"] = GatewayUrl,
                ["application"] = new JsonObject { ["id"] = bot.ApplicationId.ToString(), ["flags"] = 8388608, ["flags_new"] = "8388608" },
                ["private_channels"] = new JsonArray(),
                ["user_settings"] = new JsonObject(),
                ["relationships"] = new JsonArray(),
                ["presences"] = new JsonArray(),
                ["guild_join_requests"] = new JsonArray(),
                ["geo_ordered_rtc_regions"] = new JsonArray(),
                ["_trace"] = new JsonArray(),
            };
            if (shard is { } part)
            {
                ready["shard"] = new JsonArray(part.Id, part.Count);
            }

            return ready;
        }
    }

    /// <summary>One GUILD_CREATE for each guild of the shard; one with an outage is <c>{id, unavailable}</c> and comes as GUILD_DELETE later.</summary>
    public IReadOnlyList<(ulong GuildId, JsonObject Data)> GuildCreatePayloads(Bot bot, (int Id, int Count)? shard)
    {
        lock (Gate)
        {
            return [.. GuildsOf(bot, shard).Where(guild => !guild.IsUnavailable).Select(guild => (guild.Id, PlaceJson.GuildCreate(guild, bot)))];
        }
    }

    /// <summary>The shard that hears of a guild; private messages (0) go to shard 0.</summary>
    public static int ShardOf(ulong guildId, int count) => (int)((guildId >> 22) % (ulong)count);

    /// <summary>Wakes those who wait for a change.</summary>
    public void Changed() =>
        Interlocked.Exchange(ref _change, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    /// <summary>Tells every bot of a guild. Call it under <see cref="Gate"/>.</summary>
    internal void Tell(Guild guild, string eventName, Func<Bot, JsonNode> data)
    {
        foreach (var bot in Bots.Values.Where(bot => guild.Members.ContainsKey(bot.User.Id)))
        {
            Feed.Dispatch(guild.Id, eventName, data(bot), bot.ApplicationId.ToString());
        }

        Changed();
    }

    /// <summary>Starts or ends an outage of a guild.</summary>
    internal void SetOutage(Guild guild, bool isOut)
    {
        lock (Gate)
        {
            guild.IsUnavailable = isOut;
            Tell(
                guild, isOut ? "GUILD_DELETE" : "GUILD_CREATE",
                bot => isOut ? new JsonObject { ["id"] = guild.Id.ToString(), ["unavailable"] = true } : PlaceJson.GuildCreate(guild, bot));
        }
    }

    private IEnumerable<Guild> GuildsOf(Bot bot, (int Id, int Count)? shard) => Guilds.Values.Where(guild =>
        guild.Members.ContainsKey(bot.User.Id) && (shard is not { } part || ShardOf(guild.Id, part.Count) == part.Id));

    private sealed class Silence : IGatewayFeed
    {
        public void Dispatch(ulong guildId, string eventName, JsonNode data, string applicationId)
        {
        }
    }
}

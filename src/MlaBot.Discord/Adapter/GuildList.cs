using System.Collections.Concurrent;

namespace MlaBot.Discord.Adapter;

/// <summary>Who the bot is, and which guilds can be reached right now.</summary>
internal sealed class GuildList
{
    private readonly ConcurrentDictionary<string, bool> _reachable = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> _removed = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource<Identity> _identity = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<int, bool> _hasList = new();
    private volatile int _shards;

    /// <summary>Who the bot is, once Discord has told it.</summary>
    public Task<Identity> Identity => _identity.Task;

    /// <summary>Says who the bot is; only the first word counts.</summary>
    public void Introduce(Identity identity) => _identity.TrySetResult(identity);

    /// <summary>True while a guild is there and not in an outage.</summary>
    /// <remarks>A session that went on after a restart lists no guilds; until then only news of a loss makes one of its shard unreachable.</remarks>
    public bool CanReach(string guild) =>
        _reachable.TryGetValue(guild, out var isReachable) ? isReachable : IsPrivate(guild) || (MayBeThere(guild) && !_removed.ContainsKey(guild));

    /// <summary>Takes a shard's list of <c>READY</c>, which replaces what was known of its guilds: each can be reached once its own event has come.</summary>
    public void TakeList(ShardOf shard, IReadOnlySet<string> guilds)
    {
        foreach (var gone in _reachable.Keys.Where(guild => shard.Holds(guild) && !guilds.Contains(guild)))
        {
            _reachable.TryRemove(gone, out _);
        }

        foreach (var guild in guilds)
        {
            _reachable[guild] = false;
        }

        _hasList[shard.Number] = true;
        _shards = shard.Count;
    }

    /// <summary>Notes that a shard's session went on.</summary>
    public void Resumed(int shard) => _hasList.TryAdd(shard, value: false);

    /// <summary>Notes that a guild can be reached, or that it has an outage.</summary>
    public void Set(string guild, bool isReachable)
    {
        _removed.TryRemove(guild, out _);
        _reachable[guild] = isReachable;
    }

    /// <summary>Forgets a guild that removed the bot.</summary>
    public void Remove(string guild)
    {
        _reachable.TryRemove(guild, out _);
        _removed.TryAdd(guild, 0);
    }

    /// <summary>True for the group that stands for one person's private messages.</summary>
    public static bool IsPrivate(string guild) => guild.StartsWith("dm-", StringComparison.Ordinal);

    // While no list has told the number of shards, all that have spoken went on with their sessions.
    private bool MayBeThere(string guild) =>
        _shards is > 0 and var count ? _hasList.TryGetValue(ShardOf.NumberOf(guild, count), out var hasList) && !hasList : !_hasList.IsEmpty;
}

/// <summary>Who the bot is.</summary>
/// <param name="UserId">Its user id.</param>
/// <param name="ApplicationId">Its application id.</param>
internal sealed record Identity(string UserId, string ApplicationId);

using System.Collections.Concurrent;

namespace MlaBot.Discord.Adapter;

/// <summary>Who the bot is, and which guilds can be reached right now.</summary>
internal sealed class GuildList
{
    private readonly ConcurrentDictionary<string, bool> _reachable = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> _removed = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource<Identity> _identity = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _hasList;
    private volatile bool _hasResumed;

    /// <summary>Who the bot is, once Discord has told it.</summary>
    public Task<Identity> Identity => _identity.Task;

    /// <summary>Says who the bot is; only the first word counts.</summary>
    public void Introduce(Identity identity) => _identity.TrySetResult(identity);

    /// <summary>True while a guild is there and not in an outage.</summary>
    /// <remarks>A session that went on after a restart lists no guilds; until then only news of a loss makes one unreachable.</remarks>
    public bool CanReach(string guild) =>
        _reachable.TryGetValue(guild, out var isReachable) ? isReachable : IsPrivate(guild) || (_hasResumed && !_hasList && !_removed.ContainsKey(guild));

    /// <summary>True when a guild was listed or has come since the start.</summary>
    public bool Contains(string guild) => _reachable.ContainsKey(guild);

    /// <summary>Takes the list of <c>READY</c>: each guild can be reached once its own event has come.</summary>
    public void TakeList(IEnumerable<string> guilds)
    {
        foreach (var guild in guilds)
        {
            _reachable.TryAdd(guild, value: false);
        }

        _hasList = true;
    }

    /// <summary>Notes that a saved session went on.</summary>
    public void Resumed() => _hasResumed = true;

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
}

/// <summary>Who the bot is.</summary>
/// <param name="UserId">Its user id.</param>
/// <param name="ApplicationId">Its application id.</param>
internal sealed record Identity(string UserId, string ApplicationId);

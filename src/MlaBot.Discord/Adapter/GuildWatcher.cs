using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Discord.Wire;

namespace MlaBot.Discord.Adapter;

/// <summary>Follows which guilds the bot is in and which of them can be reached, and stops the schedules of what is gone.</summary>
/// <remarks>Source: Discord developer documentation, "Gateway Events: Guilds". A guild of <c>READY</c> is unavailable until its
/// <c>GUILD_CREATE</c> comes; <c>GUILD_DELETE</c> with <c>unavailable</c> is an outage, without it the bot was removed.</remarks>
internal sealed partial class GuildWatcher(
    IChannelStore channels, PauseSchedules pause, IWelcome welcome, ILogger<GuildWatcher> logger)
{
    /// <summary>Why schedules stop when a server removes the bot.</summary>
    public const string Removed = "I was removed from the server.";

    private const string ChannelGone = "The channel was deleted.";

    private readonly Channel<(int Shard, string Name, ReadOnlyMemory<byte> Data)> _events =
        System.Threading.Channels.Channel.CreateBounded<(int, string, ReadOnlyMemory<byte>)>(
            new BoundedChannelOptions(65_536) { SingleReader = true, FullMode = BoundedChannelFullMode.DropWrite });

    private readonly ConcurrentDictionary<string, bool> _reachable = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, bool> _shards = new();
    private volatile bool _hasList;
    private volatile bool _hasResumed;
    private readonly TaskCompletionSource<Identity> _identity = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Who the bot is, once Discord has told it.</summary>
    public Task<Identity> Identity => _identity.Task;

    /// <summary>True while a guild is there and not in an outage.</summary>
    /// <remarks>A session that went on after a restart lists no guilds; until then only news of a loss makes one unreachable.</remarks>
    public bool CanReach(string guild) =>
        _reachable.TryGetValue(guild, out var isReachable) ? isReachable : IsPrivate(guild) || (_hasResumed && !_hasList);

    /// <summary>How many guilds can be reached.</summary>
    public int Reachable => _reachable.Count(pair => pair.Value);

    /// <summary>Says who the bot is; only the first word counts.</summary>
    public void Introduce(Identity identity) => _identity.TrySetResult(identity);

    /// <summary>Takes an event in; it is worked on in order.</summary>
    public void Enqueue(int shard, string name, ReadOnlyMemory<byte> data)
    {
        if (!_events.Writer.TryWrite((shard, name, data)))
        {
            Log.Overrun(logger, name);
        }
    }

    /// <summary>Notes that a shard can hear or has lost its connection.</summary>
    public void ReadyChanged(int shard, bool isReady) => _shards[shard] = isReady;

    /// <summary>Works on events until the token ends it.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var (shard, name, data) in _events.Reader.ReadAllAsync(cancellationToken))
        {
            try
            {
                await HandleAsync(shard, name, data, cancellationToken);
            }
            catch (JsonException malformed)
            {
                Log.Malformed(logger, name, malformed.Message);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // One guild's trouble never keeps the news of another from being heard.
                Log.Failed(logger, name, failure);
            }
        }
    }

    private Task HandleAsync(int shard, string name, ReadOnlyMemory<byte> data, CancellationToken cancellationToken) => name switch
    {
        "READY" => ReadyAsync(JsonSerializer.Deserialize(data.Span, DiscordJson.Default.ReadyEvent), cancellationToken),
        "RESUMED" => ResumedAsync(),
        "GUILD_CREATE" => AvailableAsync(JsonSerializer.Deserialize(data.Span, DiscordJson.Default.GuildEvent), cancellationToken),
        "GUILD_DELETE" => GoneAsync(JsonSerializer.Deserialize(data.Span, DiscordJson.Default.ReadyGuild), cancellationToken),
        "CHANNEL_DELETE" or "THREAD_DELETE" => ChannelGoneAsync(JsonSerializer.Deserialize(data.Span, DiscordJson.Default.ChannelEvent), cancellationToken),
        _ => Task.CompletedTask,
    };

    private Task ResumedAsync()
    {
        _hasResumed = true;
        return Task.CompletedTask;
    }

    private async Task ReadyAsync(ReadyEvent? ready, CancellationToken cancellationToken)
    {
        if (ready is null)
        {
            return;
        }

        var listed = ready.Guilds.Select(guild => guild.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var guild in listed)
        {
            _reachable.TryAdd(guild, value: false);
        }

        _hasList = true;
        await LeftWhileAwayAsync(listed, cancellationToken);
    }

    // A guild that the store knows and READY does not list was left while the bot was away. With several shards each READY
    // lists its own guilds only, so nothing can be said until all of them have come; then their GUILD_CREATE tells.
    private async Task LeftWhileAwayAsync(HashSet<string> listed, CancellationToken cancellationToken)
    {
        if (_shards.Count > 1)
        {
            return;
        }

        var known = (await channels.AllAsync(cancellationToken)).Select(channel => channel.Key.Group)
            .Where(group => group.Platform == InteractionReader.Platform && !IsPrivate(group.Id)).Distinct();
        foreach (var group in known.Where(group => !listed.Contains(group.Id)))
        {
            Log.Removed(logger, group.Id);
            await pause.PauseGroupAsync(group, Removed, cancellationToken);
        }
    }

    private async Task AvailableAsync(GuildEvent? guild, CancellationToken cancellationToken)
    {
        if (guild?.Id is not { } id)
        {
            return;
        }

        var isListed = _reachable.ContainsKey(id);
        _reachable[id] = !guild.Unavailable;
        if (!isListed && !guild.Unavailable && !await IsKnownAsync(id, cancellationToken))
        {
            Log.Added(logger, id);
            await welcome.GreetAsync(id, guild.SystemChannelId, cancellationToken);
        }
    }

    private async Task<bool> IsKnownAsync(string guild, CancellationToken cancellationToken) =>
        (await channels.AllAsync(cancellationToken)).Any(channel => channel.Key.Group == new GroupKey(InteractionReader.Platform, guild));

    private async Task GoneAsync(ReadyGuild? guild, CancellationToken cancellationToken)
    {
        if (guild?.Id is not { } id)
        {
            return;
        }

        if (guild.Unavailable)
        {
            Log.Outage(logger, id);
            _reachable[id] = false;
            return;
        }

        _reachable.TryRemove(id, out _);
        Log.Removed(logger, id);
        await pause.PauseGroupAsync(new GroupKey(InteractionReader.Platform, id), Removed, cancellationToken);
    }

    private async Task ChannelGoneAsync(ChannelEvent? channel, CancellationToken cancellationToken)
    {
        if (channel is { Id: { } id, GuildId: { } guild })
        {
            await pause.PauseChannelAsync(new ChannelKey(new GroupKey(InteractionReader.Platform, guild), id), ChannelGone, cancellationToken);
        }
    }

    private static bool IsPrivate(string guild) => guild.StartsWith("dm-", StringComparison.Ordinal);

    private static partial class Log
    {
        [LoggerMessage(331, LogLevel.Information, "Added to server {Guild}")]
        public static partial void Added(ILogger logger, string guild);

        [LoggerMessage(332, LogLevel.Warning, "Removed from server {Guild}; its schedules are paused and its data is kept")]
        public static partial void Removed(ILogger logger, string guild);

        [LoggerMessage(333, LogLevel.Warning, "Server {Guild} has an outage; its questions wait")]
        public static partial void Outage(ILogger logger, string guild);

        [LoggerMessage(334, LogLevel.Warning, "{Name} could not be read: {Reason}")]
        public static partial void Malformed(ILogger logger, string name, string reason);

        [LoggerMessage(335, LogLevel.Error, "{Name} failed")]
        public static partial void Failed(ILogger logger, string name, Exception exception);

        [LoggerMessage(336, LogLevel.Warning, "Too many events about servers wait; {Name} is dropped")]
        public static partial void Overrun(ILogger logger, string name);
    }
}

/// <summary>Who the bot is.</summary>
/// <param name="UserId">Its user id.</param>
/// <param name="ApplicationId">Its application id.</param>
internal sealed record Identity(string UserId, string ApplicationId);

/// <summary>Greets a server that has just added the bot.</summary>
internal interface IWelcome
{
    /// <summary>Says once what to do first, where the server has a channel for such news.</summary>
    Task GreetAsync(string guild, string? systemChannel, CancellationToken cancellationToken);
}

using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using MlaBot.Chat.Platform;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Discord.Wire;

namespace MlaBot.Discord.Adapter;

/// <summary>Follows which guilds the bot is in and which of them can be reached, and stops the schedules of what is gone.</summary>
/// <remarks>Source: Discord developer documentation, "Gateway Events: Guilds". A guild of <c>READY</c> is unavailable until its
/// <c>GUILD_CREATE</c> comes; <c>GUILD_DELETE</c> with <c>unavailable</c> is an outage, without it the bot was removed.</remarks>
internal sealed partial class GuildWatcher(
    GuildList guilds, IChannelStore channels, PauseSchedules pause, Greeter greeter, ILogger<GuildWatcher> logger)
{
    /// <summary>Why schedules stop when a server removes the bot.</summary>
    public const string Removed = "I was removed from the server.";

    private const string ChannelGone = "The channel was deleted.";

    private readonly Channel<(int Shard, string Name, ReadOnlyMemory<byte> Data)> _events =
        System.Threading.Channels.Channel.CreateBounded<(int, string, ReadOnlyMemory<byte>)>(
            new BoundedChannelOptions(65_536) { SingleReader = true, FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Takes an event in; it is worked on in order.</summary>
    public void Enqueue(int shard, string name, ReadOnlyMemory<byte> data)
    {
        if (!_events.Writer.TryWrite((shard, name, data)))
        {
            Log.Overrun(logger, name);
        }
    }

    /// <summary>Works on events until the token ends it.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var (shard, name, data) in _events.Reader.ReadAllAsync(cancellationToken))
        {
            await EventSeam.RunAsync(logger, name, () => HandleAsync(shard, name, data, cancellationToken), cancellationToken);
        }
    }

    private Task HandleAsync(int shard, string name, ReadOnlyMemory<byte> data, CancellationToken cancellationToken) => name switch
    {
        "READY" => ReadyAsync(JsonSerializer.Deserialize(data.Span, DiscordJson.Default.ReadyEvent), cancellationToken),
        "RESUMED" => ResumedAsync(shard),
        "GUILD_CREATE" => AvailableAsync(JsonSerializer.Deserialize(data.Span, DiscordJson.Default.GuildEvent)),
        "GUILD_DELETE" => GoneAsync(JsonSerializer.Deserialize(data.Span, DiscordJson.Default.ReadyGuild), cancellationToken),
        "CHANNEL_DELETE" or "THREAD_DELETE" => ChannelGoneAsync(JsonSerializer.Deserialize(data.Span, DiscordJson.Default.ChannelEvent), cancellationToken),
        _ => Task.CompletedTask,
    };

    private Task ResumedAsync(int shard)
    {
        guilds.Resumed(shard);
        return Task.CompletedTask;
    }

    private async Task ReadyAsync(ReadyEvent? ready, CancellationToken cancellationToken)
    {
        if (ready is null)
        {
            return;
        }

        var listed = (ready.Guilds ?? []).OfType<ReadyGuild>().Select(guild => guild.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var shard = ShardOf.From(ready.Shard);
        guilds.TakeList(shard, listed);
        await LeftWhileAwayAsync(listed, shard, cancellationToken);
    }

    /// <summary>Finds the guilds that the store knows and <c>READY</c> does not list: they removed the bot while it was away.</summary>
    /// <param name="listed">The guilds of this shard.</param>
    /// <param name="shard">The shard.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    private async Task LeftWhileAwayAsync(HashSet<string> listed, ShardOf shard, CancellationToken cancellationToken)
    {
        var known = (await channels.AllAsync(cancellationToken)).Select(channel => channel.Key.Group)
            .Where(group => group.Platform == InteractionReader.Platform && !GuildList.IsPrivate(group.Id) && shard.Holds(group.Id)).Distinct();
        foreach (var group in known.Where(group => !listed.Contains(group.Id)))
        {
            Log.Removed(logger, group.Id);
            await pause.GroupAsync(group, Removed, cancellationToken);
        }
    }

    private Task AvailableAsync(GuildEvent? guild)
    {
        if (guild?.Id is { } id)
        {
            guilds.Set(id, !guild.Unavailable);
            if (!guild.Unavailable)
            {
                greeter.Seen(id, guild.SystemChannelId);
            }
        }

        return Task.CompletedTask;
    }

    private async Task GoneAsync(ReadyGuild? guild, CancellationToken cancellationToken)
    {
        if (guild?.Id is not { } id)
        {
            return;
        }

        if (guild.Unavailable)
        {
            Log.Outage(logger, id);
            guilds.Set(id, isReachable: false);
            return;
        }

        guilds.Remove(id);
        Log.Removed(logger, id);
        await pause.GroupAsync(new GroupKey(InteractionReader.Platform, id), Removed, cancellationToken);
    }

    private async Task ChannelGoneAsync(ChannelEvent? channel, CancellationToken cancellationToken)
    {
        if (channel is { Id: { } id, GuildId: { } guild })
        {
            await pause.ChannelAsync(new ChannelKey(new GroupKey(InteractionReader.Platform, guild), id), ChannelGone, isDeleted: true, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(332, LogLevel.Warning, "Removed from server {Guild}; its schedules are paused and its data is kept")]
        public static partial void Removed(ILogger logger, string guild);

        [LoggerMessage(333, LogLevel.Warning, "Server {Guild} has an outage; its questions wait")]
        public static partial void Outage(ILogger logger, string guild);

        [LoggerMessage(336, LogLevel.Warning, "Too many events about servers wait; {Name} is dropped")]
        public static partial void Overrun(ILogger logger, string name);
    }
}

using Microsoft.Extensions.Logging;
using MlaBot.Discord.Gateway.Protocol;
using MlaBot.Discord.Gateway.Sessions;
using MlaBot.Discord.Gateway.Sockets;
using MlaBot.Discord.Rest;

namespace MlaBot.Discord.Gateway;

/// <summary>Hears Discord: runs as many shards as <c>GET /gateway/bot</c> says and keeps their sessions over a restart.</summary>
internal sealed partial class GatewayClient
{
    private readonly DiscordOptions _options;
    private readonly ISessionStore _store;
    private readonly TimeProvider _time;
    private readonly Random _random;
    private readonly ILogger _logger;
    private readonly GatewayDirectory _directory;
    private readonly ShardParts _parts;
    private GatewayShard[] _shards = [];

    /// <summary>Makes a client; <see cref="RunAsync(string, CancellationToken)"/> connects.</summary>
    /// <param name="options">The token and whether to compress.</param>
    /// <param name="api">Asked for <c>/gateway/bot</c> only.</param>
    /// <param name="listener">Hears the events.</param>
    /// <param name="wanted">The events to hand on.</param>
    /// <param name="store">Keeps the sessions.</param>
    /// <param name="time">The clock.</param>
    /// <param name="random">For jitter.</param>
    /// <param name="logger">Never hears the token.</param>
    public GatewayClient(
        DiscordOptions options,
        IDiscordApi api,
        IGatewayListener listener,
        WantedEvents wanted,
        ISessionStore store,
        TimeProvider time,
        Random random,
        ILogger<GatewayClient> logger)
    {
        (_options, _store, _time, _random, _logger) = (options, store, time, random, logger);
        _directory = new(api, time, NewRandom(), logger);
        _parts = new()
        {
            Directory = _directory,
            Starts = new(_directory, time, logger),
            Wanted = wanted,
            Listener = listener,
            OpenSocket = static () => new ClientGatewaySocket(ClientGatewaySocket.LargestMessage),
            IsCompressed = options.CompressGateway,
            Time = time,
            Logger = logger,
        };
    }

    /// <summary>True when every shard can hear.</summary>
    public bool IsReady => Volatile.Read(ref _shards) is { Length: > 0 } shards && shards.All(shard => shard.IsReady);

    /// <summary>How each shard does.</summary>
    public IReadOnlyList<ShardStatus> Shards => [.. Volatile.Read(ref _shards).Select(shard => shard.Status)];

    /// <summary>Runs until stopped, which leaves the sessions resumable and saved.</summary>
    /// <param name="applicationId">The application's id: the sessions of another one are never taken up.</param>
    /// <param name="cancellationToken">Stops the client; the call then returns normally.</param>
    /// <exception cref="GatewayFatalException">A person has to act.</exception>
    public async Task RunAsync(string applicationId, CancellationToken cancellationToken)
    {
        try
        {
            var count = await ShardCountAsync(cancellationToken);
            while (!cancellationToken.IsCancellationRequested)
            {
                try
                {
                    await RunAsync(applicationId, count, cancellationToken);
                }
                catch (GatewayFatalException fatal) when (fatal.CloseCode is GatewayCloseCode.ShardingRequired)
                {
                    // The bot may have outgrown its shards while it ran: only a larger number makes another try worthwhile.
                    var now = await ShardCountAsync(cancellationToken);
                    if (now <= count)
                    {
                        throw;
                    }

                    Log.MoreShards(_logger, count, now);
                    count = now;
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopped before the first connection.
        }
    }

    private async Task RunAsync(string applicationId, int count, CancellationToken cancellationToken)
    {
        var shards = Enumerable.Range(0, count)
            .Select(number => new GatewayShard(_parts, new(_options.Token, number, count), NewRandom()))
            .ToArray();
        var keeper = new SessionKeeper(_store, applicationId, _time);
        foreach (var (number, point) in await keeper.LoadAsync(count, cancellationToken))
        {
            Log.TakingUp(_logger, number);
            shards[number].Restore(point);
        }

        if (count > 1)
        {
            Log.ManyShards(_logger, count);
        }

        Volatile.Write(ref _shards, shards);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var ended = new CancellationTokenSource();
        var keeping = keeper.RunAsync(shards, ended.Token);
        try
        {
            await Task.WhenAll(shards.Select(shard => RunAsync(shard, stop)));
        }
        finally
        {
            // Only now, so that the last save has the last event of every shard.
            await ended.CancelAsync();
            await keeping;
            Array.ForEach(shards, shard => shard.Dispose());
        }
    }

    private static async Task RunAsync(GatewayShard shard, CancellationTokenSource stop)
    {
        try
        {
            await shard.RunAsync(stop.Token);
        }
        finally
        {
            // What one shard dies of concerns all.
            await stop.CancelAsync();
        }
    }

    private async Task<int> ShardCountAsync(CancellationToken cancellationToken) =>
        Math.Max(1, (await _directory.RefreshAsync(cancellationToken)).Shards);

    // Random is not thread-safe: each user gets its own.
    private Random NewRandom() => new(_random.Next());

    private static partial class Log
    {
        [LoggerMessage(3121, LogLevel.Warning, "Discord asks for {Count} shards: this bot is in many servers. All of them run in this process")]
        public static partial void ManyShards(ILogger logger, int count);

        [LoggerMessage(3122, LogLevel.Warning, "Discord refuses {Before} shards and now asks for {Now}: starting again")]
        public static partial void MoreShards(ILogger logger, int before, int now);

        [LoggerMessage(3123, LogLevel.Information, "Shard {Shard} takes up the session of the last run")]
        public static partial void TakingUp(ILogger logger, int shard);
    }
}

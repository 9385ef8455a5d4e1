using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace MlaBot.Discord.Gateway;

/// <summary>Lets shards IDENTIFY one after another: a slot for each of <c>max_concurrency</c>, one start per 5 s and slot, none while the day's starts are used up.</summary>
/// <remarks>Source: Discord, "Gateway: Rate Limiting" and "Session Start Limit Object". Shard k belongs to slot <c>k % max_concurrency</c>.</remarks>
internal sealed partial class SessionStarts(GatewayDirectory directory, TimeProvider time, ILogger logger)
{
    /// <summary>Time between two starts of a slot.</summary>
    public static readonly TimeSpan Spacing = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<int, Slot> _slots = new();

    /// <summary>Waits until a shard may connect in order to IDENTIFY.</summary>
    /// <returns>The turn; others of the slot wait until it is disposed.</returns>
    public async Task<Turn> EnterAsync(int shard, CancellationToken cancellationToken)
    {
        var info = await directory.FreshAsync(cancellationToken);
        var slot = _slots.GetOrAdd(shard % Math.Max(1, info.SessionStartLimit.MaxConcurrency), _ => new());
        await slot.Gate.WaitAsync(cancellationToken);
        try
        {
            if (slot.FreeAt - directory.Now is { Ticks: > 0 } wait)
            {
                await Task.Delay(wait, time, cancellationToken);
            }

            while (directory.TimeToNextStart() is { Ticks: > 0 } limit)
            {
                Log.LimitReached(logger, shard, limit);
                await Task.Delay(limit, time, cancellationToken);
                await directory.RefreshAsync(cancellationToken);
            }

            return new(directory, slot);
        }
        catch
        {
            slot.Gate.Release();
            throw;
        }
    }

    /// <summary>A shard's turn to IDENTIFY.</summary>
    public sealed class Turn : IDisposable
    {
        private readonly GatewayDirectory _directory;
        private readonly Slot _slot;
        private bool _isOver;

        internal Turn(GatewayDirectory directory, Slot slot) => (_directory, _slot) = (directory, slot);

        /// <summary>The IDENTIFY was sent: the slot is free again in 5 s.</summary>
        public void Used()
        {
            if (!_isOver)
            {
                _slot.FreeAt = _directory.CountStart() + Spacing;
                Dispose();
            }
        }

        /// <inheritdoc/>
        public void Dispose()
        {
            if (!_isOver)
            {
                _isOver = true;
                _slot.Gate.Release();
            }
        }
    }

    internal sealed class Slot
    {
        public SemaphoreSlim Gate { get; } = new(1);

        public TimeSpan FreeAt { get; set; }
    }

    private static partial class Log
    {
        [LoggerMessage(3141, LogLevel.Warning, "Discord allows no more session starts for now: shard {Shard} waits {Wait} before it connects")]
        public static partial void LimitReached(ILogger logger, int shard, TimeSpan wait);
    }
}

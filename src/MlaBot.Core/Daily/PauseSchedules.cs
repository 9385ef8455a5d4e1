using MlaBot.Core.Channels;

namespace MlaBot.Core.Daily;

/// <summary>Stops the schedules of places that cannot be posted to. Nothing is deleted; an admin starts them again.</summary>
public sealed class PauseSchedules(IDailyStore store, IChannelStore channels, IDailyPublisher publisher, IDailyLog log) : IDisposable
{
    // Several posts of a channel may find out at once; its admins are told once.
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>Pauses what runs in a channel, and tells its admins when that changed anything.</summary>
    /// <param name="key">A channel; one that was never set up has nothing to pause.</param>
    /// <param name="reason">What stands in the way and what to do, as one or two sentences.</param>
    /// <param name="cancellationToken">Ends the wait, not a write that has begun.</param>
    /// <returns>How many schedules were stopped; those that an admin had paused keep their reason.</returns>
    public async Task<int> PauseChannelAsync(ChannelKey key, string reason, CancellationToken cancellationToken)
    {
        var stopped = await StopAsync(key, reason, cancellationToken);
        if (stopped > 0 && await channels.FindAsync(key, cancellationToken) is { } channel)
        {
            var what = stopped == 1 ? "the schedule" : $"all {stopped} schedules";
            await publisher.TellAdminsAsync(
                channel,
                $"I paused {what} of #{channel.Name}: {reason} Nothing was lost. When it is mended, an admin types /schedule resume all in that channel.",
                cancellationToken);
        }

        return stopped;
    }

    /// <summary>Pauses what runs in all channels of a group that the bot was removed from. Nobody can be told there.</summary>
    /// <returns>How many schedules were stopped.</returns>
    public async Task<int> PauseGroupAsync(GroupKey group, string reason, CancellationToken cancellationToken)
    {
        var stopped = 0;
        foreach (var channel in (await channels.AllAsync(cancellationToken)).Where(channel => channel.Key.Group == group))
        {
            stopped += await StopAsync(channel.Key, reason, cancellationToken);
        }

        return stopped;
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private async Task<int> StopAsync(ChannelKey key, string reason, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var running = (await store.SchedulesAsync(key, cancellationToken)).Where(schedule => !schedule.IsPaused).ToArray();
            foreach (var schedule in running)
            {
                var paused = await store.SaveScheduleAsync(schedule with { PausedBecause = reason }, cancellationToken);
                await store.DropPlannedAsync(paused.Id, cancellationToken);
                log.Paused(paused);
            }

            return running.Length;
        }
        finally
        {
            _gate.Release();
        }
    }
}

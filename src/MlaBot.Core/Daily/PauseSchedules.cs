using System.Collections.Concurrent;
using MlaBot.Core.Channels;
using MlaBot.Core.Drafts;

namespace MlaBot.Core.Daily;

/// <summary>Stops the schedules of places that cannot be posted to. Nothing is deleted; an admin starts them again.</summary>
public sealed class PauseSchedules(
    IDailyStore store, IChannelStore channels, IDraftStore drafts, AdminNews news, IDailyLog log) : IDisposable
{
    /// <summary>How the reason of a pause ends that took a whole group.</summary>
    public const string GroupWords = "All schedules of this group stopped then.";

    private const string Told = "pause-told";

    private readonly ConcurrentDictionary<GroupKey, bool> _quiet = new();

    // Several posts of a channel may find out at once; its admins are told once.
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>Pauses what runs in a channel that a person can mend, and tells its admins when that changed anything.</summary>
    /// <inheritdoc cref="ChannelAsync(ChannelKey, string, bool, CancellationToken)"/>
    public Task<int> ChannelAsync(ChannelKey key, string reason, CancellationToken cancellationToken) => ChannelAsync(key, reason, isDeleted: false, cancellationToken);

    /// <summary>Pauses what runs in a channel, and tells its admins when that changed anything.</summary>
    /// <param name="key">A channel; one that was never set up has nothing to pause.</param>
    /// <param name="reason">What stands in the way and what to do, as one or two sentences.</param>
    /// <param name="isDeleted">True when nobody can mend it: the channel was deleted.</param>
    /// <param name="cancellationToken">Ends the wait, not a write that has begun.</param>
    /// <returns>How many schedules were stopped; those that an admin had paused keep their reason.</returns>
    public async Task<int> ChannelAsync(ChannelKey key, string reason, bool isDeleted, CancellationToken cancellationToken)
    {
        var stopped = await StopAsync(key, reason, cancellationToken);
        if (stopped > 0 && await channels.FindAsync(key, cancellationToken) is { } channel)
        {
            var what = stopped == 1 ? "the schedule" : $"all {stopped} schedules";
            var next = isDeleted ? "To go on, an admin types /setup in another channel." : "When it is mended, an admin types /schedule resume all in that channel.";
            await news.TellAsync(channel, $"I paused {what} of #{channel.Name}: {reason} Nothing was lost. {next}", cancellationToken);
        }

        return stopped;
    }

    /// <summary>Pauses what runs in all channels of a group that the bot was removed from. Nobody can be told there.</summary>
    /// <returns>How many schedules were stopped.</returns>
    public async Task<int> GroupAsync(GroupKey group, string reason, CancellationToken cancellationToken)
    {
        await drafts.UpdateAsync(NobodyOf(group), Told, static _ => null, cancellationToken);
        var stopped = 0;
        foreach (var channel in (await channels.AllAsync(cancellationToken)).Where(channel => channel.Key.Group == group))
        {
            stopped += await StopAsync(channel.Key, $"{reason} {GroupWords}", cancellationToken);
        }

        _quiet.TryRemove(group, out _);
        return stopped;
    }

    /// <summary>What the first admin who comes after such a pause of a whole group has to know: nobody could be told when it happened.</summary>
    /// <returns>A sentence, once; null when there is no news.</returns>
    public async Task<string?> TakeNewsAsync(GroupKey group, CancellationToken cancellationToken)
    {
        if (!_quiet.TryAdd(group, true))
        {
            return null;
        }

        var paused = new List<string>();
        foreach (var channel in (await channels.AllAsync(cancellationToken)).Where(channel => channel.Key.Group == group))
        {
            if ((await store.SchedulesAsync(channel.Key, cancellationToken)).Any(schedule => schedule.PausedBecause?.EndsWith(GroupWords, StringComparison.Ordinal) == true))
            {
                paused.Add($"#{channel.Name}");
            }
        }

        var isNews = false;
        if (paused.Count > 0)
        {
            await drafts.UpdateAsync(
                NobodyOf(group),
                Told,
                before =>
                {
                    isNews = before is null;
                    return "told";
                },
                cancellationToken);
        }

        return isNews
            ? $"I was away from this group, so these channels are paused: {string.Join(", ", paused)}. Nothing was lost. /schedule resume all, typed in each of them, starts it again."
            : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    // No person has an empty id, so this is the group's own drawer.
    private static LearnerKey NobodyOf(GroupKey group) => new(group, "");

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

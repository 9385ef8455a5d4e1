using System.Collections.Concurrent;
using MlaBot.Core.Streaks;
using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Core.Daily;

/// <summary>Carries out whatever is due: posts, closes, reveals, records what was missed. Safe to call at any time and twice.</summary>
public sealed class DailyRunner(
    IDailyStore store,
    IStreakStore streaks,
    PostDailyQuestion post,
    CloseDailyQuestion close,
    PostPlanner planner,
    DailyRules rules,
    IDailyLog log,
    TimeProvider clock)
{
    private readonly ConcurrentDictionary<PostId, Task> _underWay = new();

    /// <summary>Settles what the last run left: the outage is noted, posts in doubt are looked for, schedules without a plan get one.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await BeatAsync(cancellationToken);
        foreach (var schedule in await store.SchedulesAsync(channel: null, cancellationToken))
        {
            await EnsurePlannedAsync(schedule, cancellationToken);
        }
    }

    /// <summary>Notes that the bot runs; a long silence before this call becomes an outage.</summary>
    public async Task BeatAsync(CancellationToken cancellationToken)
    {
        if (await streaks.BeatAsync(clock.Now(), rules.LongestSilence, cancellationToken) is { } outage)
        {
            log.Outage(outage);
        }
    }

    /// <summary>Carries out everything that is due now, each channel by itself.</summary>
    public async Task RunDueAsync(CancellationToken cancellationToken)
    {
        // Later states first: a question that closes in this round has its drain before the next one reveals it.
        var now = clock.Now();
        await EachAsync(await store.DueAsync(PostState.Revealed, now, cancellationToken), close.PublishRevealAsync, cancellationToken);
        var closing = await store.DueAsync(PostState.Closing, now, cancellationToken);
        await EachAsync([.. closing.Where(each => IsDrained(each, now))], close.RevealAsync, cancellationToken);
        await EachAsync(await store.DueAsync(PostState.Open, now, cancellationToken), close.CloseAsync, cancellationToken);
        await EachAsync(await store.DueAsync(PostState.Intended, now, cancellationToken), post.SettleAsync, cancellationToken);
        await EachAsync(await store.DueAsync(PostState.Planned, now, cancellationToken), post.PostAsync, cancellationToken);
    }

    /// <summary>The next instant at which something is due; null when nothing is planned or open.</summary>
    public Task<Instant?> NextDueAsync(CancellationToken cancellationToken) => store.NextDueAsync(cancellationToken);

    private bool IsDrained(DailyPost closing, Instant now) => closing.ClosesAt is not { } closed || closed + rules.Drain <= now;

    private async Task EnsurePlannedAsync(Schedule schedule, CancellationToken cancellationToken)
    {
        if (schedule.IsPaused)
        {
            return;
        }

        var latest = await store.LatestAsync(schedule.Id, cancellationToken);
        if (latest is null)
        {
            await planner.PlanFromNowAsync(schedule, cancellationToken);
        }
        else if (latest.State is not (PostState.Planned or PostState.Intended))
        {
            await planner.PlanAfterAsync(schedule, latest.Date, cancellationToken);
        }
    }

    private async Task EachAsync(
        IReadOnlyList<DailyPost> due, Func<DailyPost, CancellationToken, Task> act, CancellationToken cancellationToken)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = rules.Parallel, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(due, options, async (each, token) => await OneAsync(each, act, token));
    }

    private async Task OneAsync(DailyPost each, Func<DailyPost, CancellationToken, Task> act, CancellationToken cancellationToken)
    {
        if (!_underWay.TryAdd(each.Id, Task.CompletedTask))
        {
            return;
        }

        try
        {
            await act(each, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception failure)
        {
            // One failing channel never stops another; the next round tries again.
            log.Failed(each, failure);
        }
        finally
        {
            _underWay.TryRemove(each.Id, out _);
        }
    }
}

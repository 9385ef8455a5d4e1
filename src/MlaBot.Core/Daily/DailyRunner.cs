using System.Collections.Concurrent;
using MlaBot.Core.Streaks;
using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Core.Daily;

/// <summary>Carries out whatever is due: posts, closes, reveals, records what was missed. Safe to call at any time and twice.</summary>
/// <remarks>Questions and endings wait in queues of their own, so that thousands of questions at nine o'clock hold up no closing.</remarks>
public sealed class DailyRunner(
    IDailyStore store,
    IStreakStore streaks,
    PostDailyQuestion post,
    CloseDailyQuestion close,
    RevealDailyQuestion reveal,
    PostPlanner planner,
    IDailyPublisher publisher,
    DailyRules rules,
    IDailyLog log,
    TimeProvider clock,
    IEnumerable<IDueWork> others)
{
    // While questions wait, a sweep looks only for what came due since the last one, and now and then for all.
    private static readonly Duration LookAtAll = Duration.FromMinutes(1);

    // A question that was taken back shows it within this time after it would have closed, or never.
    private static readonly Duration ShowsTakenBack = Duration.FromDays(1);

    private readonly FairQueue _posts = new(rules.PostsInFlight);
    private readonly FairQueue _endings = new(rules.EndingsInFlight);
    private Look _last = new(Instant.MinValue, Instant.MinValue);

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

    /// <summary>Carries out everything that is due now and not under way yet, channels in turn.</summary>
    public async Task RunDueAsync(CancellationToken cancellationToken)
    {
        // What is revealed is read before what closes now, so that a question has its drain before the next round reveals it.
        var now = clock.Now();
        var reveals = RevealAsync(now, await DueAsync(PostState.Revealed, now), await DueAsync(PostState.Closing, now), cancellationToken);
        var takenBack = TakeBackAsync(await store.DueAsync(PostState.Withdrawn, now - ShowsTakenBack, Instant.MaxValue, cancellationToken), cancellationToken);
        var closings = CloseAsync(await DueAsync(PostState.Open, now), cancellationToken);
        var questions = PostAsync(now, await DueAsync(PostState.Intended, now), cancellationToken);
        await Task.WhenAll(reveals, takenBack, closings, questions);
        foreach (var other in others)
        {
            await other.RunDueAsync(cancellationToken);
        }

        Task<IReadOnlyList<DuePost>> DueAsync(PostState state, Instant until) => store.DueAsync(state, after: null, until, cancellationToken);
    }

    /// <summary>Posts one planned question in its channel's turn, without a look at anything else that is due.</summary>
    public Task PostNowAsync(DailyPost planned, CancellationToken cancellationToken) =>
        _posts.AddOneAsync(new DuePost(planned.Id, planned.Channel, planned.DueAt), As(PostState.Planned, post.PostAsync), cancellationToken);

    /// <summary>The next instant at which something is due; null when nothing is planned or open.</summary>
    public Task<Instant?> NextDueAsync(CancellationToken cancellationToken) => store.NextDueAsync(cancellationToken);

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

    private Task RevealAsync(Instant now, IReadOnlyList<DuePost> revealed, IReadOnlyList<DuePost> closing, CancellationToken cancellationToken) => Task.WhenAll(
        _endings.AddAsync([.. revealed.Where(IsReady)], As(PostState.Revealed, reveal.PublishAsync), cancellationToken),
        _endings.AddAsync([.. closing.Where(each => each.At + rules.Drain <= now)], As(PostState.Closing, reveal.RevealAsync), cancellationToken));

    private Task TakeBackAsync(IReadOnlyList<DuePost> withdrawn, CancellationToken cancellationToken) =>
        _endings.AddAsync([.. withdrawn.Where(IsReady)], As(PostState.Withdrawn, close.ShowWithdrawnAsync), cancellationToken);

    private async Task CloseAsync(IReadOnlyList<DuePost> open, CancellationToken cancellationToken)
    {
        // Each is shown as soon as it is closed, so that no other round can be ahead with its reveal.
        var shown = new ConcurrentBag<Task>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = rules.EndingsInFlight, CancellationToken = cancellationToken };
        var show = As(PostState.Closing, close.ShowClosedAsync);
        var end = As(PostState.Open, async (each, token) =>
        {
            if (await close.CloseAsync(each, token))
            {
                shown.Add(_endings.AddAsync([new DuePost(each.Id, each.Channel, each.DueAt)], show, cancellationToken));
            }
        });
        await Parallel.ForEachAsync(open, options, async (each, token) => await end(each, token));
        await Task.WhenAll(shown);
    }

    private async Task PostAsync(Instant now, IReadOnlyList<DuePost> intended, CancellationToken cancellationToken)
    {
        var last = _last;
        var looksAtAll = _posts.IsEmpty || now - last.AtAll >= LookAtAll || now < last.AtAll;
        var planned = await store.DueAsync(PostState.Planned, looksAtAll ? null : last.Until, now, cancellationToken);

        // A full page ends in the middle of an instant; what is left of it belongs to the next look.
        var until = planned.Count < IDailyStore.MostDue ? now : planned[^1].At - Duration.FromMilliseconds(1);
        _last = new Look(until, looksAtAll ? now : last.AtAll);
        await Task.WhenAll(
            _posts.AddAsync([.. intended.Where(IsReady)], As(PostState.Intended, post.SettleAsync), cancellationToken),
            _posts.AddAsync([.. planned.Where(each => IsReady(each) || now > each.At + rules.CatchUp)], As(PostState.Planned, post.PostAsync), cancellationToken));
    }

    private bool IsReady(DuePost due) => publisher.IsReady(due.Channel.Group);

    /// <summary>Reads a post in its turn: while it waited, an admin may have changed it, or another round carried it out.</summary>
    private Func<DuePost, CancellationToken, Task> As(PostState expected, Func<DailyPost, CancellationToken, Task> act) => async (due, cancellationToken) =>
    {
        DailyPost? each = null;
        try
        {
            each = await store.FindPostAsync(due.Id, cancellationToken);
            if (each?.State == expected)
            {
                await act(each, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception failure)
        {
            // One failing channel never stops another; the next round tries again.
            log.Failed(due.Id, due.Channel, failure);
        }
    };

    /// <summary>How far the planned questions were looked at.</summary>
    /// <param name="Until">The latest due instant that was asked for.</param>
    /// <param name="AtAll">When all of them were asked for.</param>
    private sealed record Look(Instant Until, Instant AtAll);
}

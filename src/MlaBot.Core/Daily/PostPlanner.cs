using MlaBot.Core.Channels;
using MlaBot.Core.Content;
using MlaBot.Core.Questions;
using MlaBot.Core.Reports;
using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Core.Daily;

/// <summary>Keeps one planned post for every running schedule: the item is reserved, and an admin may look at it or swap it.</summary>
public sealed class PostPlanner(
    IDailyStore store, IChannelStore channels, IContentSource content, IReportStore reports, TimeProvider clock, Func<int> seed, IPickAdvice? advice = null) : IDisposable
{
    // Enough to hold the last questions of one domain among those of many schedules.
    private const int RecentPosts = 400;

    // Two schedules of one channel must not reserve the same item, so planning is one at a time in each channel. Channels
    // share a few gates, so that there is nothing to clean up.
    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, 32).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Plans the first post from now on: for a new, changed or resumed schedule.</summary>
    /// <returns>The planned post, or a refusal when the exam has no item for the domain.</returns>
    public Task<Outcome<DailyPost>> PlanFromNowAsync(Schedule schedule, CancellationToken cancellationToken) =>
        PlanAsync(schedule, PostingTimes.FirstDateAfter(schedule, clock.Now()), slot: 0, cancellationToken);

    /// <summary>Plans the post that follows a date, also one whose time has passed: it is then caught up or recorded as missed.</summary>
    public Task<Outcome<DailyPost>> PlanAfterAsync(Schedule schedule, LocalDate date, CancellationToken cancellationToken) =>
        PlanAsync(schedule, PostingTimes.NextDate(schedule, date), slot: 0, cancellationToken);

    /// <summary>Plans an extra post for today, due at once.</summary>
    public async Task<Outcome<DailyPost>> PlanExtraAsync(Schedule schedule, CancellationToken cancellationToken)
    {
        var today = clock.Now().InZone(DateTimeZoneProviders.Tzdb[schedule.Zone]).Date;
        return await PlanAsync(schedule, today, slot: 1, cancellationToken);
    }

    /// <summary>Puts another item into a planned post.</summary>
    /// <returns>The post with its new item, or a refusal when there is no other item or the post was sent meanwhile.</returns>
    public async Task<Outcome<DailyPost>> SwapAsync(Schedule schedule, DailyPost planned, CancellationToken cancellationToken)
    {
        using var turn = await TurnAsync(schedule.Channel, cancellationToken);
        if (await PickAsync(schedule, planned.Item, cancellationToken) is not ({ } item, var reason) || (item.Id == planned.Item && item.Version == planned.ItemVersion))
        {
            return new Refusal("swap-none", $"Domain {schedule.Domain} has no other question.", "The planned one stays.");
        }

        var swapped = planned with { Item = item.Id, ItemVersion = item.Version, Presentation = Presentation.Draw(item, new Random(seed())), Note = reason };
        return await store.AdvanceAsync(swapped, PostState.Planned, cancellationToken)
            ? swapped
            : new Refusal("swap-late", "That question has just been sent.", "Look at the plan again with /schedule list.");
    }

    /// <summary>The versions that are not posted in a group, because enough of its members reported them.</summary>
    /// <remarks>Product rule 4.6.</remarks>
    public async Task<IReadOnlySet<ShownVersion>> RestingAsync(GroupKey group, CancellationToken cancellationToken) =>
        (await reports.OpenCountsAsync(group, cancellationToken)).Where(pair => pair.Value >= ReportRules.HidesAt).Select(pair => pair.Key).ToHashSet();

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var gate in _gates)
        {
            gate.Dispose();
        }
    }

    private async Task<Outcome<DailyPost>> PlanAsync(Schedule schedule, LocalDate date, int slot, CancellationToken cancellationToken)
    {
        using var turn = await TurnAsync(schedule.Channel, cancellationToken);
        if (await PickAsync(schedule, not: null, cancellationToken) is not ({ } item, var reason))
        {
            return new Refusal("pool-empty", $"The bank has no question for domain {schedule.Domain}.", "Choose another domain or exam.");
        }

        while (true)
        {
            var saved = await store.PlanAsync(Draft(schedule, item, date, slot) with { Note = reason }, cancellationToken);
            if (saved.State == PostState.Planned)
            {
                return saved;
            }

            // The date had its question already, at an earlier time of the schedule.
            (date, slot) = slot == 0 ? (PostingTimes.NextDate(schedule, date), 0) : (date, slot + 1);
        }
    }

    private DailyPost Draft(Schedule schedule, Item item, LocalDate date, int slot) => new()
    {
        Id = default,
        Schedule = schedule.Id,
        Channel = schedule.Channel,
        Date = date,
        Slot = slot,
        Item = item.Id,
        ItemVersion = item.Version,
        Presentation = Presentation.Draw(item, new Random(seed())),
        State = PostState.Planned,
        Feedback = FeedbackMode.Immediate,
        DueAt = slot == 0 ? PostingTimes.At(schedule, date) : clock.Now(),
    };

    /// <returns>The item, and why it was preferred: empty when it was not.</returns>
    private async Task<(Item? Item, string Reason)> PickAsync(Schedule schedule, ItemId? not, CancellationToken cancellationToken)
    {
        var channel = await channels.FindAsync(schedule.Channel, cancellationToken);
        var snapshot = content.Current;
        if (channel is null || snapshot.Exam(channel.Exam)?.Domain(schedule.Domain) is not { } domain)
        {
            return (null, "");
        }

        var uses = await store.UseCountsAsync(schedule.Channel, schedule.Domain, cancellationToken);
        var pool = snapshot.Pool(channel.Exam, schedule.Domain);
        var resting = await RestingAsync(schedule.Channel.Group, cancellationToken);
        var open = pool.Where(item => !resting.Contains(new(item.Id, item.Version))).ToArray();
        // Where everything was reported, a plan is kept all the same: its post is left out when it is due, and the next date tries again.
        IReadOnlyList<Item> items = open.Length > 0 ? open : pool;
        if (advice is null || !channel.PicksColdest)
        {
            return (ItemPicker.Pick(items, domain, uses, new Random(seed()), not), "");
        }

        var wanted = await advice.AdviseAsync(channel, domain, items, cancellationToken);
        var recent = (await store.RecentAsync(schedule.Channel, RecentPosts, cancellationToken)).Where(post => not is null || post.Item != not);
        var (item, reason) = ItemPicker.Pick(items, domain, uses, wanted, [.. recent.Select(post => post.Item)], new Random(seed()), not);
        return (item, reason?.ToString() ?? "");
    }

    private async Task<IDisposable> TurnAsync(ChannelKey channel, CancellationToken cancellationToken)
    {
        var gate = _gates[(uint)channel.GetHashCode() % _gates.Length];
        await gate.WaitAsync(cancellationToken);
        return new Turn(gate);
    }

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}

using MlaBot.Core.Exams;
using MlaBot.Core.Questions;

namespace MlaBot.Core.Daily;

/// <summary>Picks the next item for a channel and domain.</summary>
/// <remarks>No item comes back in a channel before the whole pool was used; among what is left, the task that is furthest
/// behind its blueprint share comes first, then the blueprint point used least, then chance.</remarks>
public static class ItemPicker
{
    /// <summary>Picks an item.</summary>
    /// <param name="pool">The items of the exam and domain.</param>
    /// <param name="domain">The domain with the weights of its tasks.</param>
    /// <param name="uses">How often each item was used in the channel.</param>
    /// <param name="random">A seeded generator.</param>
    /// <param name="not">An item that must not be picked unless it is the only one; null for none.</param>
    /// <returns>The item; null when the pool is empty.</returns>
    public static Item? Pick(
        IReadOnlyList<Item> pool, ExamDomain domain, IReadOnlyDictionary<ItemId, int> uses, Random random, ItemId? not = null)
    {
        var fresh = Fresh(pool, uses, not);
        return fresh.Length == 0 ? null : Owed(fresh, pool, domain, uses, random);
    }

    /// <summary>Picks an item that advice prefers: the coldest of those that <see cref="TaskMix"/> has room for. Where there is none, it picks as
    /// without advice, from tasks that have room as long as there are such.</summary>
    /// <param name="pool">The items of the exam and domain.</param>
    /// <param name="domain">The domain with the weights of its tasks.</param>
    /// <param name="uses">How often each item was used in the channel.</param>
    /// <param name="advice">The preferred items; empty to pick without advice.</param>
    /// <param name="recent">The channel's questions of this domain, newest first.</param>
    /// <param name="random">A seeded generator.</param>
    /// <param name="not">An item that must not be picked unless it is the only one; null for none.</param>
    /// <returns>The item, null when the pool is empty, and why it was preferred, null when it was not.</returns>
    public static (Item? Item, PickReason? Reason) Pick(
        IReadOnlyList<Item> pool,
        ExamDomain domain,
        IReadOnlyDictionary<ItemId, int> uses,
        IReadOnlyDictionary<ItemId, PickReason> advice,
        IReadOnlyList<ItemId> recent,
        Random random,
        ItemId? not = null)
    {
        var fresh = Fresh(pool, uses, not);
        if (advice.Count == 0 || fresh.Length == 0)
        {
            return (Pick(pool, domain, uses, random, not), null);
        }

        var places = Places(pool, domain);
        var mix = new TaskMix(domain, recent.Where(places.ContainsKey).Select(item => places[item].Task));
        var open = fresh.Where(item => mix.HasRoom(places[item.Id].Task)).ToArray();
        var wanted = open.Where(item => advice.ContainsKey(item.Id)).ToArray();
        if (wanted.Length == 0)
        {
            return (Owed(open.Length > 0 ? open : fresh, pool, domain, uses, random), null);
        }

        var coldest = wanted.Min(item => advice[item.Id].Share);
        var item = Owed([.. wanted.Where(item => advice[item.Id].Share <= coldest)], pool, domain, uses, random);
        return (item, advice[item.Id]);
    }

    private static Item[] Fresh(IReadOnlyList<Item> pool, IReadOnlyDictionary<ItemId, int> uses, ItemId? not)
    {
        var open = pool.Count > 1 ? [.. pool.Where(item => item.Id != not)] : pool;
        var fewest = open.Count == 0 ? 0 : open.Min(item => uses.GetValueOrDefault(item.Id));
        return [.. open.Where(item => uses.GetValueOrDefault(item.Id) == fewest)];
    }

    private static Item Owed(Item[] fresh, IReadOnlyList<Item> pool, ExamDomain domain, IReadOnlyDictionary<ItemId, int> uses, Random random)
    {
        var places = Places(pool, domain);
        var task = MostOwed(fresh, pool, domain, places, uses);
        var points = pool.GroupBy(item => places[item.Id]).ToDictionary(group => group.Key, group => group.Sum(item => uses.GetValueOrDefault(item.Id)));
        var ofTask = fresh.Where(item => places[item.Id].Task == task).ToArray();
        var rarest = ofTask.Min(item => points[places[item.Id]]);
        var finalists = ofTask.Where(item => points[places[item.Id]] == rarest).ToArray();
        return finalists[random.Next(finalists.Length)];
    }

    /// <summary>How many items of a pool are left before the first repeat.</summary>
    public static int Left(IReadOnlyList<Item> pool, IReadOnlyDictionary<ItemId, int> uses)
    {
        if (pool.Count == 0)
        {
            return 0;
        }

        var fewest = pool.Min(item => uses.GetValueOrDefault(item.Id));
        return pool.Count(item => uses.GetValueOrDefault(item.Id) == fewest);
    }

    private static TaskId MostOwed(
        Item[] fresh, IReadOnlyList<Item> pool, ExamDomain domain, Dictionary<ItemId, BlueprintId> places, IReadOnlyDictionary<ItemId, int> uses)
    {
        var tasks = fresh.Select(item => places[item.Id].Task).Distinct().ToArray();
        var posted = pool.GroupBy(item => places[item.Id].Task).ToDictionary(group => group.Key, group => group.Sum(item => uses.GetValueOrDefault(item.Id)));
        var total = posted.Values.Sum();
        var weights = domain.Tasks.ToDictionary(task => task.Id, task => (double)Math.Max(1, task.BankTarget));
        var sum = weights.Values.Sum();
        return tasks
            .OrderByDescending(task => (weights.GetValueOrDefault(task, 1) / sum * (total + 1)) - posted.GetValueOrDefault(task))
            .ThenBy(task => task.Value, StringComparer.Ordinal)
            .First();
    }

    // An item of two exams counts where the exam of this domain has it, which need not be its own main point.
    private static Dictionary<ItemId, BlueprintId> Places(IReadOnlyList<Item> pool, ExamDomain domain)
    {
        var known = domain.Tasks.SelectMany(task => task.Points).Select(point => point.Id).ToHashSet();
        return pool.ToDictionary(item => item.Id, item => item.Blueprint.Where(known.Contains).DefaultIfEmpty(item.Blueprint[0]).First());
    }
}

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
        var open = pool.Count > 1 ? [.. pool.Where(item => item.Id != not)] : pool;
        if (open.Count == 0)
        {
            return null;
        }

        var fewest = open.Min(item => uses.GetValueOrDefault(item.Id));
        var fresh = open.Where(item => uses.GetValueOrDefault(item.Id) == fewest).ToArray();
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

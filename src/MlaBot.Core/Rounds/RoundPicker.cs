using MlaBot.Core.Content;
using MlaBot.Core.Daily;
using MlaBot.Core.Exams;
using MlaBot.Core.Questions;
using MlaBot.Core.Reports;

namespace MlaBot.Core.Rounds;

/// <summary>Picks the items of a round: domains by their weights, and in each the items that the channel has seen least.</summary>
public static class RoundPicker
{
    /// <summary>Picks items, each once.</summary>
    /// <param name="content">The bank.</param>
    /// <param name="exam">The channel's exam.</param>
    /// <param name="options">How many, and from where.</param>
    /// <param name="uses">How often each item was used in the channel.</param>
    /// <param name="resting">The versions that were reported.</param>
    /// <param name="random">A seeded generator.</param>
    /// <returns>As many as wanted, or fewer when the bank has no more; the parts of one case follow each other in no order that matters.</returns>
    public static IReadOnlyList<ItemId> Pick(
        ContentSnapshot content, Exam exam, RoundOptions options, IReadOnlyDictionary<ItemId, int> uses, IReadOnlySet<ShownVersion> resting, Random random)
    {
        var domains = exam.Domains.Where(domain => options.Domains.Count == 0 || options.Domains.Contains(domain.Id)).ToArray();
        var pools = domains.ToDictionary(
            domain => domain.Id, domain => content.Pool(exam.Id, domain.Id).Where(item => !resting.Contains(new(item.Id, item.Version))).ToList());
        var used = new Dictionary<ItemId, int>(uses);
        var taken = domains.ToDictionary(domain => domain.Id, _ => 0);
        var picked = new List<ItemId>();
        while (picked.Count < options.Questions && domains.Where(domain => pools[domain.Id].Count > 0).ToArray() is { Length: > 0 } left)
        {
            // The domain that is furthest behind its share of the questions so far.
            var total = left.Sum(domain => domain.Weight);
            var soFar = left.Sum(domain => taken[domain.Id]);
            var next = left.MaxBy(domain => ((soFar + 1) * domain.Weight / (double)total) - taken[domain.Id])!;
            var item = ItemPicker.Pick(pools[next.Id], next, used, random)!;
            pools[next.Id].Remove(item);
            taken[next.Id]++;
            used[item.Id] = used.GetValueOrDefault(item.Id) + 1;
            picked.Add(item.Id);
        }

        return picked;
    }
}

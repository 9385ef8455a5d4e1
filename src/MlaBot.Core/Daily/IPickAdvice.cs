using MlaBot.Core.Channels;
using MlaBot.Core.Exams;
using MlaBot.Core.Questions;

namespace MlaBot.Core.Daily;

/// <summary>Knows which items a channel needs most.</summary>
public interface IPickAdvice
{
    /// <summary>The items of a pool that should come before others, with the reason for each.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="domain">The domain in the channel's exam.</param>
    /// <param name="pool">The items of the domain.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Empty when the channel wants no advice, or there is none.</returns>
    Task<IReadOnlyDictionary<ItemId, PickReason>> AdviseAsync(
        Channel channel, ExamDomain domain, IReadOnlyList<Item> pool, CancellationToken cancellationToken);
}

/// <summary>Why an item should come before others.</summary>
/// <param name="Task">The task that the group finds hard.</param>
/// <param name="Service">The slug of the service within it; null for the task as a whole.</param>
/// <param name="Share">The share of right answers that the group reaches there, from 0 to 1. The lowest comes first.</param>
public sealed record PickReason(TaskId Task, string? Service, double Share)
{
    /// <summary>The reason in a few words, for admins.</summary>
    public override string ToString() => FormattableString.Invariant($"the group is cold at task {Task}{(Service is null ? "" : $", {Service}")}: {Share * 100:0} % right");
}

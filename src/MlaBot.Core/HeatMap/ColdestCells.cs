using MlaBot.Core.Channels;
using MlaBot.Core.Content;
using MlaBot.Core.Daily;
using MlaBot.Core.Exams;
using MlaBot.Core.Questions;

namespace MlaBot.Core.HeatMap;

/// <summary>Tells the planner which items lie in cells of the heat map that are colder than its mean.</summary>
public sealed class ColdestCells(ReadHeatMap heat, IContentSource content) : IPickAdvice
{
    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<ItemId, PickReason>> AdviseAsync(
        Channel channel, ExamDomain domain, IReadOnlyList<Item> pool, CancellationToken cancellationToken)
    {
        if (!channel.PicksColdest || content.Current.Bank(channel.Exam) is not { } bank)
        {
            return new Dictionary<ItemId, PickReason>();
        }

        var map = (await heat.OfAsync(channel, cancellationToken)).Cells;
        var tasks = domain.Tasks.ToDictionary(task => task.Id, task => map.Sum(cell => cell.Task == task.Id));
        var advice = new Dictionary<ItemId, PickReason>();
        foreach (var item in pool)
        {
            // A service's own cell tells more than its task, which holds for the items whose services are not known well enough.
            var (task, service) = (bank.TaskOf(item), ReadHeatMap.Service(item.Services));
            var own = service is null ? null : map.Sum(cell => cell.Task == task && cell.Service == service);
            if ((own ?? tasks.GetValueOrDefault(task)) is { } sum && sum.Share < map.Mean)
            {
                advice.Add(item.Id, new PickReason(task, own is null ? null : service, sum.Share));
            }
        }

        return advice;
    }
}

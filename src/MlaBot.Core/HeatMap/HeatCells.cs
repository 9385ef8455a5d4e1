using MlaBot.Core.Exams;

namespace MlaBot.Core.HeatMap;

/// <summary>What a group gets right, by task and service.</summary>
/// <remarks>
/// <para>Privacy. Every answer belongs to exactly one smallest cell: the task of its question and the service that the question names first. A cell
/// with fewer than <see cref="HeatRules.People"/> people or <see cref="HeatRules.Answers"/> answers is put together with the other small ones of its
/// task; when that is still too little, its answers are left out of everything: of totals, of the mean that shares are drawn to, of the order of
/// cells and of the picks. So whatever is shown is a sum of whole cells that are each large enough, and so is every difference of two such
/// sums: taking a total apart gives nothing that was not shown already, and an answer that is left out changes nothing that anybody can see.</para>
/// <para>Somebody who compares the maps of two days learns at most what the questions revealed between them added. A reveal tells nearly the same, but
/// it shows last answers where they may be changed until the close, and the map counts first ones. Therefore no question counts before its reveal, and
/// none that fewer than <see cref="HeatRules.People"/> people answered: what is added is always a sum over that many.</para>
/// </remarks>
public sealed class HeatCells
{
    private HeatCells(IReadOnlyList<HeatCell> cells)
    {
        All = cells;
        var all = Tally(_ => true);
        Mean = all.Answers == 0 ? 0 : (double)all.Right / all.Answers;
    }

    /// <summary>The smallest cells that are large enough, by task and service.</summary>
    public IReadOnlyList<HeatCell> All { get; }

    /// <summary>The share that is right of all that is shown, from 0 to 1; 0 while nothing is.</summary>
    public double Mean { get; }

    /// <summary>Adds up questions.</summary>
    /// <param name="questions">The task of each question, the service that it names first (null for none), and its attempts, one a
    /// person. Those with fewer than <see cref="HeatRules.People"/> are left out.</param>
    public static HeatCells Of(IEnumerable<(TaskId Task, string? Service, IReadOnlyList<Attempt> Attempts)> questions) => new(
    [
        .. questions
            .Where(question => question.Attempts.Count >= HeatRules.People)
            .GroupBy(question => question.Task)
            .OrderBy(task => task.Key.Value, StringComparer.Ordinal)
            .SelectMany(task => OfTask(task.Key, task.GroupBy(question => question.Service, question => question.Attempts, StringComparer.Ordinal))),
    ]);

    /// <summary>The sum of some cells.</summary>
    /// <returns>Null when no cell is among them: not enough is known yet.</returns>
    public HeatSum? Sum(Func<HeatCell, bool> cells)
    {
        var tally = Tally(cells);
        return tally.Answers == 0 ? null : new HeatSum(tally.Answers, tally.People, Share(tally));
    }

    private double Share(HeatTally tally) => (tally.Right + (HeatRules.Prior * Mean)) / (tally.Answers + HeatRules.Prior);

    private HeatTally Tally(Func<HeatCell, bool> cells)
    {
        var sum = new HeatTally();
        foreach (var cell in All.Where(cells))
        {
            sum.Add(cell.Tally);
        }

        return sum;
    }

    private static IEnumerable<HeatCell> OfTask(TaskId task, IEnumerable<IGrouping<string?, IReadOnlyList<Attempt>>> services)
    {
        var rest = new HeatTally();
        foreach (var service in services.OrderBy(service => service.Key, StringComparer.Ordinal))
        {
            var tally = new HeatTally();
            foreach (var attempts in service)
            {
                tally.Add(attempts);
            }

            if (service.Key is not null && tally.IsEnough)
            {
                yield return new HeatCell(task, service.Key, tally);
            }
            else
            {
                rest.Add(tally);
            }
        }

        if (rest.IsEnough)
        {
            yield return new HeatCell(task, null, rest);
        }
    }
}

/// <summary>A smallest cell.</summary>
/// <param name="Task">The task.</param>
/// <param name="Service">The slug of the service; null for all services of the task that are too small for a cell of their own.</param>
/// <param name="Tally">What was answered.</param>
public sealed record HeatCell(TaskId Task, string? Service, HeatTally Tally);

/// <summary>The sum of some cells as it is shown.</summary>
/// <param name="Answers">How many answers; at least <see cref="HeatRules.Answers"/>.</param>
/// <param name="People">From how many people; at least <see cref="HeatRules.People"/>.</param>
/// <param name="Share">The share that is right, drawn to the mean; from 0 to 1.</param>
public sealed record HeatSum(int Answers, int People, double Share)
{
    /// <summary>The share in whole percent.</summary>
    public int Percent => (int)Math.Round(Share * 100, MidpointRounding.AwayFromZero);
}

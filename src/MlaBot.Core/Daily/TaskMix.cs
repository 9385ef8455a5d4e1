using MlaBot.Core.Exams;

namespace MlaBot.Core.Daily;

/// <summary>Keeps the blueprint's mix of tasks while the items of some are preferred.</summary>
/// <remarks>Of the last <see cref="Window"/> questions of a domain in a channel, a task gets at most twice its share, and never so many that the other
/// tasks together get less than half of theirs. Shares are those of the bank's targets; the number is rounded up.</remarks>
public sealed class TaskMix
{
    /// <summary>How many questions are looked at, the next one among them.</summary>
    public const int Window = 20;

    private readonly Dictionary<TaskId, double> _shares;
    private readonly TaskId[] _recent;

    /// <summary>Makes the mix as it stands.</summary>
    /// <param name="domain">The domain with the weights of its tasks.</param>
    /// <param name="recent">The tasks of the domain's questions, newest first.</param>
    public TaskMix(ExamDomain domain, IEnumerable<TaskId> recent)
    {
        var sum = domain.Tasks.Sum(task => Math.Max(1, task.BankTarget));
        _shares = domain.Tasks.ToDictionary(task => task.Id, task => (double)Math.Max(1, task.BankTarget) / sum);
        _recent = [.. recent.Take(Window - 1)];
    }

    /// <summary>The most questions that a task may have of some.</summary>
    /// <param name="share">The task's share, from 0 to 1.</param>
    /// <param name="questions">How many questions are looked at.</param>
    public static int Most(double share, int questions) => (int)Math.Ceiling((Math.Min(2 * share, (1 + share) / 2) * questions) - 1e-9);

    /// <summary>True when one more question of a task stays within the mix. A task that the exam does not name may have one.</summary>
    public bool HasRoom(TaskId task) =>
        _recent.Count(each => each == task) + 1 <= Math.Max(1, Most(_shares.GetValueOrDefault(task), _recent.Length + 1));
}

namespace MlaBot.Lint.Rules;

/// <summary>The bank is spread over the tasks as its plan says.</summary>
internal sealed class TaskShare : ILintRule
{
    private const double Tolerance = 0.10;

    public string Name => "task-share";

    public LintKind Kind => LintKind.Bank;

    public string Target => "each task within 10% of its planned share";

    public LintMeasure Check(LintBank bank)
    {
        var tasks = bank.Exam.Tasks.Where(task => task.BankTarget > 0).Select(task => (
            Task: task,
            Count: bank.Items.Count(item => bank.Places.TaskOf(item) == task.Id),
            Wanted: (double)task.BankTarget / bank.Target * bank.Items.Count)).ToArray();
        LintFinding[] findings =
        [
            .. tasks
                .Where(entry => Math.Abs(entry.Count - entry.Wanted) > Tolerance * entry.Wanted)
                .Select(entry => new LintFinding([], $"task {entry.Task.Id} has {entry.Count} items; its share of {bank.Items.Count} is {entry.Wanted:0.#}")),
        ];
        return new LintMeasure($"{tasks.Length - findings.Length} of {tasks.Length} tasks", findings.Length == 0 && bank.Items.Count > 0, findings);
    }
}

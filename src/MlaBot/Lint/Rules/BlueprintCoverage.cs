using MlaBot.Lint.Measures;

namespace MlaBot.Lint.Rules;

/// <summary>Every point of the blueprint is asked about.</summary>
internal sealed class BlueprintCoverage : ILintRule
{
    private const int Least = 3;
    private const int LeastMedian = 4;

    public string Name => "blueprint-coverage";

    public LintKind Kind => LintKind.Bank;

    public string Target => $"every point at least {Least} items; median at least {LeastMedian}";

    public LintMeasure Check(LintBank bank)
    {
        var counts = bank.Items.SelectMany(item => item.Blueprint).CountBy(point => point).ToDictionary();
        var points = bank.Exam.Tasks.SelectMany(task => task.Points).Select(point => (point.Id, Count: counts.GetValueOrDefault(point.Id))).ToArray();
        var median = Shares.Median(points.Select(point => (double)point.Count));
        LintFinding[] findings =
        [
            .. points.Where(point => point.Count < Least).Select(point => new LintFinding([], $"{point.Id} has {point.Count} items")),
        ];
        return new LintMeasure(
            $"{points.Length - findings.Length} of {points.Length} points; median {median:0.#}", findings.Length == 0 && median >= LeastMedian, findings);
    }
}

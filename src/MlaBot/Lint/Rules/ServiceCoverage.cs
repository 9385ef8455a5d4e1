namespace MlaBot.Lint.Rules;

/// <summary>Every service of the exam's list is asked about, core services often.</summary>
internal sealed class ServiceCoverage : ILintRule
{
    public string Name => "service-coverage";

    public LintKind Kind => LintKind.Bank;

    public string Target => $"in scope: at least {ServiceTargets.Other} item, {ServiceTargets.Active} when active; core: {ServiceTargets.Core}";

    public LintMeasure Check(LintBank bank)
    {
        var counts = bank.Items.SelectMany(item => item.Services).CountBy(slug => slug, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var wanted = bank.Content.Services.Select(service => (service, Least: ServiceTargets.Least(service, bank.Exam))).Where(pair => pair.Least > 0).ToArray();
        LintFinding[] findings =
        [
            .. from pair in wanted
               let count = counts.GetValueOrDefault(pair.service.Slug)
               where count < pair.Least
               select new LintFinding([], $"{pair.service.Slug} has {count} of {pair.Least} items"),
        ];
        return new LintMeasure($"{wanted.Length - findings.Length} of {wanted.Length} services", findings.Length == 0, findings);
    }
}

using MlaBot.Core.Services;

namespace MlaBot.Lint.Rules;

/// <summary>Every service of the exam's list is asked about, core services often.</summary>
internal sealed class ServiceCoverage : ILintRule
{
    private const int LeastCore = 6;
    private const int LeastActive = 2;
    private const int LeastOther = 1;

    public string Name => "service-coverage";

    public LintKind Kind => LintKind.Bank;

    public string Target => $"in scope: at least {LeastOther} item, {LeastActive} when active; core: {LeastCore}";

    public LintMeasure Check(LintBank bank)
    {
        var counts = bank.Items.SelectMany(item => item.Services).CountBy(slug => slug, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var wanted = bank.Content.Services.Select(service => (service, Least: Wanted(service, bank))).Where(pair => pair.Least > 0).ToArray();
        LintFinding[] findings =
        [
            .. from pair in wanted
               let count = counts.GetValueOrDefault(pair.service.Slug)
               where count < pair.Least
               select new LintFinding([], $"{pair.service.Slug} has {count} of {pair.Least} items"),
        ];
        return new LintMeasure($"{wanted.Length - findings.Length} of {wanted.Length} services", findings.Length == 0, findings);
    }

    private static int Wanted(ServiceEntry service, LintBank bank)
    {
        if (bank.Exam.CoreServices.Contains(service.Slug, StringComparer.Ordinal))
        {
            return LeastCore;
        }

        var isInScope = service.Scope.GetValueOrDefault(bank.Exam.Id, ExamScope.Unlisted) is ExamScope.InScope;
        var isOpen = service.Status.State is ServiceState.Active or ServiceState.Renamed;
        return isInScope ? isOpen ? LeastActive : LeastOther : 0;
    }
}

using MlaBot.Lint.Measures;

namespace MlaBot.Lint.Rules;

/// <summary>About half of the scenarios turn on a qualifier.</summary>
internal sealed class QualifierShare : ILintRule
{
    public string Name => "qualifier-share";

    public LintKind Kind => LintKind.Bank;

    public string Target => "45-65% of scenario items";

    public LintMeasure Check(LintBank bank)
    {
        var share = Shares.Percent(bank.Scenarios.Count(item => item.Qualifier is not null), bank.Scenarios.Count);
        return new LintMeasure($"{Shares.Show(share)} of {bank.Scenarios.Count}", share is >= 45 and <= 65, []);
    }
}

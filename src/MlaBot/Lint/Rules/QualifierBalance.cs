using MlaBot.Lint.Measures;

namespace MlaBot.Lint.Rules;

/// <summary>No qualifier is asked for again and again.</summary>
internal sealed class QualifierBalance : ILintRule
{
    private const double Most = 35;

    public string Name => "qualifier-balance";

    public LintKind Kind => LintKind.Bank;

    public string Target => $"no qualifier above {Most}% of those";

    public LintMeasure Check(LintBank bank)
    {
        var qualifiers = bank.Scenarios.Select(item => item.Qualifier).OfType<string>().ToArray();
        var top = qualifiers.CountBy(qualifier => qualifier, StringComparer.Ordinal).OrderByDescending(pair => pair.Value).FirstOrDefault();
        var share = Shares.Percent(top.Value, qualifiers.Length);
        return new LintMeasure(top.Key is null ? "none" : $"{top.Key} {Shares.Show(share)}", share <= Most, []);
    }
}

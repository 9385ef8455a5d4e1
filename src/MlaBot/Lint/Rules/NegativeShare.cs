using MlaBot.Core.Questions;
using MlaBot.Lint.Measures;

namespace MlaBot.Lint.Rules;

/// <summary>Hardly any question asks for what does not hold.</summary>
internal sealed class NegativeShare : ILintRule
{
    private const double Most = 2;

    public string Name => "negative-share";

    public LintKind Kind => LintKind.Bank;

    public string Target => $"at most {Most}% of stems";

    public LintMeasure Check(LintBank bank)
    {
        Item[] negative = [.. bank.Items.Where(NegativeWording.IsNegative)];
        var share = Shares.Percent(negative.Length, bank.Items.Count);
        return new LintMeasure(Shares.Show(share), share <= Most, [.. negative.Select(item => new LintFinding(item, "the question is negative"))]);
    }
}

using MlaBot.Lint.Measures;

namespace MlaBot.Lint.Rules;

/// <summary>The bank is spread over the domains as the exam is.</summary>
internal sealed class DomainShare : ILintRule
{
    public string Name => "domain-share";

    public LintKind Kind => LintKind.Bank;

    public string Target => "within 1 point of the exam's weights";

    public LintMeasure Check(LintBank bank)
    {
        var shares = bank.Exam.Domains
            .Select(domain => (domain, Share: Shares.Percent(bank.Items.Count(item => bank.Places.DomainOf(item) == domain.Id), bank.Items.Count)))
            .ToArray();
        return new LintMeasure(
            string.Join(" / ", shares.Select(pair => $"{pair.Share:0.0}")),
            Array.TrueForAll(shares, pair => Math.Abs(pair.Share - pair.domain.Weight) <= 1),
            [.. shares.Where(pair => Math.Abs(pair.Share - pair.domain.Weight) > 1).Select(pair => new LintFinding([], $"domain {pair.domain.Id} has {pair.Share:0.0}%, weight {pair.domain.Weight}%"))]);
    }
}

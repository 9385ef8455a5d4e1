using MlaBot.Lint.Measures;
using MlaBot.Lint.Words;

namespace MlaBot.Lint.Rules;

/// <summary>Stems begin differently.</summary>
internal sealed class Openings : ILintRule
{
    private const double Most = 8;

    public string Name => "openings";

    public LintKind Kind => LintKind.Bank;

    public string Target => $"no first three words shared by more than {Most}% of stems";

    public LintMeasure Check(LintBank bank)
    {
        var groups = bank.Items
            .GroupBy(item => string.Join(' ', Tokens.Lower(item.Stem).Take(3)), StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .ToArray();
        return new LintMeasure(
            groups.Length == 0 ? "none" : $"\"{groups[0].Key}\" {Shares.Show(Shares.Percent(groups[0].Count(), bank.Items.Count))}",
            groups.Length == 0 || Shares.Percent(groups[0].Count(), bank.Items.Count) <= Most,
            [.. groups.Where(group => Shares.Percent(group.Count(), bank.Items.Count) > Most).Select(group => new LintFinding([.. group], $"{group.Count()} stems begin with \"{group.Key}\""))]);
    }
}

using MlaBot.Lint.Measures;

namespace MlaBot.Lint.Rules;

/// <summary>No combination of key positions is common among multiple-response items.</summary>
internal sealed class KeyPairs : ILintRule
{
    private const double Most = 16;

    public string Name => "key-pairs";

    public LintKind Kind => LintKind.Bank;

    public string Target => $"no combination above {Most}%";

    public LintMeasure Check(LintBank bank)
    {
        var top = bank.Responses
            .CountBy(item => string.Concat(item.Options.Select((option, place) => option.IsCorrect ? "ABCDEF"[place].ToString() : "")))
            .OrderByDescending(pair => pair.Value)
            .FirstOrDefault();
        var share = Shares.Percent(top.Value, bank.Responses.Count);
        return new LintMeasure(top.Key is null ? "none" : $"{top.Key} {Shares.Show(share)}", share <= Most, []);
    }
}

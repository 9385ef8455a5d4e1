using MlaBot.Core.Questions;
using MlaBot.Lint.Measures;

namespace MlaBot.Lint.Rules;

/// <summary>The key is the longest, or the shortest, option about as often as chance makes it.</summary>
/// <param name="isLongest">True for the longest, false for the shortest.</param>
internal sealed class ExtremeKey(bool isLongest) : ILintRule
{
    public string Name => isLongest ? "longest-key" : "shortest-key";

    public LintKind Kind => LintKind.Bank;

    public string Target => $"key is the {(isLongest ? "longest" : "shortest")} option in 20-30% of items";

    public LintMeasure Check(LintBank bank)
    {
        ChoiceItem[] found = [.. bank.SingleKey.Where(IsExtreme)];
        var share = Shares.Percent(found.Length, bank.SingleKey.Count);
        return new LintMeasure(
            Shares.Show(share),
            share is >= 20 and <= 30,
            share > 30 ? [.. found.Select(item => new LintFinding(item, $"the key is the {(isLongest ? "longest" : "shortest")} option"))] : []);
    }

    private bool IsExtreme(ChoiceItem item)
    {
        var key = item.Options.First(option => option.IsCorrect).Text.Length;
        return item.Options.Where(option => !option.IsCorrect).All(option => isLongest ? option.Text.Length < key : option.Text.Length > key);
    }
}

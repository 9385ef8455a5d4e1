using MlaBot.Lint.Measures;

namespace MlaBot.Lint.Rules;

/// <summary>On the whole, keys are as long as distractors.</summary>
internal sealed class KeyLengthMedian : ILintRule
{
    public string Name => "key-length-median";

    public LintKind Kind => LintKind.Bank;

    public string Target => "median 0.92-1.08 times the mean distractor";

    public LintMeasure Check(LintBank bank)
    {
        var median = Shares.Median(bank.Choices.Select(KeyLength.Ratio));
        return new LintMeasure($"{median:0.00}", median is >= 0.92 and <= 1.08, []);
    }
}

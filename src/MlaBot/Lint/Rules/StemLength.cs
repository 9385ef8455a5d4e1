using MlaBot.Lint.Measures;
using MlaBot.Lint.Words;

namespace MlaBot.Lint.Rules;

/// <summary>Stems are as long as on the exam.</summary>
internal sealed class StemLength : ILintRule
{
    public string Name => "stem-length";

    public LintKind Kind => LintKind.Bank;

    public string Target => "median 60-80 words";

    public LintMeasure Check(LintBank bank)
    {
        var median = Shares.Median(bank.Stems.Select(item => (double)Tokens.Count(item.Stem)));
        return new LintMeasure($"{median:0.#} words", median is >= 60 and <= 80, []);
    }
}

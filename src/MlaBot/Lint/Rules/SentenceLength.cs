using MlaBot.Lint.Measures;
using MlaBot.Lint.Words;

namespace MlaBot.Lint.Rules;

/// <summary>Sentences of stems stay short.</summary>
internal sealed class SentenceLength : ILintRule
{
    private const double Most = 20;

    public string Name => "sentence-length";

    public LintKind Kind => LintKind.Bank;

    public string Target => $"mean at most {Most} words";

    public LintMeasure Check(LintBank bank)
    {
        var mean = Shares.Mean(bank.Stems.Select(item => Readability.WordsPerSentence(item.Stem)));
        return new LintMeasure(
            $"{mean:0.0} words",
            mean <= Most,
            [.. bank.Stems.Where(item => Readability.WordsPerSentence(item.Stem) > Most).Select(item =>
                new LintFinding(item, $"{Readability.WordsPerSentence(item.Stem):0.0} words a sentence"))]);
    }
}

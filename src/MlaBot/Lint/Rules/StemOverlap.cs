using MlaBot.Lint.Measures;
using MlaBot.Lint.Words;

namespace MlaBot.Lint.Rules;

/// <summary>Keys repeat the words of the stem no more than distractors do.</summary>
internal sealed class StemOverlap : ILintRule
{
    public string Name => "stem-overlap";

    public LintKind Kind => LintKind.Bank;

    public string Target => "mean overlap of keys minus that of distractors within +-0.02";

    public LintMeasure Check(LintBank bank)
    {
        var difference = Shares.Mean(bank.Choices.Select(item =>
        {
            var stem = ContentWords.Of(item.Stem);
            var overlaps = item.Options.ToLookup(option => option.IsCorrect, option => ContentWords.Overlap(stem, ContentWords.Of(option.Text)));
            return Shares.Mean(overlaps[true]) - Shares.Mean(overlaps[false]);
        }));
        return new LintMeasure($"{difference:+0.000;-0.000;0.000}", Math.Abs(difference) <= 0.02, []);
    }
}

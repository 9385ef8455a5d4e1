using MlaBot.Lint.Measures;
using MlaBot.Lint.Words;

namespace MlaBot.Lint.Rules;

/// <summary>Stems read like the exam's: neither simpler nor harder.</summary>
internal sealed class ReadingGrade : ILintRule
{
    public string Name => "reading-grade";

    public LintKind Kind => LintKind.Bank;

    public string Target => "mean Flesch-Kincaid grade of stems 9-13";

    public LintMeasure Check(LintBank bank)
    {
        var mean = Shares.Mean(bank.Stems.Select(item => Readability.Grade(item.Stem)));
        return new LintMeasure(
            $"{mean:0.0}",
            mean is >= 9 and <= 13,
            [.. bank.Stems.Where(item => Readability.Grade(item.Stem) is < 9 or > 13).Select(item =>
                new LintFinding(item, $"grade {Readability.Grade(item.Stem):0.0}"))]);
    }
}

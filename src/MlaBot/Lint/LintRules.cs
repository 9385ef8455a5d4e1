using MlaBot.Lint.Rules;

namespace MlaBot.Lint;

/// <summary>The one list of rules, in the order of the report.</summary>
internal static class LintRules
{
    /// <summary>All rules: first those about items and the catalogue, then those about the bank.</summary>
    public static IReadOnlyList<ILintRule> All { get; } =
    [
        new ForbiddenPhrases(),
        new ResponseWording(),
        new Explanations(),
        new ExplanationRepeats(),
        new Misconceptions(),
        new References(),
        new ExamFit(),
        new ReviewRows(),
        new ReviewRecord(),
        new LimitSources(),
        new ComparisonForm(),
        new StatusKey(),
        new StatusNote(),
        new StepOrder(),
        new NumberLadders(),
        new OptionWords(),
        new StemWords(),
        new KeyLength(),
        new NegativeWording(),
        new QualifierWording(),
        new NearDuplicates(),
        new RepeatedKeys(),
        new KeyPosition(),
        new KeyRuns(),
        new KeyPairs(),
        new ExtremeKey(isLongest: true),
        new ExtremeKey(isLongest: false),
        new KeyLengthMedian(),
        new StemOverlap(),
        new SharedWords(),
        new AbsoluteWords(),
        new DomainShare(),
        new TaskShare(),
        new BlueprintCoverage(),
        new ServiceCoverage(),
        new KeyServices(),
        new StemLength(),
        new SentenceLength(),
        new ReadingGrade(),
        new QualifierShare(),
        new QualifierBalance(),
        new NegativeShare(),
        new Openings(),
    ];
}

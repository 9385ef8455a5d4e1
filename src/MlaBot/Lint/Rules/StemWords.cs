using MlaBot.Lint.Words;

namespace MlaBot.Lint.Rules;

/// <summary>No stem is too long to read.</summary>
internal sealed class StemWords : ILintRule
{
    private const int Most = 160;

    public string Name => "stem-words";

    public LintKind Kind => LintKind.Item;

    public string Target => $"at most {Most} words";

    public LintMeasure Check(LintBank bank) => LintMeasure.Of(
    [
        .. from item in bank.Items
           let words = Tokens.Count(item.Stem)
           where words > Most
           select new LintFinding(item, $"the stem has {words} words"),
    ]);
}

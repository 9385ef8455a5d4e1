using System.Text.RegularExpressions;
using MlaBot.Core.Questions;

namespace MlaBot.Lint.Rules;

/// <summary>An item has a qualifier exactly when its stem says one in capitals, and says one only.</summary>
internal sealed partial class QualifierWording : ILintRule
{
    public string Name => "qualifier-wording";

    public LintKind Kind => LintKind.Item;

    public string Target => "qualifier set when, and only when, the stem has it in capitals; one at most";

    public LintMeasure Check(LintBank bank) => LintMeasure.Of(
    [
        .. from item in bank.Items
           let count = Qualifier().Count(item.Stem)
           let sentence = Sentence(item, count)
           where sentence is not null
           select new LintFinding(item, sentence),
    ]);

    private static string? Sentence(Item item, int count) => (item.Qualifier, count) switch
    {
        (null, > 0) => $"the stem says {Qualifier().Match(item.Stem).Value}, and the item has no qualifier",
        (not null, 0) => $"the qualifier is {item.Qualifier}, and the stem has none in capitals",
        (_, > 1) => $"the stem has {count} qualifiers in capitals",
        _ => null,
    };

    [GeneratedRegex(
        @"\b(?:MOST|LEAST|FEWEST|FASTEST|LOWEST|HIGHEST|CHEAPEST|SHORTEST|SMALLEST|QUICKEST|BEST|MINIMUM|MAXIMUM|WITHOUT|LESS)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Qualifier();
}

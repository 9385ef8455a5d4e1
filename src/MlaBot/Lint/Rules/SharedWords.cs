using MlaBot.Core.Questions;
using MlaBot.Lint.Measures;
using MlaBot.Lint.Words;

namespace MlaBot.Lint.Rules;

/// <summary>Few items have a content word that stands in the stem and the key, and in no distractor.</summary>
internal sealed class SharedWords : ILintRule
{
    private const double Most = 15;

    public string Name => "shared-words";

    public LintKind Kind => LintKind.Bank;

    public string Target => $"stem and key alone share a word in at most {Most}% of items";

    public LintMeasure Check(LintBank bank)
    {
        LintFinding[] findings =
        [
            .. from item in bank.Choices
               let words = Shared(item)
               where words.Count > 0
               select new LintFinding(item, $"stem and key alone share {string.Join(", ", words.Order(StringComparer.Ordinal))}"),
        ];
        var share = Shares.Percent(findings.Length, bank.Choices.Count);
        return new LintMeasure(Shares.Show(share), share <= Most, findings);
    }

    private static HashSet<string> Shared(ChoiceItem item)
    {
        var words = ContentWords.Of(item.Stem);
        words.IntersectWith(ContentWords.Of(ItemPart.KeyText(item)));
        foreach (var distractor in item.Options.Where(option => !option.IsCorrect))
        {
            words.ExceptWith(ContentWords.Of(distractor.Text));
        }

        return words;
    }
}

using MlaBot.Core.Questions;

namespace MlaBot.Lint.Rules;

/// <summary>A second reader has answered each item without its key and looked its facts up, in the version that it has now.</summary>
internal sealed class ReviewRecord : ILintRule
{
    public string Name => "review-record";

    public LintKind Kind => LintKind.Item;

    public string Target => "every item has a row of its present version in reviews.tsv";

    public LintMeasure Check(LintBank bank)
    {
        LintFinding[] findings =
        [
            .. from item in bank.Items
               let sentence = Sentence(item, bank)
               where sentence is not null
               select new LintFinding(item, sentence),
        ];
        return new LintMeasure($"{bank.Items.Count - findings.Length} of {bank.Items.Count} items; {findings.Length} missing", findings.Length == 0, findings);
    }

    private static string? Sentence(Item item, LintBank bank) => bank.Reviews.Of(item) switch
    {
        null => "no second reader has recorded a review of it",
        { Version: { } version } when version != item.Version => $"the review is of version {version}, the item of version {item.Version}",
        _ => null,
    };
}

using MlaBot.Core.Questions;
using MlaBot.Lint.Reviews;

namespace MlaBot.Lint.Rules;

/// <summary>Each row of a review file is whole, about an item of its pack, and the only one about it.</summary>
internal sealed class ReviewRows : ILintRule
{
    public string Name => "review-rows";

    public LintKind Kind => LintKind.Item;

    public string Target => "version, date, agreed or rewritten, confirmed or corrected, what was looked up";

    public LintMeasure Check(LintBank bank) => LintMeasure.Of(
    [
        .. bank.Reviews.Faults.Select(sentence => new LintFinding([], sentence)),
        .. from row in bank.Reviews.Rows
           from sentence in Sentences(row, bank)
           select new LintFinding([], $"{row.Source}: {row.Item}: {sentence}"),
    ]);

    private static IEnumerable<string> Sentences(ReviewRow row, LintBank bank)
    {
        if (bank.Content.Item(new ItemId(row.Item)) is not { } item || ReviewBook.PackOf(item) != row.Pack)
        {
            yield return "there is no such item in this pack";
        }

        if (bank.Reviews.IsRepeated(row))
        {
            yield return "there is an earlier row about this item; keep one";
        }

        foreach (var fault in row.Faults)
        {
            yield return fault;
        }
    }
}

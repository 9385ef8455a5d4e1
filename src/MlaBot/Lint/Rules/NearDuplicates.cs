using MlaBot.Core.Questions;
using MlaBot.Lint.Measures;

namespace MlaBot.Lint.Rules;

/// <summary>No two problems are nearly the same.</summary>
/// <remarks>What is compared is the stem; with the steps of an ordering item and the prompts of a matching item, whose stems are
/// little more than an instruction.</remarks>
internal sealed class NearDuplicates : ILintRule
{
    private const double JaccardLimit = 0.50;
    private const double CosineLimit = 0.85;

    public string Name => "near-duplicates";

    public LintKind Kind => LintKind.Item;

    public string Target => $"no pair of stems with trigram Jaccard >= {JaccardLimit:0.00} or TF-IDF cosine >= {CosineLimit:0.00}";

    public LintMeasure Check(LintBank bank)
    {
        var similarity = new Similarity([.. bank.Items.Select(Problem)]);
        var findings = new List<LintFinding>();
        var (nearestJaccard, nearestCosine) = (0.0, 0.0);
        for (var left = 0; left < bank.Items.Count; left++)
        {
            for (var right = left + 1; right < bank.Items.Count; right++)
            {
                var (jaccard, cosine) = (similarity.Jaccard(left, right), similarity.Cosine(left, right));
                (nearestJaccard, nearestCosine) = (Math.Max(nearestJaccard, jaccard), Math.Max(nearestCosine, cosine));
                if (jaccard >= JaccardLimit || cosine >= CosineLimit)
                {
                    findings.Add(new LintFinding([bank.Items[left], bank.Items[right]], $"the stems are nearly the same (Jaccard {jaccard:0.00}, cosine {cosine:0.00})"));
                }
            }
        }

        return new LintMeasure($"highest Jaccard {nearestJaccard:0.00}, cosine {nearestCosine:0.00}", findings.Count == 0, findings);
    }

    private static string Problem(Item item) => item switch
    {
        OrderingItem ordering => $"{item.Stem} {string.Join(' ', ordering.Steps.Select(step => step.Text))}",
        MatchingItem matching => $"{item.Stem} {string.Join(' ', matching.Prompts.Select(prompt => prompt.Text))}",
        _ => item.Stem,
    };
}

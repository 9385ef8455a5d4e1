using MlaBot.Lint.Words;

namespace MlaBot.Lint.Rules;

/// <summary>Every option, step, prompt and spare response says why, in 12 to 45 words (8 to 45 outside options).</summary>
internal sealed class Explanations : ILintRule
{
    private const int Most = 45;

    public string Name => "explanations";

    public LintKind Kind => LintKind.Item;

    public string Target => "100%; 12-45 words (8-45 for steps, prompts, spare responses)";

    public LintMeasure Check(LintBank bank) => LintMeasure.Of(
    [
        .. from item in bank.Items
           from part in ItemPart.Of(item)
           where part.Why is not null
           let words = Tokens.Count(part.Why!)
           where words < part.LeastWhyWords || words > Most
           select new LintFinding(item, $"the why of {part.Label} has {words} words; {part.LeastWhyWords} to {Most} are wanted"),
    ]);
}

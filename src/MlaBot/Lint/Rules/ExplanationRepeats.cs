namespace MlaBot.Lint.Rules;

/// <summary>No two explanations of the bank are the same.</summary>
internal sealed class ExplanationRepeats : ILintRule
{
    public string Name => "explanation-repeats";

    public LintKind Kind => LintKind.Item;

    public string Target => "no two identical";

    public LintMeasure Check(LintBank bank) => LintMeasure.Of(
    [
        .. bank.Items
            .SelectMany(item => ItemPart.Of(item).Where(part => part.Why is { Length: > 0 }).Select(part => (item, part)))
            .GroupBy(pair => pair.part.Why!.Trim(), StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1)
            .Select(group => new LintFinding(
                [.. group.Select(pair => pair.item).Distinct()],
                $"the same why stands at {string.Join(", ", group.Select(pair => $"{pair.item.Id} {pair.part.Label}"))}")),
    ]);
}

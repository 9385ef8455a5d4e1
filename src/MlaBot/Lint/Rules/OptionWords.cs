using MlaBot.Lint.Words;

namespace MlaBot.Lint.Rules;

/// <summary>Options, steps, prompts and responses stay short.</summary>
internal sealed class OptionWords : ILintRule
{
    private const int Most = 35;

    public string Name => "option-words";

    public LintKind Kind => LintKind.Item;

    public string Target => $"at most {Most} words";

    public LintMeasure Check(LintBank bank) => LintMeasure.Of(
    [
        .. from item in bank.Items
           from part in ItemPart.Of(item)
           let words = Tokens.Count(part.Text)
           where words > Most
           select new LintFinding(item, $"{part.Label} has {words} words"),
    ]);
}

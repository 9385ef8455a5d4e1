using MlaBot.Core.Questions;

namespace MlaBot.Lint.Rules;

/// <summary>The shown order of steps is at least two swaps away from the key.</summary>
internal sealed class StepOrder : ILintRule
{
    private const int Least = 2;

    public string Name => "step-order";

    public LintKind Kind => LintKind.Item;

    public string Target => $"shown differs from the key by {Least} pairs or more";

    public LintMeasure Check(LintBank bank) => LintMeasure.Of(
    [
        .. from item in bank.Items.OfType<OrderingItem>()
           let distance = Presentation.KendallDistance(item.Key, item.Shown)
           where distance < Least
           select new LintFinding(item, $"the shown order differs from the key in {distance} pair{(distance == 1 ? "" : "s")} of steps"),
    ]);
}

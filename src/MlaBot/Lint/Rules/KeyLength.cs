using MlaBot.Core.Questions;

namespace MlaBot.Lint.Rules;

/// <summary>The key is neither much longer nor much shorter than the distractors.</summary>
internal sealed class KeyLength : ILintRule
{
    private const double Least = 0.6;
    private const double Most = 1.6;

    public string Name => "key-length";

    public LintKind Kind => LintKind.Item;

    public string Target => $"key {Least}-{Most} times the mean distractor";

    public LintMeasure Check(LintBank bank) => LintMeasure.Of(
    [
        .. from item in bank.Choices
           let ratio = Ratio(item)
           where ratio is < Least or > Most
           select new LintFinding(item, $"the key is {ratio:0.00} times as long as the mean distractor"),
    ]);

    /// <summary>Mean characters of the keys divided by mean characters of the distractors.</summary>
    public static double Ratio(ChoiceItem item) =>
        item.Options.Where(option => option.IsCorrect).Average(option => option.Text.Length)
        / Math.Max(1, item.Options.Where(option => !option.IsCorrect).Average(option => option.Text.Length));
}

namespace MlaBot.Lint.Rules;

/// <summary>The same key text does not answer too many items.</summary>
internal sealed class RepeatedKeys : ILintRule
{
    private const int Most = 6;

    public string Name => "repeated-keys";

    public LintKind Kind => LintKind.Item;

    public string Target => $"same key text in at most {Most} items";

    public LintMeasure Check(LintBank bank) => LintMeasure.Of(
    [
        .. bank.Choices
            .SelectMany(item => item.Options.Where(option => option.IsCorrect).Select(option => (item, option.Text)))
            .GroupBy(pair => pair.Text.Trim().TrimEnd('.'), pair => pair.item, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > Most)
            .Select(group => new LintFinding([.. group], $"\"{group.Key}\" is a key of {group.Count()} items")),
    ]);
}

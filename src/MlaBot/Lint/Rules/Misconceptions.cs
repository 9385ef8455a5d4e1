using MlaBot.Lint.Words;

namespace MlaBot.Lint.Rules;

/// <summary>Every wrong option names the confusion behind it.</summary>
internal sealed class Misconceptions : ILintRule
{
    private const int Least = 3;
    private const int Most = 10;

    public string Name => "misconceptions";

    public LintKind Kind => LintKind.Item;

    public string Target => $"every wrong option, {Least}-{Most} words";

    public LintMeasure Check(LintBank bank) => LintMeasure.Of(
    [
        .. from item in bank.Choices
           from option in item.Options
           where !option.IsCorrect
           let words = Tokens.Count(option.Misconception ?? "")
           where words is < Least or > Most
           select new LintFinding(item, $"the misconception of option {option.Id} {(words == 0 ? "is missing" : $"has {words} words")}"),
    ]);
}

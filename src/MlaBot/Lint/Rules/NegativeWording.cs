using System.Text.RegularExpressions;
using MlaBot.Core.Questions;
using MlaBot.Lint.Words;

namespace MlaBot.Lint.Rules;

/// <summary>A question that asks for what does not hold says NOT or EXCEPT in capitals.</summary>
internal sealed partial class NegativeWording : ILintRule
{
    public string Name => "negative-wording";

    public LintKind Kind => LintKind.Item;

    public string Target => "NOT and EXCEPT in capitals";

    public LintMeasure Check(LintBank bank) => LintMeasure.Of(
    [
        .. from item in bank.Choices
           let match = Quiet().Match(Tokens.Question(item.Stem))
           where match.Success
           select new LintFinding(item, $"the question says \"{match.Value}\" without capitals"),
    ]);

    /// <summary>True when the question asks for what does not hold.</summary>
    public static bool IsNegative(Item item) => Tokens.Question(item.Stem) is var question && (Loud().IsMatch(question) || Quiet().IsMatch(question));

    // "Which service is not ..." at the head of the question; "without" and a "not" further on are part of the goal.
    [GeneratedRegex(
        @"^(?:Which|What)(?: \w+){0,3} (?:is|are|was|were|do|does|did|can|could|should|would|will) not\b|\bexcept\b|^(?:Which|What)(?: \w+){0,3} cannot\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quiet();

    [GeneratedRegex(@"\b(?:NOT|EXCEPT)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Loud();
}

using System.Text.RegularExpressions;
using MlaBot.Core.Questions;
using MlaBot.Lint.Measures;

namespace MlaBot.Lint.Rules;

/// <summary>Absolute words are not gathered in the distractors.</summary>
internal sealed partial class AbsoluteWords : ILintRule
{
    private const double Most = 5;

    public string Name => "absolute-words";

    public LintKind Kind => LintKind.Bank;

    public string Target => $"share in distractors at most {Most} points above that in keys";

    public LintMeasure Check(LintBank bank)
    {
        var options = bank.Choices.SelectMany(item => item.Options.Select(option => (item, option))).ToLookup(pair => pair.option.IsCorrect);
        var difference = Share(options[false]) - Share(options[true]);
        return new LintMeasure(
            $"{difference:+0.0;-0.0;0.0} points",
            difference <= Most,
            difference <= Most ? [] : [.. options[false].Where(IsAbsolute).Select(pair => new LintFinding(pair.item, $"option {pair.option.Id} says \"{Absolute().Match(pair.option.Text).Value}\""))]);
    }

    private static double Share(IEnumerable<(ChoiceItem Item, AnswerOption Option)> options)
    {
        var all = options.ToArray();
        return Shares.Percent(all.Count(IsAbsolute), all.Length);
    }

    private static bool IsAbsolute((ChoiceItem Item, AnswerOption Option) pair) => Absolute().IsMatch(pair.Option.Text);

    [GeneratedRegex(
        @"\b(?:always|never|only|all|every|none|entirely|completely|exclusively|impossible|guarantees?)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Absolute();
}

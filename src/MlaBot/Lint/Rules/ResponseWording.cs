using System.Text.RegularExpressions;
using MlaBot.Core.Questions;

namespace MlaBot.Lint.Rules;

/// <summary>A stem with several keys says "Choose TWO.", and the number is that of the keys.</summary>
internal sealed partial class ResponseWording : ILintRule
{
    public string Name => "response-wording";

    public LintKind Kind => LintKind.Item;

    public string Target => "100% state the number of keys";

    public LintMeasure Check(LintBank bank) =>
        LintMeasure.Of([.. bank.Choices.Where(item => !SaysIt(item)).Select(item => new LintFinding(item, Sentence(item)))]);

    private static bool SaysIt(ChoiceItem item)
    {
        var said = Choose().Match(item.Stem);
        return item.Key.Count() switch
        {
            1 => !said.Success,
            2 => said.Groups["number"].Value is "TWO",
            3 => said.Groups["number"].Value is "THREE",
            _ => said.Success,
        };
    }

    private static string Sentence(ChoiceItem item) =>
        $"the item has {item.Key.Count()} keys and its stem {(Choose().Match(item.Stem) is { Success: true } said ? $"says \"{said.Value}\"" : "does not say how many to choose")}";

    [GeneratedRegex(@"\bChoose (?<number>[A-Z]{2,5})\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Choose();
}

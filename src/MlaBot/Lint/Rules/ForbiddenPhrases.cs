using System.Text.RegularExpressions;

namespace MlaBot.Lint.Rules;

/// <summary>No option says "all of the above", "none of the above" or "both A and B".</summary>
internal sealed partial class ForbiddenPhrases : ILintRule
{
    public string Name => "forbidden-phrases";

    public LintKind Kind => LintKind.Item;

    public string Target => "0";

    public LintMeasure Check(LintBank bank) => LintMeasure.Of(
    [
        .. from item in bank.Items
           from part in ItemPart.Of(item)
           let match = Phrase().Match(part.Text)
           where match.Success
           select new LintFinding(item, $"{part.Label} says \"{match.Value}\""),
    ]);

    [GeneratedRegex(
        @"\b(?:all|none|both|any|neither) of (?:the|these)(?: options| answers| choices)?(?: above| options| answers| choices)\b|\b(?:both|neither) \(?[A-F]\)? (?:and|nor) \(?[A-F]\)?(?![\w-])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Phrase();
}

using System.Globalization;
using System.Text.RegularExpressions;
using MlaBot.Core.Questions;

namespace MlaBot.Lint.Rules;

/// <summary>Options that differ by one number only stand in ascending order and are not shuffled.</summary>
internal sealed partial class NumberLadders : ILintRule
{
    public string Name => "number-ladders";

    public LintKind Kind => LintKind.Item;

    public string Target => "ascending, with shuffle: false";

    public LintMeasure Check(LintBank bank) => LintMeasure.Of(
    [
        .. from item in bank.Choices
           where IsLadder(item)
           let numbers = item.Options.Select(option => Value(option.Text)).ToArray()
           let isAscending = numbers.SequenceEqual(numbers.Order())
           where item.Shuffle || !isAscending
           select new LintFinding(item, isAscending ? "the options are a ladder of numbers; add shuffle: false" : "the options are a ladder of numbers out of order"),
    ]);

    private static bool IsLadder(ChoiceItem item) =>
        item.Options.All(option => Number().Count(option.Text) == 1)
        && item.Options.Select(option => Number().Replace(option.Text, "#").TrimEnd('.')).Distinct(StringComparer.OrdinalIgnoreCase).Count() == 1;

    private static decimal Value(string text) =>
        decimal.TryParse(Number().Match(text).Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? value : 0;

    [GeneratedRegex(@"\d+(?:,\d{3})*(?:\.\d+)?", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}

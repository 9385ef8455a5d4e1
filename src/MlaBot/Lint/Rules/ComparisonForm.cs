using MlaBot.Core.Services;
using MlaBot.Lint.Words;

namespace MlaBot.Lint.Rules;

/// <summary>Every comparison is short, names the official pages that it rests on, and warns of what cannot be had any more.</summary>
internal sealed class ComparisonForm : ILintRule
{
    private const int LeastWords = 60;
    private const int MostWords = 140;

    public string Name => "comparisons";

    public LintKind Kind => LintKind.Item;

    public string Target => $"100%: {LeastWords} to {MostWords} words, a date, \"Guide name: Page title\"; the year when one of the two is closed";

    public LintMeasure Check(LintBank bank) => LintMeasure.Of(
        [.. bank.Content.Comparisons.All.SelectMany(comparison => Sentences(comparison, bank)).Select(sentence => new LintFinding([], sentence))]);

    private static IEnumerable<string> Sentences(Comparison comparison, LintBank bank)
    {
        var pair = $"{comparison.Left} or {comparison.Right}";
        var text = Text(comparison);
        var words = Tokens.Count(text);
        if (words is < LeastWords or > MostWords)
        {
            yield return $"the comparison {pair} has {words} words, not {LeastWords} to {MostWords}";
        }

        foreach (var source in comparison.Sources.Where(source => !References.IsTitle(source)))
        {
            yield return $"the source \"{source}\" of the comparison {pair} is not of the form \"Guide name: Page title\"";
        }

        foreach (var gone in new[] { comparison.Left, comparison.Right }.Select(bank.Service).OfType<ServiceEntry>().Where(IsGone))
        {
            if (gone.Status.Since is { } since && !text.Contains(since[..4], StringComparison.Ordinal))
            {
                yield return $"the comparison {pair} does not say that {gone.Name} cannot be started with since {since}";
            }
        }
    }

    private static bool IsGone(ServiceEntry service) => service.Status.State is ServiceState.ClosedToNew or ServiceState.Sunset or ServiceState.Ended;

    private static string Text(Comparison comparison) => string.Join(
        '\n',
        [comparison.Difference, .. comparison.Rows.SelectMany(row => new[] { row.Aspect, row.Left, row.Right }), comparison.Clue.Left, comparison.Clue.Right, comparison.Trap]);
}

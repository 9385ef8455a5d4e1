namespace MlaBot.Core.Services;

/// <summary>Finds written comparisons by their services.</summary>
/// <param name="comparisons">Each pair at most once, in either order.</param>
public sealed class ComparisonIndex(IReadOnlyList<Comparison> comparisons)
{
    private readonly Dictionary<string, IReadOnlyList<Comparison>> _byService = comparisons
        .SelectMany(comparison => new[] { (comparison.Left, comparison), (comparison.Right, comparison) })
        .GroupBy(pair => pair.Item1, pair => pair.comparison, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => (IReadOnlyList<Comparison>)[.. group], StringComparer.Ordinal);

    /// <summary>All comparisons, in file order.</summary>
    public IReadOnlyList<Comparison> All => comparisons;

    /// <summary>The comparisons of one service, in file order; empty when nothing is written.</summary>
    public IReadOnlyList<Comparison> Of(string slug) => _byService.GetValueOrDefault(slug) ?? [];

    /// <summary>The comparison of two services with its sides in the order of asking; null when nothing is written.</summary>
    public Comparison? Find(string left, string right) =>
        Of(left).FirstOrDefault(comparison => string.Equals(comparison.Other(left), right, StringComparison.Ordinal)) is not { } found ? null
            : string.Equals(found.Left, left, StringComparison.Ordinal) ? found : found.Turned;
}

using FuzzySharp;
using FuzzySharp.SimilarityRatio;
using FuzzySharp.SimilarityRatio.Scorer;
using FuzzySharp.SimilarityRatio.Scorer.Composite;
using FuzzySharp.SimilarityRatio.Scorer.StrategySensitive;
using MlaBot.Core.Services;

namespace MlaBot.Benchmarks.Lookup;

/// <summary>FuzzySharp with several scorers over every name, alias and intent of the catalogue.</summary>
internal sealed class FuzzyContenders
{
    private readonly string[] _terms;
    private readonly string[] _slugs;

    public FuzzyContenders(IReadOnlyList<ServiceEntry> services)
    {
        var terms = services.SelectMany(service => service.Aliases.Concat(service.Intents)
            .Prepend(service.Name.ToLowerInvariant()).Append(service.Slug.Replace('-', ' '))
            .Distinct(StringComparer.Ordinal)
            .Select(term => (term, service.Slug))).ToArray();
        _terms = [.. terms.Select(pair => pair.term)];
        _slugs = [.. terms.Select(pair => pair.Slug)];
    }

    /// <summary>How many terms are compared for each query.</summary>
    public int Terms => _terms.Length;

    public IEnumerable<Contender> All() =>
    [
        new("FuzzySharp, weighted ratio", words => Best(words, ScorerCache.Get<WeightedRatioScorer>()), 1),
        new("FuzzySharp, token set", words => Best(words, ScorerCache.Get<TokenSetScorer>()), 1),
        new("FuzzySharp, token sort", words => Best(words, ScorerCache.Get<TokenSortScorer>()), 1),
        new("FuzzySharp, plain ratio", words => Best(words, ScorerCache.Get<DefaultRatioScorer>()), 1),
    ];

    // Texts are in lower case already, so FuzzySharp's own preparation is spared.
    private string? Best(string words, IRatioScorer scorer) =>
        Process.ExtractTop(words, _terms, static text => text, scorer, limit: 5).FirstOrDefault() is { } best ? _slugs[best.Index] : null;
}

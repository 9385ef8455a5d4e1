namespace MlaBot.Core.Services;

/// <summary>Finds services by name, old name, abbreviation, typo, partial word or need.</summary>
/// <remarks>Immutable and safe for any number of callers at once. A look-up takes microseconds and little memory whatever is
/// typed: only the first <see cref="Words.MaxWords"/> words count.</remarks>
public sealed class ServiceLookup
{
    private readonly LookupIndex _index;
    private readonly WordResolver _resolver;
    private readonly LookupRanking _ranking;
    private readonly NamePrefixes _prefixes;
    private readonly Lazy<NamedServices> _named;
    private LookupQuery? _spare;

    /// <summary>Builds the index.</summary>
    /// <param name="services">The catalogue.</param>
    public ServiceLookup(IReadOnlyList<ServiceEntry> services)
    {
        _index = LookupIndexBuilder.Build(services);
        _resolver = new WordResolver(_index);
        _ranking = new LookupRanking(_index);
        _prefixes = new NamePrefixes(_index);
        _named = new Lazy<NamedServices>(() => new NamedServices(services));
    }

    /// <summary>Ranks the services that answer to some words.</summary>
    /// <param name="words">What a person typed; any length and characters.</param>
    /// <param name="limit">The most hits to give. At least 1.</param>
    /// <returns>Best first; empty when nothing is near. The same words always give the same list.</returns>
    public IReadOnlyList<ServiceHit> Find(string words, int limit = 5) => Find(words, limit, isTyping: false, LookupWeights.Floor);

    /// <summary>Guesses what may be meant by words for which <see cref="Find(string, int)"/> has no hit.</summary>
    /// <param name="words">What a person typed; any length and characters.</param>
    /// <param name="limit">The most guesses to give. At least 1.</param>
    /// <returns>Best first; may be far off, and is empty when the catalogue shares no word with them.</returns>
    public IReadOnlyList<ServiceHit> Guess(string words, int limit = 3) => Find(words, limit, isTyping: false, LookupWeights.GuessFloor);

    /// <summary>Suggests services while a name is being typed.</summary>
    /// <param name="typed">What was typed so far; empty for what learners ask for most.</param>
    /// <param name="limit">The most services to give. At least 1.</param>
    /// <returns>Names that begin as typed, then whatever else is near.</returns>
    public IReadOnlyList<ServiceEntry> Suggest(string typed, int limit = 25)
    {
        var suggestions = _prefixes.Find(typed, limit);
        if (suggestions.Count < limit)
        {
            foreach (var hit in Find(typed, limit, isTyping: true, LookupWeights.Floor))
            {
                if (suggestions.Count < limit && !suggestions.Contains(hit.Service))
                {
                    suggestions.Add(hit.Service);
                }
            }
        }

        return suggestions;
    }

    /// <summary>Finds the services that a text names: by name, old name, abbreviation or a need of several words. Nothing is guessed.</summary>
    /// <param name="text">Any text; the first 12,000 characters count.</param>
    /// <returns>Each once, in the order in which the text first names them; empty when it names none.</returns>
    public IReadOnlyList<ServiceEntry> NamedIn(string text) => _named.Value.Find(text);

    private List<ServiceHit> Find(string words, int limit, bool isTyping, float floor)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        // One set of working room waits for the next caller; callers at the same time make their own.
        var query = Interlocked.Exchange(ref _spare, null) ?? new LookupQuery(_index);
        query.Read(words);
        _ranking.CountExact(query);
        _resolver.Resolve(query, isTyping);
        _ranking.CountShared(query);
        var hits = Best(query, limit, floor);
        _spare = query;
        return hits;
    }

    private List<ServiceHit> Best(LookupQuery query, int limit, float floor)
    {
        var room = Math.Min(limit, query.Tally.Services.Length);
        Span<(int Service, float Score)> best = room <= 64 ? stackalloc (int, float)[room] : new (int, float)[room];
        var count = 0;
        foreach (var service in query.Tally.Services)
        {
            var score = _ranking.Score(query, service);
            if (score >= floor)
            {
                count = Insert(best, count, (service, score));
            }
        }

        var hits = new List<ServiceHit>(count);
        foreach (var (service, score) in best[..count])
        {
            if (score >= best[0].Score * LookupWeights.KeepShare)
            {
                hits.Add(new ServiceHit(_index.Services[service], score));
            }
        }

        return hits;
    }

    private int Insert(Span<(int Service, float Score)> best, int count, (int Service, float Score) hit)
    {
        var place = count;
        while (place > 0 && IsBetter(hit, best[place - 1]))
        {
            place--;
        }

        if (place == best.Length)
        {
            return count;
        }

        count = Math.Min(count + 1, best.Length);
        best[place..(count - 1)].CopyTo(best[(place + 1)..]);
        best[place] = hit;
        return count;
    }

    // Scores count in thousandths, so that rounding never decides what the tie order should.
    private bool IsBetter((int Service, float Score) left, (int Service, float Score) right)
    {
        var (first, second) = ((int)MathF.Round(left.Score * 1000), (int)MathF.Round(right.Score * 1000));
        return first != second ? first > second : _index.TieOrder[left.Service] < _index.TieOrder[right.Service];
    }
}

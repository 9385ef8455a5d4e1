namespace MlaBot.Core.Services;

/// <summary>Services by how their names and aliases begin.</summary>
internal sealed class NamePrefixes
{
    private readonly ServiceEntry[] _services;
    private readonly int[] _demand;
    private readonly (string Key, int Service, bool IsName)[] _keys;

    /// <summary>Sorts the names.</summary>
    public NamePrefixes(LookupIndex index)
    {
        _services = index.Services;
        _demand = ServiceOrder.ByDemand(index.Services);
        _keys =
        [
            .. index.Services.Index()
                .SelectMany(pair => LookupPhrase.Of(pair.Item, pair.Index))
                .Where(phrase => phrase.Kind != PhraseKind.Intent)
                .SelectMany(phrase => Keys(phrase.Text).Select(key => (Key: key, phrase.Service, IsName: phrase.Kind == PhraseKind.Name)))
                .Distinct()
                .OrderBy(entry => entry.Key, StringComparer.Ordinal),
        ];
    }

    /// <summary>The services of which a name or alias begins as typed: names first, then what learners ask for most.</summary>
    public List<ServiceEntry> Find(string typed, int limit)
    {
        Span<char> letters = stackalloc char[Words.MaxText];
        Span<(int Start, int Length)> words = stackalloc (int, int)[Words.MaxWords];
        var count = Words.Split(typed, letters, words);
        var length = count == 0 ? 0 : words[count - 1].Start + words[count - 1].Length;
        return Best(letters[..length], limit);
    }

    private List<ServiceEntry> Best(ReadOnlySpan<char> key, int limit)
    {
        // Lower is better; untouched places stay last.
        Span<int> places = stackalloc int[_services.Length];
        Span<int> services = stackalloc int[_services.Length];
        places.Fill(int.MaxValue);
        for (var at = FirstFrom(key); at < _keys.Length && _keys[at].Key.AsSpan().StartsWith(key); at++)
        {
            var (_, service, isName) = _keys[at];
            places[service] = Math.Min(places[service], _demand[service] + (isName ? 0 : _services.Length));
        }

        for (var service = 0; service < services.Length; service++)
        {
            services[service] = service;
        }

        places.Sort(services);
        var best = new List<ServiceEntry>(Math.Min(limit, services.Length));
        for (var at = 0; at < services.Length && at < limit && places[at] < int.MaxValue; at++)
        {
            best.Add(_services[services[at]]);
        }

        return best;
    }

    private static IEnumerable<string> Keys(string text)
    {
        var words = Words.Split(text);
        yield return string.Concat(words);
        if (words.Exists(word => Words.IsVendor(word)))
        {
            yield return string.Concat(words.Where(word => !Words.IsVendor(word)));
        }
    }

    private int FirstFrom(ReadOnlySpan<char> key)
    {
        var (low, high) = (0, _keys.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _keys[middle].Key.AsSpan().SequenceCompareTo(key) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

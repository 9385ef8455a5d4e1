namespace MlaBot.Core.Services;

/// <summary>Finds what typed words may stand for: the stem itself, what begins so, what is spelled nearly so, what means the same.</summary>
internal sealed class WordResolver(LookupIndex index)
{
    private const int MaxPrefixes = 16;
    private const int MaxNear = 6;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _stems = index.Stems.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Turns the words of a query into what it asks for.</summary>
    /// <param name="query">The query.</param>
    /// <param name="isTyping">True while the last word may be unfinished.</param>
    public void Resolve(LookupQuery query, bool isTyping)
    {
        Wanted? before = null;
        var isBeforeKnown = false;
        for (var at = 0; at < query.Count; at++)
        {
            var wanted = query.Want();
            var isKnown = ResolveWord(query, wanted, query.Word(at), isTyping && at == query.Count - 1);
            if (before is not null)
            {
                ResolvePair(query, before, wanted, at - 1, maxDistance: isKnown && isBeforeKnown ? 0 : 1);
            }

            (before, isBeforeKnown) = (wanted, isKnown);
        }
    }

    // True when the word as it stands is one of a name, alias or intent.
    private bool ResolveWord(LookupQuery query, Wanted wanted, ReadOnlySpan<char> word, bool isUnfinished)
    {
        Span<char> stem = stackalloc char[Words.MaxLength + 8];
        var isKnown = _stems.TryGetValue(stem[..Stemmer.Stem(word, stem)], out var number);
        if (isKnown)
        {
            Add(wanted, number, 1);
            foreach (var (other, worth) in index.Synonyms[number])
            {
                Add(wanted, other, worth);
            }
        }

        var isStrong = isKnown && index.IsStrong[number];
        if (isUnfinished || !isStrong)
        {
            AddPrefixes(wanted, word, isUnfinished ? 1 : 3);
        }

        if (!isStrong)
        {
            AddNear(query, wanted, word);
        }

        return isStrong;
    }

    private void AddPrefixes(Wanted wanted, ReadOnlySpan<char> word, int minimum)
    {
        if (word.Length < minimum)
        {
            return;
        }

        var first = FirstFrom(word);
        for (var at = first; at < index.VocabularyWords.Length && at - first < MaxPrefixes; at++)
        {
            var longer = index.VocabularyWords[at];
            if (!longer.AsSpan().StartsWith(word))
            {
                return;
            }

            if (index.VocabularyFacts[at].Second < 0)
            {
                Add(wanted, index.VocabularyFacts[at].First, LookupWeights.Prefix + (LookupWeights.PrefixGain * word.Length / longer.Length));
            }
        }
    }

    private void AddNear(LookupQuery query, Wanted wanted, ReadOnlySpan<char> word)
    {
        Span<(int Word, int Distance)> near = stackalloc (int, int)[MaxNear];
        var count = index.Near.Find(word, query.NearCounts, near);
        var second = default(Wanted);
        foreach (var (found, distance) in near[..count])
        {
            var fact = index.VocabularyFacts[found];
            var worth = distance switch { 0 => 1f, 1 => LookupWeights.OneEdit, _ => LookupWeights.TwoEdits };
            Add(wanted, fact.First, worth);
            if (fact.Second >= 0)
            {
                Add(second ??= query.Want(), fact.Second, worth);
            }
        }
    }

    // "hyper pod", "data berw"
    private void ResolvePair(LookupQuery query, Wanted left, Wanted right, int at, int maxDistance)
    {
        var pair = query.Pair(at);
        if (pair.Length > Words.MaxLength)
        {
            return;
        }

        var exact = FirstFrom(pair);
        if (exact < index.VocabularyWords.Length && pair.SequenceEqual(index.VocabularyWords[exact]))
        {
            AddPair(left, right, exact, 1);
            return;
        }

        if (maxDistance == 0)
        {
            return;
        }

        Span<(int Word, int Distance)> near = stackalloc (int, int)[MaxNear];
        var count = index.Near.Find(pair, query.NearCounts, near);
        foreach (var (found, distance) in near[..count])
        {
            if (distance == 1)
            {
                AddPair(left, right, found, LookupWeights.OneEdit);
            }
        }
    }

    private void AddPair(Wanted left, Wanted right, int found, float worth)
    {
        var fact = index.VocabularyFacts[found];
        if (fact.Second < 0)
        {
            Add(left, fact.First, worth);
            Add(right, fact.First, worth);
        }
    }

    private int FirstFrom(ReadOnlySpan<char> word)
    {
        var (low, high) = (0, index.VocabularyWords.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = index.VocabularyWords[middle].AsSpan().SequenceCompareTo(word) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private void Add(Wanted wanted, int stem, float worth) => wanted.Add(stem, worth, index.Rarity[stem]);
}

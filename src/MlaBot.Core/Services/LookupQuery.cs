namespace MlaBot.Core.Services;

/// <summary>A query being worked on, with all the room this takes, so that the next query needs none of its own.</summary>
internal sealed class LookupQuery(LookupIndex index)
{
    private readonly char[] _letters = new char[Words.MaxText];
    private readonly (int Start, int Length)[] _all = new (int, int)[Words.MaxWords];
    private readonly (int Start, int Length)[] _words = new (int, int)[Words.MaxWords];
    private readonly char[] _key = new char[Words.MaxText + 16];
    private readonly Wanted[] _wanted = [.. Enumerable.Range(0, Words.MaxWords * 2).Select(_ => new Wanted())];
    private int _allCount;
    private int _wantedCount;

    /// <summary>Points of phrases and services.</summary>
    public LookupTally Tally { get; } = new(index.PhraseFacts.Length, index.Services.Length);

    /// <summary>Room for <see cref="TrigramIndex.Find"/>.</summary>
    public byte[] NearCounts { get; } = new byte[index.VocabularyWords.Length];

    /// <summary>How many words tell something.</summary>
    public int Count { get; private set; }

    /// <summary>True when the vendor's name was left out.</summary>
    public bool HadVendor { get; private set; }

    /// <summary>The sum of the weights of all that is asked for.</summary>
    public float Total { get; set; }

    /// <summary>What is looked for.</summary>
    public ReadOnlySpan<Wanted> Wanted => _wanted.AsSpan(0, _wantedCount);

    /// <summary>Reads a new query.</summary>
    public void Read(ReadOnlySpan<char> text)
    {
        _wantedCount = 0;
        _allCount = Words.Split(text, _letters, _all);
        Count = 0;
        HadVendor = false;
        foreach (var place in _all.AsSpan(0, _allCount))
        {
            var isVendor = Words.IsVendor(Letters(place));
            HadVendor |= isVendor;
            if (!isVendor)
            {
                _words[Count++] = place;
            }
        }

        Tally.Begin();
    }

    /// <summary>A word that tells something.</summary>
    public ReadOnlySpan<char> Word(int at) => Letters(_words[at]);

    /// <summary>All words as one, the vendor's name included.</summary>
    public ReadOnlySpan<char> WholeKey() => Join(_all.AsSpan(0, _allCount));

    /// <summary>The words as one, without the vendor's name.</summary>
    public ReadOnlySpan<char> Key() => Join(_words.AsSpan(0, Count));

    /// <summary>Two neighbouring words as one.</summary>
    public ReadOnlySpan<char> Pair(int at) => Join(_words.AsSpan(at, 2));

    /// <summary>The stems as one.</summary>
    public ReadOnlySpan<char> StemKey()
    {
        var length = 0;
        for (var at = 0; at < Count && length + Words.MaxLength < _key.Length; at++)
        {
            length += Stemmer.Stem(Word(at), _key.AsSpan(length));
        }

        return _key.AsSpan(0, length);
    }

    /// <summary>Drops words that say nothing.</summary>
    public void DropFillers()
    {
        var kept = 0;
        for (var at = 0; at < Count; at++)
        {
            if (!Words.IsFiller(Word(at)))
            {
                _words[kept++] = _words[at];
            }
        }

        Count = kept;
    }

    /// <summary>Takes an empty place for one more thing that is asked for.</summary>
    public Wanted Want()
    {
        var wanted = _wanted[_wantedCount++];
        wanted.Clear();
        return wanted;
    }

    private ReadOnlySpan<char> Letters((int Start, int Length) place) => _letters.AsSpan(place.Start, place.Length);

    private ReadOnlySpan<char> Join(ReadOnlySpan<(int Start, int Length)> places)
    {
        var length = 0;
        foreach (var place in places)
        {
            Letters(place).CopyTo(_key.AsSpan(length));
            length += place.Length;
        }

        return _key.AsSpan(0, length);
    }
}

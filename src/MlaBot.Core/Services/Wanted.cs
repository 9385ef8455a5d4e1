namespace MlaBot.Core.Services;

/// <summary>One thing that a query asks for: the stems that would satisfy it, and how well.</summary>
internal sealed class Wanted
{
    /// <summary>The most stems that one typed word may stand for.</summary>
    private const int MaxMeanings = 32;

    private readonly (int Stem, float Worth)[] _meanings = new (int, float)[MaxMeanings];
    private int _count;

    /// <summary>The stems and what finding each is worth, from 0 to 1.</summary>
    public ReadOnlySpan<(int Stem, float Worth)> Meanings => _meanings.AsSpan(0, _count);

    /// <summary>How much it tells: the rarity of its best meaning, or what an unknown word tells.</summary>
    public float Weight { get; private set; }

    /// <summary>Empties it for the next query.</summary>
    public void Clear()
    {
        _count = 0;
        Weight = LookupWeights.UnknownWord;
    }

    /// <summary>Adds a meaning; what does not fit is left out.</summary>
    public void Add(int stem, float worth, float rarity)
    {
        if (_count == MaxMeanings)
        {
            return;
        }

        Weight = _count == 0 ? rarity : Math.Max(Weight, rarity * worth);
        _meanings[_count++] = (stem, worth);
    }
}

namespace MlaBot.Core.Services;

/// <summary>The catalogue as numbers: words, stems, phrases and where each stands. Built once, never changed.</summary>
internal sealed class LookupIndex
{
    /// <summary>The entries in file order; a service's number is its place here.</summary>
    public required ServiceEntry[] Services { get; init; }

    /// <summary>Each service's place when scores are equal; 0 first.</summary>
    public required int[] TieOrder { get; init; }

    /// <summary>Each service's factor from <see cref="LookupWeights.Prior"/>.</summary>
    public required float[] Priors { get; init; }

    /// <summary>Services by a whole phrase, written without gaps.</summary>
    public required Dictionary<string, ExactHit[]> Exact { get; init; }

    /// <summary>Services by the stems of a whole phrase, written without gaps.</summary>
    public required Dictionary<string, ExactHit[]> ExactStems { get; init; }

    /// <summary>The number of a stem.</summary>
    public required Dictionary<string, int> Stems { get; init; }

    /// <summary>Rarity of each stem: above 0, high for a stem that few services have.</summary>
    public required float[] Rarity { get; init; }

    /// <summary>True for a stem of a name, alias or intent; false when only sentences have it.</summary>
    public required bool[] IsStrong { get; init; }

    /// <summary>Stems that mean the same and what finding each is worth, by stem.</summary>
    public required Lists<(int Stem, float Worth)> Synonyms { get; init; }

    /// <summary>Phrases that hold a stem, by stem.</summary>
    public required Lists<int> Phrases { get; init; }

    /// <summary>Services that hold a stem anywhere, with the worth of the best place, by stem.</summary>
    public required Lists<(int Service, float Worth)> Entries { get; init; }

    /// <summary>Each phrase's service, kind and sum of the rarities of its stems.</summary>
    public required (int Service, PhraseKind Kind, float Weight)[] PhraseFacts { get; init; }

    /// <summary>The words of names, aliases and intents in ordinal order, and neighbouring words of names written as one.</summary>
    public required string[] VocabularyWords { get; init; }

    /// <summary>What each vocabulary word stands for.</summary>
    public required VocabularyFact[] VocabularyFacts { get; init; }

    /// <summary>The same words by edit distance.</summary>
    public required TrigramIndex Near { get; init; }
}

/// <summary>A service that a whole phrase names.</summary>
/// <param name="Service">Its number.</param>
/// <param name="Score">What the agreement is worth.</param>
internal readonly record struct ExactHit(int Service, float Score);

/// <summary>What a vocabulary word stands for.</summary>
/// <param name="First">Its stem, or that of its first part.</param>
/// <param name="Second">The stem of its second part; -1 for a plain word.</param>
internal readonly record struct VocabularyFact(int First, int Second);

/// <summary>A list for each number from 0, in one block of memory.</summary>
internal sealed class Lists<T>
{
    private readonly int[] _starts;
    private readonly T[] _items;

    /// <summary>Packs lists.</summary>
    public Lists(IReadOnlyList<IReadOnlyCollection<T>> lists)
    {
        _starts = new int[lists.Count + 1];
        for (var index = 0; index < lists.Count; index++)
        {
            _starts[index + 1] = _starts[index] + lists[index].Count;
        }

        _items = [.. lists.SelectMany(list => list)];
    }

    /// <summary>The list of one number.</summary>
    public ReadOnlySpan<T> this[int index] => _items.AsSpan(_starts[index].._starts[index + 1]);
}

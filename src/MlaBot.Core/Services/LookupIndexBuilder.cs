namespace MlaBot.Core.Services;

/// <summary>Builds the index over a catalogue.</summary>
internal sealed class LookupIndexBuilder
{
    private readonly ServiceEntry[] _services;
    private readonly Dictionary<string, int> _stems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _stemOfWord = new(StringComparer.Ordinal);
    private readonly List<HashSet<int>> _phrasesOf = [];
    private readonly List<Dictionary<int, float>> _entriesOf = [];
    private readonly List<bool> _isStrong = [];
    private readonly List<(LookupPhrase Phrase, int[] Stems)> _phrases = [];
    private readonly Dictionary<string, Dictionary<int, float>> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<int, float>> _exactStems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, VocabularyFact> _vocabulary = new(StringComparer.Ordinal);

    private LookupIndexBuilder(IReadOnlyList<ServiceEntry> services) => _services = [.. services];

    /// <summary>Builds the index.</summary>
    public static LookupIndex Build(IReadOnlyList<ServiceEntry> services) => new LookupIndexBuilder(services).Build();

    private LookupIndex Build()
    {
        for (var service = 0; service < _services.Length; service++)
        {
            foreach (var phrase in LookupPhrase.Of(_services[service], service))
            {
                AddPhrase(phrase);
            }
        }

        AddSentences();
        // Also words that no entry has: someone may type them for one that an entry does have.
        foreach (var word in Synonyms.Groups.Concat(Synonyms.Abbreviations).SelectMany(group => group))
        {
            StemNumber(word, isStrong: false);
        }

        var rarity = Rarity();
        string[] vocabulary = [.. _vocabulary.Keys.Order(StringComparer.Ordinal)];
        return new LookupIndex
        {
            Services = _services,
            TieOrder = ServiceOrder.ForTies(_services),
            Priors = [.. _services.Select(LookupWeights.Prior)],
            Exact = Pack(_exact),
            ExactStems = Pack(_exactStems),
            Stems = _stems,
            Rarity = rarity,
            IsStrong = [.. _isStrong],
            Synonyms = SynonymLists(),
            Phrases = new Lists<int>(_phrasesOf),
            Entries = new Lists<(int, float)>([.. _entriesOf.Select(entry => entry.Select(pair => (pair.Key, pair.Value)).ToArray())]),
            PhraseFacts = [.. _phrases.Select(pair => (pair.Phrase.Service, pair.Phrase.Kind, pair.Stems.Sum(stem => rarity[stem])))],
            VocabularyWords = vocabulary,
            VocabularyFacts = [.. vocabulary.Select(word => _vocabulary[word])],
            Near = new TrigramIndex(vocabulary),
        };
    }

    private void AddPhrase(LookupPhrase phrase)
    {
        var all = Words.Split(phrase.Text);
        var meant = all.Where(word => !Words.IsVendor(word)).ToList();
        meant = meant.Count == 0 ? all : meant;
        var exact = LookupWeights.Exact[(int)phrase.Kind];
        var bare = meant.Count == all.Count || phrase.Kind == PhraseKind.Name ? exact : LookupWeights.BareAlias;
        Keep(_exact, string.Concat(all), phrase.Service, exact);
        Keep(_exact, string.Concat(meant), phrase.Service, bare);

        var telling = meant.Where(word => !Words.IsFiller(word)).ToList();
        telling = telling.Count == 0 ? meant : telling;
        Keep(_exactStems, string.Concat(telling.Select(StemOf)), phrase.Service, bare - LookupWeights.StemPenalty);
        AddWords(phrase, telling);
    }

    private void AddWords(LookupPhrase phrase, List<string> words)
    {
        var stems = words.Select(word => StemNumber(word, isStrong: true)).ToArray();
        foreach (var (word, stem) in words.Zip(stems))
        {
            _vocabulary[word] = new VocabularyFact(stem, -1);
            _phrasesOf[stem].Add(_phrases.Count);
            AddEntry(stem, phrase.Service, LookupWeights.Word[(int)phrase.Kind]);
        }

        // "featurestore" for "feature store": people leave gaps out in names, not in sentences.
        for (var at = 0; at + 1 < words.Count && phrase.Kind != PhraseKind.Intent; at++)
        {
            _vocabulary.TryAdd(words[at] + words[at + 1], new VocabularyFact(stems[at], stems[at + 1]));
        }

        _phrases.Add((phrase, [.. stems.Distinct()]));
    }

    private void AddSentences()
    {
        var numbers = _services.Index().ToDictionary(pair => pair.Item.Slug, pair => pair.Index, StringComparer.Ordinal);
        foreach (var (service, entry) in _services.Index())
        {
            AddSentence(entry.What, service, LookupWeights.WhatWord);
            AddSentence(entry.PickWhen, service, LookupWeights.PickWord);
            AddSentence(entry.Exam, service, LookupWeights.ExamWord);
            foreach (var trap in entry.Traps)
            {
                AddSentence(trap, service, LookupWeights.ExamWord);
            }

            // What speaks for a neighbour describes the neighbour.
            foreach (var neighbour in entry.Instead.Where(neighbour => numbers.ContainsKey(neighbour.Slug)))
            {
                AddSentence(neighbour.When, numbers[neighbour.Slug], LookupWeights.PickWord);
            }
        }
    }

    private void AddSentence(string sentence, int service, float worth)
    {
        foreach (var word in Words.Split(sentence).Where(word => !Words.IsFiller(word) && !Words.IsVendor(word)))
        {
            AddEntry(StemNumber(word, isStrong: false), service, worth);
        }
    }

    private int StemNumber(string word, bool isStrong)
    {
        var stem = StemOf(word);
        if (!_stems.TryGetValue(stem, out var number))
        {
            number = _stems.Count;
            _stems.Add(stem, number);
            _phrasesOf.Add([]);
            _entriesOf.Add([]);
            _isStrong.Add(false);
        }

        _isStrong[number] |= isStrong;
        return number;
    }

    private string StemOf(string word)
    {
        if (!_stemOfWord.TryGetValue(word, out var stem))
        {
            _stemOfWord.Add(word, stem = Stemmer.Stem(word));
        }

        return stem;
    }

    // Each further place brings the worth nearer to 1.
    private void AddEntry(int stem, int service, float worth) =>
        _entriesOf[stem][service] = 1 - ((1 - worth) * (1 - _entriesOf[stem].GetValueOrDefault(service)));

    // Inverse document frequency over services; a service that only mentions the stem counts by what the mention is worth.
    private float[] Rarity() =>
        [.. _entriesOf.Select(entry => MathF.Log(1 + (_services.Length / (0.5f + entry.Values.Sum()))))];

    private Lists<(int Stem, float Worth)> SynonymLists()
    {
        var lists = _stems.Select(_ => new Dictionary<int, float>()).ToArray();
        foreach (var group in Synonyms.Groups)
        {
            AddGroup(lists, group, LookupWeights.Synonym);
        }

        foreach (var group in Synonyms.Abbreviations)
        {
            AddGroup(lists, group, LookupWeights.Abbreviation);
        }

        return new Lists<(int, float)>([.. lists.Select(list => list.Select(pair => (pair.Key, pair.Value)).ToArray())]);
    }

    private void AddGroup(Dictionary<int, float>[] lists, IReadOnlyList<string> group, float worth)
    {
        int[] stems = [.. group.Select(word => _stems[StemOf(word)]).Distinct()];
        foreach (var stem in stems)
        {
            foreach (var other in stems.Where(other => other != stem))
            {
                lists[stem][other] = worth;
            }
        }
    }

    private static void Keep(Dictionary<string, Dictionary<int, float>> map, string key, int service, float score)
    {
        if (!map.TryGetValue(key, out var hits))
        {
            map.Add(key, hits = []);
        }

        hits[service] = Math.Max(score, hits.GetValueOrDefault(service));
    }

    private static Dictionary<string, ExactHit[]> Pack(Dictionary<string, Dictionary<int, float>> map) =>
        map.ToDictionary(
            pair => pair.Key,
            pair => pair.Value.Select(hit => new ExactHit(hit.Key, hit.Value)).ToArray(),
            StringComparer.Ordinal);
}

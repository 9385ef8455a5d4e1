namespace MlaBot.Core.Services;

/// <summary>Finds the words of a fixed list that lie a few edits away from a typed word.</summary>
/// <remarks>Candidates share the most three-letter runs with the typed word (padded at both ends); the edit distance decides.
/// Source: n-gram filtering for approximate matching, E. Ukkonen, "Approximate string-matching with q-grams and maximal
/// matches", Theoretical Computer Science 92 (1992).</remarks>
internal sealed class TrigramIndex
{
    private const int Alphabet = 38;
    private const int MaxCandidates = 12;
    private readonly IReadOnlyList<string> _words;
    private readonly int[] _starts = new int[(Alphabet * Alphabet * Alphabet) + 1];
    private readonly int[] _postings;

    /// <summary>Indexes words.</summary>
    /// <param name="words">Lower-case words.</param>
    public TrigramIndex(IReadOnlyList<string> words)
    {
        _words = words;
        foreach (var word in words)
        {
            for (var at = 0; at < Runs(word); at++)
            {
                _starts[Run(word, at) + 1]++;
            }
        }

        for (var run = 1; run < _starts.Length; run++)
        {
            _starts[run] += _starts[run - 1];
        }

        _postings = new int[_starts[^1]];
        var next = _starts.ToArray();
        for (var id = 0; id < words.Count; id++)
        {
            for (var at = 0; at < Runs(words[id]); at++)
            {
                _postings[next[Run(words[id], at)]++] = id;
            }
        }
    }

    /// <summary>How many edits a typed word of a length may be away: none up to 3 letters, 1 up to 5, then 2; a wrong
    /// first letter, which is rare, counts as one more.</summary>
    public static int Tolerance(int length) => length < 4 ? 0 : length < 6 ? 1 : 2;

    /// <summary>Finds near words.</summary>
    /// <param name="typed">What was typed, in lower case.</param>
    /// <param name="counts">One zero for each indexed word; zero again afterwards.</param>
    /// <param name="near">Receives word numbers and distances.</param>
    /// <returns>How many were found; the nearest distance only.</returns>
    public int Find(ReadOnlySpan<char> typed, Span<byte> counts, Span<(int Word, int Distance)> near)
    {
        var tolerance = Tolerance(typed.Length);
        if (tolerance == 0)
        {
            return 0;
        }

        Span<(int Word, int Shared)> best = stackalloc (int, int)[MaxCandidates];
        var candidates = Candidates(typed, tolerance, counts, best);
        var (found, nearest) = (0, tolerance);
        for (var index = 0; index < candidates; index++)
        {
            var word = _words[best[index].Word];
            var distance = Text.EditDistance(typed, word) + (typed[0] == word[0] ? 0 : 1);
            if (distance > nearest)
            {
                continue;
            }

            found = distance < nearest ? 0 : found;
            nearest = distance;
            if (found < near.Length)
            {
                near[found++] = (best[index].Word, distance);
            }
        }

        return found;
    }

    // Counts shared runs, keeping the words that share most; the counts are taken back at the end.
    private int Candidates(ReadOnlySpan<char> typed, int tolerance, Span<byte> counts, Span<(int Word, int Shared)> best)
    {
        for (var at = 0; at < Runs(typed); at++)
        {
            foreach (var word in Postings(Run(typed, at)))
            {
                counts[word]++;
            }
        }

        // An edit breaks at most three runs, a swap four.
        var (kept, needed) = (0, Math.Max(1, Runs(typed) - (4 * tolerance)));
        for (var at = 0; at < Runs(typed); at++)
        {
            foreach (var word in Postings(Run(typed, at)))
            {
                var shared = counts[word];
                counts[word] = 0;
                if (shared >= needed && Math.Abs(_words[word].Length - typed.Length) <= tolerance)
                {
                    kept = Keep(best, kept, (word, shared));
                }
            }
        }

        return kept;
    }

    private static int Keep(Span<(int Word, int Shared)> best, int kept, (int Word, int Shared) candidate)
    {
        var place = kept;
        while (place > 0 && best[place - 1].Shared < candidate.Shared)
        {
            place--;
        }

        if (place == best.Length)
        {
            return kept;
        }

        kept = Math.Min(kept + 1, best.Length);
        best[place..(kept - 1)].CopyTo(best[(place + 1)..]);
        best[place] = candidate;
        return kept;
    }

    private ReadOnlySpan<int> Postings(int run) => _postings.AsSpan(_starts[run].._starts[run + 1]);

    // Two pads before and one after: the beginning of a word is typed right more often than its end.
    private static int Runs(ReadOnlySpan<char> word) => word.Length + 1;

    private static int Run(ReadOnlySpan<char> word, int at) =>
        (((Letter(word, at - 2) * Alphabet) + Letter(word, at - 1)) * Alphabet) + Letter(word, at);

    private static int Letter(ReadOnlySpan<char> word, int at) => at < 0 || at >= word.Length ? 0 : word[at] switch
    {
        >= 'a' and <= 'z' and var letter => letter - 'a' + 1,
        >= '0' and <= '9' and var digit => digit - '0' + 27,
        _ => 37,
    };
}

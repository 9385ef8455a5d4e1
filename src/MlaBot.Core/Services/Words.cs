namespace MlaBot.Core.Services;

/// <summary>Cuts typed text into lower-case words: letters and digits count, everything else parts them.</summary>
internal static class Words
{
    /// <summary>The most words of a query that are looked at; later ones are left out.</summary>
    public const int MaxWords = 12;

    /// <summary>The most characters of one word that are looked at.</summary>
    public const int MaxLength = 40;

    /// <summary>The most characters of a query that are looked at, so that any input costs about the same.</summary>
    public const int MaxText = 400;

    private static readonly HashSet<string> Vendors = ["aws", "amazon"];

    private static readonly HashSet<string> Fillers =
    [
        "a", "an", "and", "any", "are", "as", "at", "be", "by", "can", "could", "do", "does", "for", "from", "has", "have", "how", "i",
        "if", "in", "into", "is", "it", "its", "like", "me", "my", "need", "of", "on", "or", "our", "please", "should", "so", "some",
        "that", "the", "their", "them", "there", "these", "this", "those", "to", "use", "used", "uses", "using", "via", "want", "we",
        "what", "when", "which", "with", "would", "you", "your",
    ];

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> VendorSpans = Vendors.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> FillerSpans = Fillers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for the prefixes that most names carry and nobody means.</summary>
    public static bool IsVendor(ReadOnlySpan<char> word) => VendorSpans.Contains(word);

    /// <summary>True for words that say nothing about a service.</summary>
    public static bool IsFiller(ReadOnlySpan<char> word) => FillerSpans.Contains(word);

    /// <summary>Cuts text into words.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="letters">Receives the words' characters without gaps; at least <see cref="MaxText"/> long.</param>
    /// <param name="words">Receives where each word stands in <paramref name="letters"/>.</param>
    /// <returns>How many words there are.</returns>
    public static int Split(ReadOnlySpan<char> text, Span<char> letters, Span<(int Start, int Length)> words)
    {
        var (count, written, start) = (0, 0, 0);
        foreach (var character in text[..Math.Min(text.Length, MaxText)])
        {
            if (char.IsLetterOrDigit(character))
            {
                if (written - start < MaxLength)
                {
                    letters[written++] = char.ToLowerInvariant(character);
                }
            }
            else if (written > start)
            {
                words[count++] = (start, written - start);
                start = written;
                if (count == words.Length)
                {
                    return count;
                }
            }
        }

        if (written > start)
        {
            words[count++] = (start, written - start);
        }

        return count;
    }

    /// <summary>Cuts text into words, for building the index.</summary>
    public static List<string> Split(string text)
    {
        Span<char> letters = stackalloc char[MaxText];
        Span<(int Start, int Length)> places = stackalloc (int, int)[MaxText / 2];
        var count = Split(text, letters, places);
        var words = new List<string>(count);
        foreach (var (start, length) in places[..count])
        {
            words.Add(new string(letters.Slice(start, length)));
        }

        return words;
    }
}

using System.Buffers;

namespace MlaBot.Core.Services;

/// <summary>Brings the forms of an English word to one stem: plural and singular, British and American, verb and noun.</summary>
/// <remarks>A light relative of M. F. Porter, "An algorithm for suffix stripping" (1980): one inflection, then one derivation.
/// A stem need not be a word; it only has to be the same for forms that mean the same.</remarks>
internal static class Stemmer
{
    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Irregular = new Dictionary<string, string>
    {
        ["artefact"] = "artifact",
        ["artefacts"] = "artifact",
        ["grey"] = "gray",
        ["licence"] = "license",
        ["programme"] = "program",
        ["transcription"] = "transcrib",
        ["transcript"] = "transcrib",
        ["indices"] = "index",
        ["written"] = "writ",
        ["bought"] = "buy",
        ["ran"] = "run",
        ["found"] = "find",
        ["kept"] = "keep",
        ["sent"] = "send",
        ["spoken"] = "speak",
        ["comparison"] = "compar",
        ["production"] = "production",
        ["manager"] = "manager",
        ["managers"] = "manager",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    // British spelling first, so that one table of endings serves both.
    private static readonly (string Ending, string Becomes, int MinimumStem)[] Spellings =
    [
        ("isation", "ization", 3), ("ising", "izing", 4), ("ised", "ized", 4), ("iser", "izer", 4), ("ise", "ize", 4),
        ("ysing", "yzing", 3), ("ysed", "yzed", 3), ("yser", "yzer", 3), ("yse", "yze", 3),
        ("oured", "ored", 2), ("our", "or", 3), ("ogue", "og", 3), ("tre", "ter", 3),
    ];

    private static readonly (string Ending, string Becomes, int MinimumStem)[] Derivations =
    [
        ("ification", "ifi", 3), ("ifier", "ifi", 3), ("ify", "ifi", 3), ("ization", "iz", 3), ("izer", "iz", 3), ("ize", "iz", 3),
        ("iance", "i", 3), ("iant", "i", 3), ("ability", "", 4), ("ational", "", 4), ("ically", "", 4), ("ation", "", 4), ("ator", "", 4), ("atic", "", 4), ("able", "", 4),
        ("ment", "", 4), ("ness", "", 4), ("ism", "", 4), ("tion", "t", 3), ("sion", "s", 3), ("ate", "", 4), ("or", "", 4), ("er", "", 4),
        ("ly", "", 4), ("e", "", 3),
    ];

    /// <summary>Writes a word's stem.</summary>
    /// <param name="word">A lower-case word of at most <see cref="Words.MaxLength"/> characters.</param>
    /// <param name="stem">Receives the stem; at least as long as the word and two more.</param>
    /// <returns>The stem's length.</returns>
    public static int Stem(ReadOnlySpan<char> word, Span<char> stem)
    {
        if (Irregular.TryGetValue(word, out var known))
        {
            known.CopyTo(stem);
            return known.Length;
        }

        word.CopyTo(stem);
        if (word.Length < 4)
        {
            return word.Length;
        }

        var length = Singular(stem, word.Length);
        length = Replace(stem, length, Spellings);
        length = WithoutVerbEnding(stem, length);
        length = Replace(stem, length, Derivations);
        return Tidy(stem, length);
    }

    /// <summary>A word's stem, for building the index.</summary>
    public static string Stem(string word)
    {
        var stem = new char[word.Length + 8];
        return new string(stem, 0, Stem(word.AsSpan(), stem));
    }

    private static int Singular(Span<char> word, int length)
    {
        var text = word[..length];
        if (text.EndsWith("ies") && length > 4)
        {
            word[length - 3] = 'y';
            return length - 2;
        }

        if (text.EndsWith("sses") || text.EndsWith("xes") || text.EndsWith("ches") || text.EndsWith("shes"))
        {
            return length - 2;
        }

        return text[^1] == 's' && text[^2] is not ('s' or 'u' or 'i') ? length - 1 : length;
    }

    private static int WithoutVerbEnding(Span<char> word, int length)
    {
        var text = word[..length];
        var cut = text.EndsWith("ing") ? 3 : text.EndsWith("ed") && !text.EndsWith("eed") ? 2 : 0;
        return cut > 0 && length - cut >= 3 && HasVowel(text[..^cut]) ? length - cut : length;
    }

    private static int Replace(Span<char> word, int length, (string Ending, string Becomes, int MinimumStem)[] rules)
    {
        var text = word[..length];
        foreach (var (ending, becomes, minimum) in rules)
        {
            if (length - ending.Length >= minimum && text.EndsWith(ending))
            {
                becomes.CopyTo(word[(length - ending.Length)..]);
                return length - ending.Length + becomes.Length;
            }
        }

        return length;
    }

    // labelling and labeling, query and queries
    private static int Tidy(Span<char> word, int length)
    {
        if (length > 3 && word[length - 1] == word[length - 2])
        {
            length--;
        }

        if (length > 3 && word[length - 1] == 'y')
        {
            word[length - 1] = 'i';
        }

        return length;
    }

    private static bool HasVowel(ReadOnlySpan<char> text) => text.ContainsAny(Vowels);
}

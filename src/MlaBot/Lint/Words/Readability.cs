namespace MlaBot.Lint.Words;

/// <summary>Measures how hard a text is to read.</summary>
internal static class Readability
{
    private const string Vowels = "aeiouy";

    /// <summary>The Flesch-Kincaid grade: years of American schooling needed to read the text.</summary>
    /// <returns>0 for a text without words.</returns>
    /// <remarks>Source: J. P. Kincaid and others, "Derivation of New Readability Formulas", Navy Research Branch Report 8-75 (1975).</remarks>
    public static double Grade(string text)
    {
        var words = Tokens.Lower(text).Where(word => word.Any(char.IsLetter)).ToArray();
        if (words.Length == 0)
        {
            return 0;
        }

        var syllables = words.Sum(Syllables);
        return (0.39 * words.Length / Tokens.Sentences(text)) + (11.8 * syllables / words.Length) - 15.59;
    }

    /// <summary>Words a sentence.</summary>
    public static double WordsPerSentence(string text) => (double)Tokens.Count(text) / Tokens.Sentences(text);

    /// <summary>Guesses the syllables of a lower-case word: groups of vowels, less a silent e at the end.</summary>
    /// <returns>At least 1. Abbreviations count as they are written, so "gpu" has one.</returns>
    /// <remarks>The usual vowel-group rule (as in the UNIX <c>style</c> program); off by one for about one word in ten.</remarks>
    public static int Syllables(string word)
    {
        var groups = 0;
        var wasVowel = false;
        foreach (var letter in word)
        {
            var isVowel = Vowels.Contains(letter, StringComparison.Ordinal);
            groups += isVowel && !wasVowel ? 1 : 0;
            wasVowel = isVowel;
        }

        return Math.Max(1, groups - (HasSilentEnd(word) ? 1 : 0));
    }

    private static bool HasSilentEnd(string word) => word switch
    {
        // "table" speaks its end; "scale" does not.
        [.., var before, 'l', 'e'] => Vowels.Contains(before, StringComparison.Ordinal),
        [.., 'e', 'e'] or [.., 'i', 'e'] or [.., 'u', 'e'] or [.., 'y', 'e'] or [.., 'o', 'e'] => false,
        [.., 'e'] => true,
        // "trained" is one syllable, "loaded" two.
        [.., 't' or 'd', 'e', 'd'] => false,
        [.., 'e' or 'i' or 'u', 'e', 'd'] => false,
        [.., 'e', 'd'] => true,
        // "rates" is one syllable, "boxes" two.
        [.., 's' or 'x' or 'z' or 'c' or 'g' or 'h' or 'e' or 'i' or 'u' or 'o', 'e', 's'] => false,
        [.., 'e', 's'] => true,
        _ => false,
    };
}

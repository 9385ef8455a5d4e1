namespace MlaBot.Lint.Words;

/// <summary>Cuts text into words and sentences.</summary>
internal static class Tokens
{
    private static readonly char[] Blanks = [' ', '\n', '\r', '\t'];

    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase) { "e.g.", "i.e.", "vs.", "etc.", "cf." };

    /// <summary>The words between blanks, as written; a dash alone is none.</summary>
    public static IEnumerable<string> Written(string text) =>
        text.Split(Blanks, StringSplitOptions.RemoveEmptyEntries).Where(word => word.Any(char.IsLetterOrDigit));

    /// <summary>Counts the words between blanks.</summary>
    public static int Count(string text) => Written(text).Count();

    /// <summary>Runs of letters and digits, in lower case.</summary>
    public static IReadOnlyList<string> Lower(string text)
    {
        var words = new List<string>();
        var start = -1;
        for (var index = 0; index <= text.Length; index++)
        {
            var isWord = index < text.Length && char.IsLetterOrDigit(text[index]);
            if (isWord && start < 0)
            {
                start = index;
            }
            else if (!isWord && start >= 0)
            {
                words.Add(text[start..index].ToLowerInvariant());
                start = -1;
            }
        }

        return words;
    }

    /// <summary>Counts sentences: words that end in a full stop, a question mark or an exclamation mark.</summary>
    /// <returns>At least 1.</returns>
    public static int Sentences(string text)
    {
        var words = Written(text).ToArray();
        var ends = words.Count(word => EndsSentence(word));
        return ends + (words.Length > 0 && EndsSentence(words[^1]) ? 0 : 1);
    }

    /// <summary>The last sentence, which is the question of a stem; "Choose TWO." is left out.</summary>
    public static string Question(string stem)
    {
        var words = Written(stem).ToList();
        if (words.Count >= 2 && words[^2] is "Choose")
        {
            words.RemoveRange(words.Count - 2, 2);
        }

        var start = words.Count < 2 ? 0 : words.FindLastIndex(words.Count - 2, EndsSentence) + 1;
        return string.Join(' ', words.Skip(start));
    }

    private static bool EndsSentence(string word) =>
        word.TrimEnd('"', ')', '\'', '*', '_') is [.., '.' or '?' or '!'] && !Abbreviations.Contains(word);
}

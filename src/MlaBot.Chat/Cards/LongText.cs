namespace MlaBot.Chat.Cards;

/// <summary>Cuts a line that is too long for one message: after a sentence where there is one, else between words.</summary>
public static class LongText
{
    /// <summary>The line in pieces; nothing but the blanks between them is left out.</summary>
    /// <param name="line">One line.</param>
    /// <param name="longest">The most characters of a piece; at least 2.</param>
    public static IEnumerable<string> Pieces(string line, int longest)
    {
        var rest = line;
        while (rest.Length > longest)
        {
            var cut = Cut(rest, longest);
            yield return rest[..cut].TrimEnd();
            rest = rest[cut..].TrimStart();
        }

        yield return rest;
    }

    /// <summary>The text when it is short enough, else its start with an ellipsis.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="limit">The most characters of the result; at least 2.</param>
    public static string Shortened(string text, int limit) =>
        text.Length <= limit ? text : $"{text[..SafeCut(text, limit - 1)]}…";

    /// <summary>An index at or just below another that splits no surrogate pair.</summary>
    public static int SafeCut(string text, int index) => index > 0 && char.IsHighSurrogate(text[index - 1]) ? index - 1 : index;

    private static int Cut(string text, int longest)
    {
        for (var index = longest; index > longest / 2; index--)
        {
            if (text[index] == ' ' && text[index - 1] is '.' or '!' or '?' or ';')
            {
                return index;
            }
        }

        var blank = text.LastIndexOf(' ', longest);
        return blank > 0 ? blank : SafeCut(text, longest);
    }
}

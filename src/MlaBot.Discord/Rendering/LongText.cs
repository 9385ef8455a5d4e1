namespace MlaBot.Discord.Rendering;

/// <summary>Cuts a line that is too long for one message: after a sentence where there is one, else between words.</summary>
internal static class LongText
{
    // Escaping and times at most triple a text, so a piece of this length always fits into a message.
    private const int Piece = 1200;

    /// <summary>The line in pieces of at most 1,200 characters; nothing but the blanks between them is left out.</summary>
    public static IEnumerable<string> Pieces(string line)
    {
        var rest = line;
        while (rest.Length > Piece)
        {
            var cut = Cut(rest);
            yield return rest[..cut].TrimEnd();
            rest = rest[cut..].TrimStart();
        }

        yield return rest;
    }

    /// <summary>An index at or just below another that splits no surrogate pair.</summary>
    public static int SafeCut(string text, int index) => index > 0 && char.IsHighSurrogate(text[index - 1]) ? index - 1 : index;

    private static int Cut(string text)
    {
        for (var index = Piece; index > Piece / 2; index--)
        {
            if (text[index] == ' ' && text[index - 1] is '.' or '!' or '?' or ';')
            {
                return index;
            }
        }

        var blank = text.LastIndexOf(' ', Piece);
        return blank > 0 ? blank : SafeCut(text, Piece);
    }
}

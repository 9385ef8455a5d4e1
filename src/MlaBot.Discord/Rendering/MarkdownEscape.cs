using System.Text;

namespace MlaBot.Discord.Rendering;

/// <summary>Puts a backslash before every character that Discord would read as Markdown, a mention, an emoji or a link.</summary>
/// <remarks>Source: Discord developer documentation, "Message Formatting", and the Discord help page "Markdown Text 101": a
/// backslash before a sign that is no letter and no digit shows that sign.</remarks>
internal static class MarkdownEscape
{
    /// <summary>Writes text so that Discord shows exactly its characters.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="text">Plain text of one line.</param>
    /// <param name="atLineStart">True when nothing, or only a mark that begins a line, stands before it.</param>
    /// <param name="atLineEnd">True when nothing follows it on its line.</param>
    public static void Append(StringBuilder output, ReadOnlySpan<char> text, bool atLineStart, bool atLineEnd)
    {
        var opening = atLineStart ? Opening(text) : -1;
        for (var index = 0; index < text.Length; index++)
        {
            if (index == opening || IsSpecial(text[index]) || (text[index] == ':' && IsTight(text, index, atLineEnd)))
            {
                output.Append('\\');
            }

            output.Append(text[index]);
        }
    }

    // Everywhere special: marks, links, and the first sign of every mention, timestamp and command.
    private static bool IsSpecial(char character) => character is '\\' or '*' or '_' or '~' or '|' or '`' or '[' or '<' or '@';

    // ":key:" would be a picture and "https:" a live link; a colon before a blank is only a colon.
    private static bool IsTight(ReadOnlySpan<char> text, int colon, bool atLineEnd) =>
        colon + 1 == text.Length ? !atLineEnd : !char.IsWhiteSpace(text[colon + 1]);

    /// <summary>Where the sign stands that would make the line a heading, quote or list; -1 when there is none.</summary>
    private static int Opening(ReadOnlySpan<char> text)
    {
        var start = text.Length - text.TrimStart().Length;
        var digits = start;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
        {
            digits++;
        }

        if (digits < text.Length && digits > start)
        {
            return text[digits] is '.' or ')' ? digits : -1;
        }

        return start < text.Length && text[start] is '#' or '-' or '+' or '>' ? start : -1;
    }
}

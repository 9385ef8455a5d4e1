using System.Text;
using System.Text.RegularExpressions;
using MlaBot.Chat.Cards;

namespace MlaBot.Slack.Rendering;

/// <summary>Turns the Markdown of cards into Slack's own markup, for the places that take no rich text.</summary>
/// <remarks>Source: Slack developer documentation, "Formatting text for app surfaces". Marks cannot be escaped there, so characters without
/// width stand beside those that are only text.</remarks>
internal static partial class Mrkdwn
{
    private const char NoWidth = '\u200B';

    /// <summary>Replaces the three signs that Slack's markup and a message's text begin everything special with.</summary>
    public static string Escaped(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>One clean line of a card's Markdown.</summary>
    public static string Line(string line)
    {
        var output = new StringBuilder(line.Length + 32);
        Append(output, line);
        return output.ToString();
    }

    private static void Append(StringBuilder output, string text)
    {
        var wasMark = false;
        foreach (var piece in CardMarkdown.Read(text))
        {
            // A mark is one only at the border of a word.
            var isMark = piece.Mark is not (MarkdownMark.None or MarkdownMark.Link);
            if ((isMark || wasMark) && output.Length > 0 && !char.IsWhiteSpace(isMark ? output[^1] : piece.Text[0]))
            {
                output.Append(NoWidth);
            }

            Append(output, piece);
            wasMark = isMark;
        }
    }

    private static void Append(StringBuilder output, MarkdownPiece piece)
    {
        switch (piece.Mark)
        {
            case MarkdownMark.Code:
                output.Append('`').Append(Escaped(CardTime.Replace(piece.Text, SlackTime.InUtc))).Append('`');
                break;
            case MarkdownMark.Bold:
                output.Append('*');
                Append(output, piece.Text);
                output.Append('*');
                break;
            case MarkdownMark.Italic:
                output.Append('_');
                Append(output, piece.Text);
                output.Append('_');
                break;
            case MarkdownMark.Link when RichLeaves.IsAddress(piece.Link) && !piece.Link.AsSpan().ContainsAny('|', '<', '>'):
                output.Append('<').Append(Escaped(piece.Link)).Append('|');
                AppendPlain(output, CardTime.Replace(piece.Text, SlackTime.InUtc).Replace('|', '/'));
                output.Append('>');
                break;
            case MarkdownMark.Link:
                AppendPlain(output, $"[{piece.Text}]({piece.Link})");
                break;
            default:
                AppendPlain(output, piece.Text);
                break;
        }
    }

    private static void AppendPlain(StringBuilder output, string text)
    {
        foreach (var (piece, at) in CardTime.Read(text))
        {
            if (at is { } instant)
            {
                output.Append(SlackTime.InMarkup(instant));
                continue;
            }

            // A ">" that begins a line would be a quotation, also escaped.
            var quotes = output.Length == 0 && piece.TrimStart().StartsWith('>');
            output.Append(quotes ? $"{NoWidth}" : "").Append(Harmless().Replace(Escaped(piece), Apart));
        }
    }

    private static string Apart(Match match) => match.Value is [':', ..] ? $":{NoWidth}" : $"{NoWidth}{match.Value}{NoWidth}";

    // Marks, and the first colon of what would be a picture.
    [GeneratedRegex(@"[*_~`]|:(?=[\w+'-]+:)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Harmless();
}

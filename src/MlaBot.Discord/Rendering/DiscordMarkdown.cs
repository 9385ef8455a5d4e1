using System.Text;
using System.Text.RegularExpressions;
using MlaBot.Chat.Cards;
using NodaTime;
using NodaTime.Text;

namespace MlaBot.Discord.Rendering;

/// <summary>Turns the Markdown of cards into Discord's, line by line: what is a mark in a card is one in Discord, and nothing else is.</summary>
internal static partial class DiscordMarkdown
{
    // Between two marks of the same kind that touch; Discord would read four stars or two ticks as one mark.
    private const char NoWidth = '\u200B';

    // Cleaned text holds no control characters, so these can only be ours.
    private const char TimeOpens = '\u0001';
    private const char TimeCloses = '\u0002';

    /// <summary>One clean line of a card's Markdown.</summary>
    public static string Line(string line)
    {
        var output = new StringBuilder(line.Length + 16);
        var rest = Timed(line);
        if (ListItem().Match(rest) is { Success: true } item)
        {
            // A dash is the only list of cards: numbers are shown as they are written, not counted anew by Discord.
            output.Append(item.ValueSpan);
            rest = rest[item.Length..];
        }

        Append(output, rest, isBold: false, atLineStart: true);
        return WriteTimes(output.ToString());
    }

    /// <summary>Plain text in which nothing is a mark, on one line; only the instants of <see cref="CardTime"/> live.</summary>
    public static string Plain(string text)
    {
        var output = new StringBuilder(text.Length + 16);
        MarkdownEscape.Append(output, Timed(CleanText.Clean(text)), atLineStart: true, atLineEnd: true);
        return WriteTimes(output.ToString());
    }

    private static void Append(StringBuilder output, string text, bool isBold, bool atLineStart)
    {
        var pieces = CardMarkdown.Read(text).ToArray();
        for (var index = 0; index < pieces.Length; index++)
        {
            if (index > 0 && pieces[index].Mark == pieces[index - 1].Mark)
            {
                output.Append(NoWidth);
            }

            Append(output, pieces[index], isBold, atLineStart && index == 0, index == pieces.Length - 1);
        }
    }

    private static void Append(StringBuilder output, MarkdownPiece piece, bool isBold, bool atLineStart, bool atLineEnd)
    {
        switch (piece.Mark)
        {
            case MarkdownMark.Code:
                output.Append('`').Append(Spell(piece.Text)).Append('`');
                break;
            case MarkdownMark.Bold:
                Inside("**");
                break;
            case MarkdownMark.Italic:
                // An underscore in the text would end one kind of slant, and stars next to bold's the other.
                Inside(!piece.Text.Contains('_', StringComparison.Ordinal) ? "_" : isBold ? "" : "*");
                break;
            case MarkdownMark.Link when !piece.Link.AsSpan().ContainsAny('\\', '<', '>'):
                output.Append('[');
                MarkdownEscape.Append(output, piece.Text, atLineStart: false, atLineEnd: false);
                output.Append("](").Append(piece.Link).Append(')');
                break;
            case MarkdownMark.Link:
                MarkdownEscape.Append(output, $"[{piece.Text}]({piece.Link})", atLineStart, atLineEnd);
                break;
            default:
                MarkdownEscape.Append(output, piece.Text, atLineStart, atLineEnd);
                break;
        }

        void Inside(string mark)
        {
            output.Append(mark);
            Append(output, piece.Text, isBold || piece.Mark == MarkdownMark.Bold, atLineStart: false);
            output.Append(mark);
        }
    }

    private static string Timed(string text) => CardTime.Replace(text, instant => $"{TimeOpens}{instant.ToUnixTimeSeconds()}{TimeCloses}");

    /// <summary>The date and time in the reader's zone, and how far away it is.</summary>
    /// <remarks>Source: Discord developer documentation, "Message Formatting: Timestamp Styles".</remarks>
    private static string WriteTimes(string text) => Times().Replace(text, "<t:${seconds}:f> (<t:${seconds}:R>)");

    // Nothing is live inside code, so an instant is written out there.
    private static string Spell(string code) => Times().Replace(code, match =>
        InstantPattern.General.Format(Instant.FromUnixTimeSeconds(long.Parse(match.Groups["seconds"].ValueSpan, provider: null))));

    [GeneratedRegex(@"^ *- (?=\S)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ListItem();

    [GeneratedRegex("\u0001(?<seconds>[0-9]+)\u0002", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Times();
}

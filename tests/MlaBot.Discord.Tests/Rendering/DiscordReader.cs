using System.Text;
using System.Text.RegularExpressions;

namespace MlaBot.Discord.Tests.Rendering;

/// <summary>Reads Markdown as Discord's own apps do: what is seen, and what is more than text.</summary>
/// <remarks>The rules are those of Discord's apps as their documentation and help pages describe them: a mark at a line's start,
/// then from left to right the first mark that is complete; of strong, slanted and underlined the longest.</remarks>
internal sealed partial class DiscordReader
{
    private readonly StringBuilder _seen = new();
    private readonly List<string> _live = [];

    /// <summary>What a person sees, list marks as they were typed.</summary>
    public string Seen => _seen.ToString();

    /// <summary>What is not plain text: <c>bold</c>, <c>link https://…</c>, <c>mention &lt;@1&gt;</c> and so on.</summary>
    public IReadOnlyList<string> Live => _live;

    public static DiscordReader Read(string markdown)
    {
        var reader = new DiscordReader();
        var lines = markdown.Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            reader._seen.Append(index > 0 ? "\n" : "");
            reader.Line(lines[index]);
        }

        return reader;
    }

    private void Line(string line)
    {
        if (Head().Match(line) is { Success: true } head)
        {
            _live.Add(head.Value.Trim() == "-#" ? "small" : "heading");
            Inline(line[head.Length..]);
        }
        else if (Quote().Match(line) is { Success: true } quote)
        {
            _live.Add("quote");
            Inline(line[quote.Length..]);
        }
        else if (Item().Match(line) is { Success: true } item)
        {
            _live.Add($"list {item.Value.Trim()}");
            _seen.Append(item.Value);
            Line(line[item.Length..]);
        }
        else
        {
            Inline(line);
        }
    }

    private void Inline(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            at += Mark(text, at) is var taken and > 0 ? taken : Show(text[at]);
        }
    }

    private int Show(char character)
    {
        // A character without width is there to keep marks apart.
        _seen.Append(character == '\u200B' ? "" : character);
        return 1;
    }

    private int Mark(string text, int at)
    {
        if (Escape().Match(text, at) is { Success: true } escape)
        {
            _seen.Append(escape.Value[1]);
            return 2;
        }

        if (Link().Match(text, at) is { Success: true } link)
        {
            _live.Add($"link {link.Groups["to"].Value}");
            Inline(link.Groups["in"].Value);
            return link.Length;
        }

        if (Special().Match(text, at) is { Success: true } special)
        {
            _live.Add($"special {special.Value}");
            _seen.Append(special.Value);
            return special.Length;
        }

        var strong = new (string Name, Match Match)[] { ("bold", Bold().Match(text, at)), ("underline", Underline().Match(text, at)), ("italic", Italic().Match(text, at)) }
            .Where(found => found.Match.Success).OrderByDescending(found => found.Match.Length).FirstOrDefault();
        if (strong.Match is not null)
        {
            _live.Add(strong.Name);
            Inline(strong.Match.Groups["in"].Value);
            return strong.Match.Length;
        }

        if (Hidden().Match(text, at) is { Success: true } hidden)
        {
            _live.Add("hidden");
            Inline(hidden.Groups["in"].Value);
            return hidden.Length;
        }

        if (Code().Match(text, at) is { Success: true } code)
        {
            _live.Add("code");
            _seen.Append(code.Groups["in"].Value);
            return code.Length;
        }

        return 0;
    }

    [GeneratedRegex(@"^(?:#{1,3}|-#) +(?=\S)", RegexOptions.None, 1000)]
    private static partial Regex Head();

    [GeneratedRegex(@"^ *>(?:>>)? ", RegexOptions.None, 1000)]
    private static partial Regex Quote();

    [GeneratedRegex(@"^ *(?:[-*+]|[0-9]+[.)]) +", RegexOptions.None, 1000)]
    private static partial Regex Item();

    [GeneratedRegex(@"\G\\[^0-9A-Za-z\s]", RegexOptions.None, 1000)]
    private static partial Regex Escape();

    [GeneratedRegex(@"\G\[(?<in>(?:\\.|[^\\\]])+)\]\(<?(?<to>https?://[^\s)>]+)>?\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"\G(?:<@[!&]?[0-9]+>|<#[0-9]+>|</[^:>]+:[0-9]+>|<t:-?[0-9]+(?::[tTdDfFRsS])?>|<a?:\w+:[0-9]+>|<id:\w+>|<https?://[^\s>]+>|<\+[0-9]+>|https?://[^\s<]+[^<.,:;""'\]\s]|:[A-Za-z0-9_+-]+:|@everyone|@here)", RegexOptions.None, 1000)]
    private static partial Regex Special();

    [GeneratedRegex(@"\G\*\*(?<in>(?:\\[\s\S]|[^\\])+?)\*\*(?!\*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bold();

    [GeneratedRegex(@"\G__(?<in>(?:\\[\s\S]|[^\\])+?)__(?!_)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Underline();

    [GeneratedRegex(@"\G_(?<in>(?:__|\\[\s\S]|[^\\_])+?)_(?![0-9A-Za-z_])|\G\*(?=\S)(?<in>(?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Italic();

    [GeneratedRegex(@"\G~~(?=\S)(?<in>(?:\\[\s\S]|[^\\])+?)~~|\G\|\|(?<in>[\s\S]+?)\|\|", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"\G(?<ticks>`+)(?<in>[\s\S]*?[^`])\k<ticks>(?!`)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}

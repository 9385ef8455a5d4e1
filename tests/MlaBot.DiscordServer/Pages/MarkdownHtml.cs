using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace MlaBot.DiscordServer.Pages;

/// <summary>Discord's Markdown as HTML. All text is encoded; the only tags are those that this class writes.</summary>
/// <param name="name">What a mention reads as: <c>@</c>, <c>@&amp;</c> or <c>#</c>, and an id. Null for one that nobody knows.</param>
/// <param name="now">Relative times count from here.</param>
internal sealed partial class MarkdownHtml(Func<string, ulong, string?> name, DateTimeOffset now)
{
    // Longer marks first: ** is not two times *.
    private static readonly (string Mark, string Tag)[] Marks = [("**", "b"), ("__", "u"), ("~~", "s"), ("||", "mark"), ("*", "em"), ("_", "em")];

    public string Of(string text)
    {
        var html = new StringBuilder();
        var (list, isFenced) = ("", false);
        foreach (var line in text.Split('\n'))
        {
            var block = isFenced || line.StartsWith("```", StringComparison.Ordinal) ? null : Block().Match(line);
            var mark = block?.Groups["mark"].Value ?? "";
            var kind = mark.Trim() switch { "-" or "*" => "ul", [>= '0' and <= '9', ..] => "ol", _ => "" };
            if (kind != list)
            {
                html.Append(list.Length > 0 ? $"</{list}>" : "").Append(kind.Length > 0 ? $"<{kind}>" : "");
                list = kind;
            }

            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                isFenced = !isFenced;
                html.Append(isFenced ? "<pre>" : "</pre>");
            }
            else if (isFenced)
            {
                html.Append(E(line)).Append('\n');
            }
            else
            {
                var tag = kind.Length > 0 ? "li" : Tag(mark);
                html.Append($"<{tag}>{Inline(block!.Groups["rest"].Value)}</{tag}>");
            }
        }

        return html.Append(isFenced ? "</pre>" : "").Append(list.Length > 0 ? $"</{list}>" : "").ToString();
    }

    private static string Tag(string mark) => mark switch
    {
        "# " => "h2",
        "## " => "h3",
        "### " => "h4",
        "-# " => "small",
        "> " => "blockquote",
        _ => "p",
    };

    private string Inline(string text)
    {
        var html = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            at += Step(text[at..], html);
        }

        return html.ToString();
    }

    /// <summary>Writes what stands first and gives its length.</summary>
    private int Step(string text, StringBuilder html)
    {
        if (text is ['\\', var escaped, ..] && !char.IsAsciiLetterOrDigit(escaped) && escaped != ' ')
        {
            html.Append(E(escaped.ToString()));
            return 2;
        }

        if (Special().Match(text) is { Success: true } special)
        {
            html.Append(Special(special));
            return special.Length;
        }

        foreach (var (mark, tag) in Marks)
        {
            // Inside a word an underline is no mark: a_b_c.
            if (text.StartsWith(mark, StringComparison.Ordinal) && End(text, mark) is var end and > 0)
            {
                html.Append($"<{tag}>{Inline(text[mark.Length..end])}</{tag}>");
                return end + mark.Length;
            }
        }

        var length = char.IsLetterOrDigit(text[0]) ? Word().Match(text).Length : 1;
        html.Append(E(text[..length]));
        return length;
    }

    private static int End(string text, string mark)
    {
        for (var at = mark.Length; at <= text.Length - mark.Length; at++)
        {
            if (text[at] == '\\')
            {
                at++;
            }
            else if (at > mark.Length && string.CompareOrdinal(text, at, mark, 0, mark.Length) == 0 && !(mark.Length == 1 && IsDouble(text, at)))
            {
                return at;
            }
        }

        return -1;
    }

    private static bool IsDouble(string text, int at) => (at + 1 < text.Length && text[at + 1] == text[at]) || text[at - 1] == text[at];

    private string Special(Match match)
    {
        if (match.Groups["code"] is { Success: true } code)
        {
            return $"<code>{E(code.Value)}</code>";
        }

        if (match.Groups["url"] is { Success: true } url)
        {
            var label = match.Groups["label"] is { Success: true } given ? Inline(given.Value) : E(url.Value);
            return $"<a href=\"{E(url.Value)}\" target=\"_blank\" rel=\"noreferrer\">{label}</a>";
        }

        if (match.Groups["command"] is { Success: true } command)
        {
            return $"<span class=\"mention\">/{E(command.Value)}</span>";
        }

        return match.Groups["time"] is { Success: true } time
            ? Time(time.Value, match.Groups["style"].Value)
            : $"<span class=\"mention\">{E(Mention(match))}</span>";
    }

    private string Mention(Match match)
    {
        var kind = match.Groups["kind"].Value.Replace("!", "", StringComparison.Ordinal);
        return ulong.TryParse(match.Groups["id"].Value, CultureInfo.InvariantCulture, out var id) && name(kind, id) is { } known ? kind[..1] + known : match.Value;
    }

    private string Time(string seconds, string style)
    {
        if (!long.TryParse(seconds, CultureInfo.InvariantCulture, out var unix) || unix > 253402300799)
        {
            return E(seconds);
        }

        var at = DateTimeOffset.FromUnixTimeSeconds(unix);
        var full = at.ToString("d MMMM yyyy HH:mm 'UTC'", CultureInfo.InvariantCulture);
        var shown = style switch
        {
            "R" => Distance(at - now),
            "t" or "T" => at.ToString("HH:mm 'UTC'", CultureInfo.InvariantCulture),
            "d" or "D" => at.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
            _ => full,
        };
        return $"<time title=\"{E(full)}\">{E(shown)}</time>";
    }

    private static string Distance(TimeSpan distance)
    {
        var size = distance.Duration();
        var (count, unit) = size.TotalDays >= 1 ? (size.TotalDays, "day") : size.TotalHours >= 1 ? (size.TotalHours, "hour") : (size.TotalMinutes, "minute");
        var whole = Math.Round(count);
        var words = whole < 1 ? "less than a minute" : $"{whole} {unit}{(whole > 1 ? "s" : "")}";
        return distance >= TimeSpan.Zero ? $"in {words}" : $"{words} ago";
    }

    private static string E(string text) => WebUtility.HtmlEncode(text);

    [GeneratedRegex(@"^(?<mark>#{1,3} |-# |> | *[-*] | *\d+\. )?(?<rest>.*)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Block();

    [GeneratedRegex("""
        ^(?: (?<ticks>`+)(?<code>.+?)(?<!`)\k<ticks>(?!`)
           | \[(?<label>(?:[^\]\\]|\\.)+)\]\(<?(?<url>https?://[^\s()<>]+)>?\)
           | <(?<url>https?://[^\s<>]+)> | (?<url>https?://[^\s<>()]*[^\s<>().,:;!?'"])
           | <t:(?<time>-?\d+)(?::(?<style>[tTdDfFRsS]))?>
           | </(?<command>[^:<>]+):\d+> | <(?<kind>@&|@!?|\#)(?<id>\d+)> )
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Special();

    [GeneratedRegex(@"^(?!https?://)[\p{L}\p{N}]+(_+[\p{L}\p{N}]+)*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}

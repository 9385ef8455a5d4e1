using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Pages;

/// <summary>Slack's mrkdwn as HTML. All text is encoded; the only tags are those that this class writes.</summary>
/// <remarks>Source: Slack developer documentation, "Formatting text for app surfaces".</remarks>
internal sealed partial class MrkdwnHtml(Team team)
{
    public string Of(string text)
    {
        var html = new StringBuilder();
        foreach (var (part, index) in text.Split("```").Select((part, index) => (part, index)))
        {
            html.Append(index % 2 == 1 ? $"<pre>{E(part)}</pre>" : Lines(part));
        }

        return html.ToString();
    }

    public string Person(string? id) => $"<span class=\"mention\">@{E(team.Users.GetValueOrDefault(id ?? "")?.Name ?? id)}</span>";

    public string Place(string? id) => $"<span class=\"mention\">#{E(team.Channels.GetValueOrDefault(id ?? "")?.Name ?? id)}</span>";

    public static string Group(string? id) => $"<span class=\"mention\">@{E(id)}</span>";

    public static string Link(string? url, string? label) => url is not null && (url.StartsWith("https://", StringComparison.Ordinal) || url.StartsWith("http://", StringComparison.Ordinal))
        ? $"<a href=\"{E(url)}\" target=\"_blank\" rel=\"noreferrer\">{E(label ?? url)}</a>"
        : E(label ?? url);

    /// <summary>A date as the fallback tells it: what a person's own zone would show stands in the title.</summary>
    public static string Date(string? seconds, string? fallback) => long.TryParse(seconds, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var unix)
        ? $"<time title=\"{DateTimeOffset.FromUnixTimeSeconds(unix):u}\">{E(fallback)}</time>"
        : E(fallback);

    /// <summary>Encodes text that Slack has escaped, or that is plain.</summary>
    public static string E(string? text) => WebUtility.HtmlEncode(WebUtility.HtmlDecode(text ?? ""));

    private string Lines(string text) => string.Join("<br>", text.Split('\n').Select(line =>
        line.StartsWith("&gt;", StringComparison.Ordinal) ? $"<blockquote>{Inline(line[4..].TrimStart())}</blockquote>"
        : line.StartsWith('>') ? $"<blockquote>{Inline(line[1..].TrimStart())}</blockquote>" : Inline(line)));

    private string Inline(string text)
    {
        var html = new StringBuilder();
        var at = 0;
        foreach (Match match in Special().Matches(text))
        {
            html.Append(E(text[at..match.Index]));
            var inner = match.Value[1..^1];
            html.Append(match.Value[0] switch
            {
                '<' => Angle(inner),
                '`' => $"<code>{E(inner)}</code>",
                '*' => $"<b>{Inline(inner)}</b>",
                '_' => $"<i>{Inline(inner)}</i>",
                _ => $"<s>{Inline(inner)}</s>",
            });
            at = match.Index + match.Length;
        }

        return html.Append(E(text[at..])).ToString();
    }

    private string Angle(string inner)
    {
        var parts = inner.Split('|', 2);
        var label = parts.Length > 1 ? parts[1] : null;
        return parts[0] switch
        {
            ['@', .. var id] => Person(id),
            ['#', .. var id] => Place(id),
            ['!', .. var word] when word.StartsWith("date^", StringComparison.Ordinal) => Date(word.Split('^')[1], label),
            ['!', .. var word] => Group(label ?? word.Split('^')[^1]),
            var url => Link(WebUtility.HtmlDecode(url), label),
        };
    }

    [GeneratedRegex(@"<[^<>\n]+>|`[^`\n]+`|(?<![\p{L}\p{N}])(?:\*[^\s*](?:[^*\n]*[^\s*])?\*|_[^\s_](?:[^_\n]*[^\s_])?_|~[^\s~](?:[^~\n]*[^\s~])?~)(?![\p{L}\p{N}])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Special();
}

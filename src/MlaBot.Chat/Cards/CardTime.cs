using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace MlaBot.Chat.Cards;

/// <summary>Instants inside a card's Markdown, so that each platform shows them in its reader's own zone.</summary>
/// <remarks>Written as <c>{time:1795000000}</c> with UTC Unix seconds; renderers replace it.</remarks>
public static partial class CardTime
{
    // 9999-12-30: a day short of the calendar's end, since some zones are ahead of UTC.
    private const long Latest = 253_402_128_000;

    /// <summary>The text that stands for an instant.</summary>
    public static string Token(Instant instant) => $"{{time:{instant.ToUnixTimeSeconds()}}}";

    /// <summary>Replaces every instant of a Markdown text; a number beyond the calendar, which only a person can have typed, stays.</summary>
    public static string Replace(string markdown, Func<Instant, string> format) =>
        Tokens().Replace(markdown, match => InstantOf(match.ValueSpan) is { } instant ? format(instant) : match.Value);

    /// <summary>A text in pieces: words, and the instants between them.</summary>
    /// <returns>For each piece its words, or the instant; none of the texts is empty.</returns>
    public static IReadOnlyList<(string Text, Instant? At)> Read(string markdown)
    {
        List<(string Text, Instant? At)> pieces = [];
        var from = 0;
        foreach (var match in Tokens().EnumerateMatches(markdown))
        {
            var token = markdown.AsSpan(match.Index, match.Length);
            if (InstantOf(token) is { } instant)
            {
                if (match.Index > from)
                {
                    pieces.Add((markdown[from..match.Index], null));
                }

                from = match.Index + match.Length;
                pieces.Add((token.ToString(), instant));
            }
        }

        if (from < markdown.Length)
        {
            pieces.Add((markdown[from..], null));
        }

        return pieces;
    }

    private static Instant? InstantOf(ReadOnlySpan<char> token) =>
        long.Parse(token["{time:".Length..^1], CultureInfo.InvariantCulture) is var seconds and <= Latest ? Instant.FromUnixTimeSeconds(seconds) : null;

    // Not \d: that takes the digits of every script, and a number is read from ours alone.
    [GeneratedRegex(@"\{time:[0-9]{1,12}\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tokens();
}

using System.Text.RegularExpressions;
using NodaTime;

namespace MlaBot.Chat.Cards;

/// <summary>Instants inside a card's Markdown, so that each platform shows them in its reader's own zone.</summary>
/// <remarks>Written as <c>{time:1795000000}</c> with UTC Unix seconds; renderers replace it.</remarks>
public static partial class CardTime
{
    /// <summary>The text that stands for an instant.</summary>
    public static string Token(Instant instant) => $"{{time:{instant.ToUnixTimeSeconds()}}}";

    /// <summary>Replaces every instant of a Markdown text.</summary>
    public static string Replace(string markdown, Func<Instant, string> format) =>
        Tokens().Replace(markdown, match => format(Instant.FromUnixTimeSeconds(long.Parse(match.Groups["seconds"].ValueSpan, provider: null))));

    [GeneratedRegex(@"\{time:(?<seconds>\d{1,12})\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tokens();
}

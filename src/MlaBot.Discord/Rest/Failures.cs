using System.Net;
using System.Text;

namespace MlaBot.Discord.Rest;

/// <summary>Words what went wrong with a call. No text holds a token, not even one that Discord sends back.</summary>
/// <param name="botToken">The token to keep out.</param>
internal sealed class Failures(string botToken)
{
    /// <summary>What is wrong and what to do when the bot token is refused.</summary>
    public const string UnknownToken = "Discord does not know the token in Discord:Token. Copy it anew: Developer Portal, your application, Bot, Reset Token.";

    private const int LongestText = 1500;

    /// <summary>Discord refused the call.</summary>
    public DiscordApiException Refused(string shown, string? secret, HttpStatusCode status, ApiError error, TimeSpan? retryAfter = null)
    {
        var text = new StringBuilder($"{shown}: {(int)status}");
        if (error.Code != 0)
        {
            text.Append($", code {error.Code}");
        }

        text.Append(error.Message.Length > 0 ? $", {error.Message}" : "").Append(error.Faults.Count > 0 ? $" ({string.Join("; ", error.Faults)})" : "");
        var isTransient = (int)status >= 500 || status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout;
        return new DiscordApiException(Clean(text.ToString(), secret), status, error.Code, isTransient) { RetryAfter = retryAfter };
    }

    /// <summary>There was no answer, or not all of one.</summary>
    public static DiscordApiException Unreachable(string shown, Exception inner) =>
        new($"{shown}: Discord could not be reached ({inner.Message})", status: null, code: 0, isTransient: true, inner);

    /// <summary>There was no answer in time.</summary>
    public static DiscordApiException TooSlow(string shown, TimeSpan limit) =>
        new($"{shown}: no answer from Discord within {limit.TotalSeconds:0.#} s", status: null, code: 0, isTransient: true);

    /// <summary>The answer is not what the documentation promises.</summary>
    public static DiscordApiException Unreadable(string shown, HttpStatusCode status, Exception inner) =>
        new($"{shown}: {(int)status}, but the answer is not the JSON that Discord documents", status, code: 0, isTransient: true, inner);

    /// <summary>The bot token is refused, now or earlier.</summary>
    public static DiscordApiException WrongToken() =>
        new(UnknownToken, HttpStatusCode.Unauthorized, code: 0, isTransient: false);

    /// <summary>Too many refusals: sending would end in a ban.</summary>
    public static DiscordApiException Guarded(string shown, TimeSpan wait) =>
        new($"{shown}: not sent. Discord refused so many requests in ten minutes that more would get this address banned; sending goes on in {wait.TotalMinutes:0.#} minutes.", status: null, code: 0, isTransient: true)
        {
            RetryAfter = wait,
        };

    private string Clean(string text, string? secret)
    {
        var clean = text.Replace(botToken, "…", StringComparison.Ordinal);
        clean = string.IsNullOrEmpty(secret) ? clean : clean.Replace(secret, "…", StringComparison.Ordinal);
        return clean.Length <= LongestText ? clean : string.Concat(clean.AsSpan(0, LongestText), "…");
    }
}

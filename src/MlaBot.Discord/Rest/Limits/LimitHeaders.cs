using System.Globalization;
using System.Net.Http.Headers;

namespace MlaBot.Discord.Rest.Limits;

/// <summary>What an answer says about its bucket.</summary>
/// <param name="Hash">The bucket's name; null when the answer names none.</param>
/// <param name="Limit">Requests in a window; null when the answer says nothing about it.</param>
/// <param name="Remaining">Requests left in this window.</param>
/// <param name="ResetAfter">Until the window ends.</param>
/// <param name="Reset">Discord's own clock at the window's end, in seconds; it tells windows apart and is never compared with our clock.</param>
/// <remarks>Source: Discord developer documentation, "Rate Limits: Header Format".</remarks>
internal readonly record struct LimitHeaders(string? Hash, int? Limit, int Remaining, TimeSpan ResetAfter, double? Reset)
{
    /// <summary>Reads the headers; what is missing or not a number counts as absent.</summary>
    public static LimitHeaders Read(HttpResponseHeaders headers)
    {
        var values = headers.NonValidated;
        var limit = Number(values, "X-RateLimit-Limit");
        var remaining = Number(values, "X-RateLimit-Remaining");
        var resetAfter = Number(values, "X-RateLimit-Reset-After");
        var isWhole = limit is >= 1 and < int.MaxValue && remaining is >= 0 and < int.MaxValue && resetAfter is >= 0 and < 1e6;
        return new LimitHeaders(
            Text(values, "X-RateLimit-Bucket"),
            isWhole ? (int)limit!.Value : null,
            isWhole ? (int)remaining!.Value : 0,
            isWhole ? TimeSpan.FromSeconds(resetAfter!.Value) : TimeSpan.Zero,
            Number(values, "X-RateLimit-Reset"));
    }

    /// <summary>The first value of a header; null when it is absent.</summary>
    public static string? Text(HttpHeadersNonValidated headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.ToString() : null;

    /// <summary>A header's value as a number; null when it is absent or something else.</summary>
    public static double? Number(HttpHeadersNonValidated headers, string name) =>
        double.TryParse(Text(headers, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}

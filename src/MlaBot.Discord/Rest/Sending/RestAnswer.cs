using System.Net;
using MlaBot.Discord.Rest.Limits;

namespace MlaBot.Discord.Rest.Sending;

/// <summary>An answer, read to its end.</summary>
internal sealed record RestAnswer(HttpStatusCode Status, byte[] Body)
{
    public LimitHeaders Limits { get; init; }

    /// <summary><c>X-RateLimit-Scope</c>; null when absent.</summary>
    public string? Scope { get; init; }

    /// <summary>True when <c>X-RateLimit-Global</c> is set.</summary>
    public bool IsGlobal { get; init; }

    /// <summary><c>Retry-After</c> in seconds; null when absent.</summary>
    public double? RetryAfter { get; init; }

    /// <summary>True with a <c>Via</c> header: the answer passed Discord's own edge.</summary>
    public bool HasVia { get; init; }

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>Reads an answer to its end.</summary>
    public static async Task<RestAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var headers = response.Headers.NonValidated;
        return new RestAnswer(response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellationToken))
        {
            Limits = LimitHeaders.Read(response.Headers),
            Scope = LimitHeaders.Text(headers, "X-RateLimit-Scope"),
            IsGlobal = string.Equals(LimitHeaders.Text(headers, "X-RateLimit-Global"), "true", StringComparison.OrdinalIgnoreCase),
            RetryAfter = LimitHeaders.Number(headers, "Retry-After"),
            HasVia = headers.Contains("Via"),
        };
    }

    /// <summary>Whose limit this 429 is about.</summary>
    public LimitScope ScopeWith(ApiError error) =>
        !error.IsJson || !HasVia ? LimitScope.Cloudflare
        : IsGlobal || error.IsGlobal || Scope is "global" ? LimitScope.Global
        : Scope is "shared" ? LimitScope.Shared
        : LimitScope.User;

    /// <summary>How long Discord asks to wait; null when it does not say. The body is exact, the header rounded up.</summary>
    public TimeSpan? WaitWith(ApiError error) =>
        (error.RetryAfter ?? RetryAfter) is { } seconds and >= 0 and < 1e6 ? TimeSpan.FromSeconds(seconds) : null;
}

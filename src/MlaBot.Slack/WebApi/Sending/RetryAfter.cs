using System.Globalization;

namespace MlaBot.Slack.WebApi.Sending;

/// <summary>The header <c>Retry-After</c>: whole seconds.</summary>
/// <remarks>Source: Slack developer documentation, "Rate limits: Responding to rate limiting conditions".</remarks>
internal static class RetryAfter
{
    /// <returns>The wait; null when Slack did not name a sensible one.</returns>
    public static TimeSpan? Read(HttpResponseMessage response) =>
        response.Headers.NonValidated.TryGetValues("Retry-After", out var values)
        && double.TryParse(values.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
        && seconds is >= 0 and < 1e6
            ? TimeSpan.FromSeconds(seconds)
            : null;
}

namespace MlaBot.Slack.WebApi;

/// <summary>Addresses that Slack hands out.</summary>
internal static class WebAddress
{
    /// <returns>The address; null when the text is none of HTTP.</returns>
    public static Uri? Read(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && IsHttp(address) ? address : null;

    public static bool IsHttp(Uri address) => address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
}

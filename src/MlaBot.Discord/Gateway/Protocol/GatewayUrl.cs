namespace MlaBot.Discord.Gateway.Protocol;

/// <summary>The addresses of the gateway.</summary>
internal static class GatewayUrl
{
    /// <summary>Reads what Discord gave.</summary>
    /// <returns>Null unless it is an absolute <c>ws</c> or <c>wss</c> address.</returns>
    public static Uri? TryParse(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "ws" or "wss" ? url : null;

    /// <summary>The address to open: <c>?v=10&amp;encoding=json</c> is added, and <c>compress</c> when asked for.</summary>
    /// <remarks>Source: Discord, "Gateway: Connecting". The address may or may not end in a slash.</remarks>
    public static Uri ToOpen(Uri url, bool isCompressed) =>
        new UriBuilder(url) { Query = isCompressed ? "v=10&encoding=json&compress=zlib-stream" : "v=10&encoding=json" }.Uri;

    /// <summary>True when going from one address to the other would send the token in clear.</summary>
    public static bool LosesEncryption(Uri from, Uri to) => from.Scheme is "wss" && to.Scheme is not "wss";
}

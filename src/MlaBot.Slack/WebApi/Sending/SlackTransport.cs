using MlaBot.Slack.WebApi.Bodies;

namespace MlaBot.Slack.WebApi.Sending;

/// <summary>Puts requests on the wire: connections, headers, nothing else.</summary>
internal sealed class SlackTransport : IDisposable
{
    private readonly HttpMessageInvoker _wire;
    private readonly string _base;
    private readonly string _botAuthorization;
    private readonly string _appAuthorization;
    private readonly string _userAgent;

    /// <summary>Makes the connections' pool.</summary>
    /// <exception cref="ArgumentException">A token has characters that no token has.</exception>
    public SlackTransport(SlackOptions options, SlackTokens tokens)
    {
        _botAuthorization = $"Bearer {Checked(tokens.BotToken, "bot token", "OAuth & Permissions")}";
        _appAuthorization = $"Bearer {Checked(tokens.AppToken, "app token", "Basic Information, App-Level Tokens")}";
        _base = options.ApiBaseUrl.AbsoluteUri.TrimEnd('/') + "/";
        _userAgent = $"MlaBot/{typeof(SlackTransport).Assembly.GetName().Version?.ToString(3) ?? "0.0.0"}";
        _wire = new HttpMessageInvoker(new SocketsHttpHandler
        {
            // A redirect would carry the token to another place.
            AllowAutoRedirect = false,
            UseCookies = false,
            // Traces would hold the whole address, and response URLs are secrets.
            ActivityHeadersPropagator = null,
            // A new connection costs more than an answer to a press may take.
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(30),
            ConnectTimeout = TimeSpan.FromSeconds(10),
        });
    }

    /// <summary>The address of a method.</summary>
    public Uri AddressOf(SlackMethod method) => new(_base + method.Name);

    /// <summary>Calls a method. The token is in the header and nowhere else.</summary>
    /// <returns>The answer with its headers read; the caller disposes of it.</returns>
    public Task<HttpResponseMessage> CallAsync(Uri address, SlackMethod method, HttpContent content, CancellationToken cancellationToken) =>
        SendAsync(address, content, method.IsForApp ? _appAuthorization : _botAuthorization, cancellationToken);

    /// <summary>Posts to an address that is its own permission, without a token.</summary>
    /// <returns>The answer with its headers read; the caller disposes of it.</returns>
    public Task<HttpResponseMessage> PostAsync(Uri address, WebBody body, CancellationToken cancellationToken) =>
        SendAsync(address, body.ToContent(), authorization: null, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _wire.Dispose();

    private static string Checked(string token, string name, string place)
    {
        var trimmed = token.Trim();
        return trimmed.Length > 0 && trimmed.All(letter => letter is > ' ' and <= '~')
            ? trimmed
            : throw new ArgumentException($"The Slack {name} is empty or has blanks or other characters that no token has. Copy it again from the app's page ({place}).", nameof(token));
    }

    private async Task<HttpResponseMessage> SendAsync(Uri address, HttpContent content, string? authorization, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.TryAddWithoutValidation("User-Agent", _userAgent);
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return await _wire.SendAsync(request, cancellationToken);
    }
}

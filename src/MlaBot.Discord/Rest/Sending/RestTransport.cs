namespace MlaBot.Discord.Rest.Sending;

/// <summary>Puts requests on the wire: connections, headers, nothing else.</summary>
internal sealed class RestTransport : IDisposable
{
    private readonly HttpMessageInvoker _wire;
    private readonly string _base;
    private readonly string _authorization;
    private readonly string _userAgent;

    /// <summary>Makes the connections' pool.</summary>
    /// <exception cref="ArgumentException">The token has characters that no token has.</exception>
    public RestTransport(DiscordOptions options)
    {
        var token = options.Token.Trim();
        if (token.Length == 0 || !token.All(letter => letter is > ' ' and <= '~'))
        {
            throw new ArgumentException("Discord:Token is empty or has blanks or other characters that no token has. Copy it again from the developer portal.", nameof(options));
        }

        _authorization = $"Bot {token}";
        _base = options.ApiBaseUrl.AbsoluteUri.TrimEnd('/');
        _userAgent = $"DiscordBot ({options.ProjectUrl.AbsoluteUri}, {typeof(RestTransport).Assembly.GetName().Version?.ToString(3) ?? "0.0.0"})";
        _wire = new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            // Traces would hold the whole address, and with it the interaction token.
            ActivityHeadersPropagator = null,
            // A new connection costs more than a callback may take at its median.
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(30),
            ConnectTimeout = TimeSpan.FromSeconds(10),
        });
    }

    /// <summary>Sends one request.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path after the API's base.</param>
    /// <param name="content">The body; null for none.</param>
    /// <param name="isAuthorised">True to send the bot token along.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The answer with its headers read; the caller disposes of it.</returns>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content, bool isAuthorised, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri(_base + path));
        request.Content = content;
        request.Headers.TryAddWithoutValidation("User-Agent", _userAgent);
        if (isAuthorised)
        {
            request.Headers.TryAddWithoutValidation("Authorization", _authorization);
        }

        return await _wire.SendAsync(request, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _wire.Dispose();
}

using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MlaBot.Discord.Tests.Rest;

/// <summary>A real HTTP server that answers as a test says and keeps what came.</summary>
internal sealed class ScriptedDiscord : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Func<Received, HttpContext, Task> _answer;
    private readonly ConcurrentQueue<Received> _received = new();

    private ScriptedDiscord(WebApplication app, Func<Received, HttpContext, Task> answer)
    {
        _app = app;
        _answer = answer;
    }

    public Uri BaseUrl { get; private set; } = null!;

    /// <summary>All requests in the order of their arrival.</summary>
    public IReadOnlyList<Received> All => [.. _received];

    public static async Task<ScriptedDiscord> StartAsync(Func<Received, HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new ScriptedDiscord(builder.Build(), answer);
        server._app.Run(server.HandleAsync);
        await server._app.StartAsync();
        server.BaseUrl = new Uri(server._app.Urls.Single() + "/api/v10");
        return server;
    }

    public static Task<ScriptedDiscord> StartAsync(Func<Received, Reply> answer) =>
        StartAsync((received, context) => answer(received).WriteAsync(context));

    public async ValueTask DisposeAsync()
    {
        // Requests that a test left hanging must not hold the end up.
        using var now = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task HandleAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var received = new Received(context.Request.Method, context.Request.Path.Value!["/api/v10".Length..] + context.Request.QueryString, headers, body.ToArray(), TimeProvider.System.GetTimestamp());
        _received.Enqueue(received);
        await _answer(received, context);
    }
}

/// <summary>A request as it came.</summary>
internal sealed record Received(string Method, string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body, long At)
{
    public string Route => $"{Method} {Path}";

    public string Text => Encoding.UTF8.GetString(Body);
}

/// <summary>An answer: status, body and limit headers.</summary>
internal sealed record Reply(int Status, string Body = "")
{
    public Dictionary<string, string> Headers { get; init; } = [];

    public static Reply Message(string id = "1") => new(200, $$"""{"id":"{{id}}"}""");

    public static Reply Error(int status, int code, string message = "no") => new(status, $$"""{"code":{{code}},"message":"{{message}}"}""");

    /// <summary>A 429 as Discord sends it.</summary>
    public static Reply Limited(double seconds, string scope = "user") =>
        new(429, string.Create(CultureInfo.InvariantCulture, $$"""{"message":"You are being rate limited.","retry_after":{{seconds}},"global":{{(scope is "global" ? "true" : "false")}}}"""))
        {
            Headers =
            {
                ["Retry-After"] = Math.Ceiling(seconds).ToString(CultureInfo.InvariantCulture),
                ["Via"] = "1.1 google",
                ["X-RateLimit-Scope"] = scope,
            },
        };

    public Reply With(string name, string value)
    {
        Headers[name] = value;
        return this;
    }

    public Reply InBucket(string hash, int limit, int remaining, double resetAfter, double reset = 1_800_000_000)
    {
        Headers["X-RateLimit-Bucket"] = hash;
        Headers["X-RateLimit-Limit"] = limit.ToString(CultureInfo.InvariantCulture);
        Headers["X-RateLimit-Remaining"] = remaining.ToString(CultureInfo.InvariantCulture);
        Headers["X-RateLimit-Reset-After"] = resetAfter.ToString("0.000", CultureInfo.InvariantCulture);
        Headers["X-RateLimit-Reset"] = reset.ToString("0.000", CultureInfo.InvariantCulture);
        return this;
    }

    public async Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        foreach (var (name, value) in Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (Body.Length > 0)
        {
            context.Response.ContentType ??= Body[0] == '{' || Body[0] == '[' ? "application/json" : "text/plain";
            await context.Response.WriteAsync(Body);
        }
    }
}

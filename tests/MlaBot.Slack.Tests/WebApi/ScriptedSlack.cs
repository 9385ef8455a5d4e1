using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MlaBot.Slack.Tests.WebApi;

/// <summary>A real HTTP server that answers as a test says and keeps what came.</summary>
internal sealed class ScriptedSlack : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Func<Received, HttpContext, Task> _answer;
    private readonly ConcurrentQueue<Received> _received = new();

    private ScriptedSlack(WebApplication app, Func<Received, HttpContext, Task> answer)
    {
        _app = app;
        _answer = answer;
    }

    /// <summary>Where the server listens, with a slash at the end.</summary>
    public Uri Root { get; private set; } = null!;

    /// <summary>All requests in the order of their arrival.</summary>
    public IReadOnlyList<Received> All => [.. _received];

    public static async Task<ScriptedSlack> StartAsync(Func<Received, HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new ScriptedSlack(builder.Build(), answer);
        server._app.Run(server.HandleAsync);
        await server._app.StartAsync();
        server.Root = new Uri(server._app.Urls.Single() + "/");
        return server;
    }

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
        var received = new Received(context.Request.Method, context.Request.Path.Value! + context.Request.QueryString, headers, body.ToArray());
        _received.Enqueue(received);
        await _answer(received, context);
    }
}

/// <summary>A request as it came.</summary>
internal sealed record Received(string HttpMethod, string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>The name of the Web API's method, or the whole path.</summary>
    public string Method => Path.StartsWith("/api/", StringComparison.Ordinal) ? Path["/api/".Length..] : Path;

    public string Text => Encoding.UTF8.GetString(Body);

    public string? Type => Headers.GetValueOrDefault("Content-Type");

    public string? Authorization => Headers.GetValueOrDefault("Authorization");
}

/// <summary>An answer: status, body and headers.</summary>
internal sealed record Reply(int Status, string Body)
{
    public Dictionary<string, string> Headers { get; init; } = [];

    public static Reply Ok { get; } = new(200, """{"ok":true}""");

    public static Reply Posted { get; } = new(200, """{"ok":true,"channel":"C1","ts":"1.000100","message":{"ts":"1.000100"}}""");

    public static Reply Error(string code, int status = 200) => new(status, $$"""{"ok":false,"error":"{{code}}"}""");

    public static Reply Limited(int? seconds) =>
        seconds is null ? Error("ratelimited", 429) : Error("ratelimited", 429).With("Retry-After", seconds.Value.ToString(CultureInfo.InvariantCulture));

    public Reply With(string name, string value) => this with { Headers = new Dictionary<string, string>(Headers) { [name] = value } };

    public async Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        context.Response.ContentType = Body.StartsWith('{') ? "application/json; charset=utf-8" : "text/html";
        foreach (var (name, value) in Headers)
        {
            context.Response.Headers[name] = value;
        }

        await context.Response.WriteAsync(Body);
    }
}

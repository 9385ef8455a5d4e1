using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MlaBot.Slack.Tests.SocketMode;

/// <summary>A WebSocket server whose every frame a test decides. Connections wait in line for the test.</summary>
internal sealed class ScriptedSlack : IAsyncDisposable
{
    private readonly Channel<ScriptedSocket> _arrived = Channel.CreateUnbounded<ScriptedSocket>();
    private readonly WebApplication _app;
    private int _requests;

    private ScriptedSlack(WebApplication app) => _app = app;

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Url { get; private set; } = "";

    /// <summary>True: connections are answered with 503.</summary>
    public bool IsDown { get; set; }

    /// <summary>Requests, those refused too.</summary>
    public int Requests => _requests;

    public static async Task<ScriptedSlack> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.UseWebSockets();
        var server = new ScriptedSlack(app);
        app.Run(server.AcceptAsync);
        await app.StartAsync();
        server.Url = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single().Replace("http", "ws");
        return server;
    }

    /// <summary>The next connection, in the order of arrival.</summary>
    public async Task<ScriptedSocket> NextAsync() => await _arrived.Reader.ReadAsync().AsTask().WaitAsync(SocketRig.Limit);

    /// <summary>The next connection if one is there.</summary>
    public bool TryNext(out ScriptedSocket? connection) => _arrived.Reader.TryRead(out connection);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AcceptAsync(HttpContext context)
    {
        Interlocked.Increment(ref _requests);
        if (IsDown)
        {
            context.Response.StatusCode = 503;
            return;
        }

        // Its own pings off: a test decides what is sent.
        using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { KeepAliveInterval = TimeSpan.Zero });
        using var connection = new ScriptedSocket(context, socket);
        _arrived.Writer.TryWrite(connection);
        await connection.Over;
    }
}

using System.Net;
using MlaBot.DiscordServer.Commands;
using MlaBot.DiscordServer.Control;
using MlaBot.DiscordServer.Faults;
using MlaBot.DiscordServer.Interactions;
using MlaBot.DiscordServer.Limits;
using MlaBot.DiscordServer.Messages;
using MlaBot.DiscordServer.Pages;
using MlaBot.DiscordServer.Places;
using MlaBot.DiscordServer.Rest;
using MlaBot.DiscordServer.World;

namespace MlaBot.DiscordServer;

/// <summary>A local Discord. It can be stopped and started again on the same port with its state kept.</summary>
public sealed class DiscordTestServer : IAsyncDisposable
{
    private readonly RestPipeline _pipeline;
    private readonly List<ApiEndpoint> _endpoints;
    private int _port;
    private WebApplication? _app;

    private DiscordTestServer(DiscordServerOptions options)
    {
        World = new(options.Clock);
        Gateway = options.Gateway(World);
        World.Feed = Gateway;
        Faults = new();
        Limits = new(options.Clock, options.LimitsRates);
        var desk = new InteractionDesk(World, Faults);
        Control = new(World, desk);
        _pipeline = new(World, Faults, Limits, options.BodyCheck);
        _port = options.Port;
        _endpoints =
        [
            .. new PlaceCalls(Gateway).Endpoints, .. ThreadCalls.Endpoints, .. new MessageCalls(new(options.Clock)).Endpoints,
            .. new CommandCalls(options.Clock).Endpoints, .. new CallbackCalls(desk).Endpoints, .. new WebhookCalls(desk).Endpoints,
        ];
    }

    public DiscordWorld World { get; }

    public DiscordControl Control { get; }

    public FaultPlan Faults { get; }

    public RateLimits Limits { get; }

    public IGatewayServer Gateway { get; }

    /// <summary>Such as <c>http://127.0.0.1:7900</c>.</summary>
    public Uri BaseAddress => new(World.BaseUrl);

    /// <summary>With the version: <c>http://127.0.0.1:7900/api/v10</c>.</summary>
    public string ApiBaseUrl => World.BaseUrl + "/api/v10";

    /// <summary>Every API request so far, oldest first.</summary>
    public IReadOnlyCollection<RequestRecord> Requests => _pipeline.Requests;

    public static async Task<DiscordTestServer> StartAsync(DiscordServerOptions? options = null, CancellationToken cancellationToken = default)
    {
        var server = new DiscordTestServer(options ?? new());
        await server.StartAgainAsync(cancellationToken);
        return server;
    }

    /// <summary>Starts after <see cref="StopAsync"/>, on the same port.</summary>
    public async Task StartAgainAsync(CancellationToken cancellationToken = default)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(200));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, _port);
            kestrel.Limits.MaxRequestBodySize = 40 * 1024 * 1024;
            kestrel.AddServerHeader = false;
        });
        var app = builder.Build();
        Map(app);
        await app.StartAsync(cancellationToken);
        _app = app;
        World.BaseUrl = app.Urls.Single();
        _port = BaseAddress.Port;
    }

    /// <summary>Cuts all connections. The state stays.</summary>
    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        if (_app is { } app)
        {
            _app = null;
            await app.StopAsync(cancellationToken);
            await app.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private void Map(WebApplication app)
    {
        app.UseWebSockets();
        app.Use(async (http, next) =>
        {
            if (http.WebSockets.IsWebSocketRequest)
            {
                await Gateway.ServeAsync(http, app.Lifetime.ApplicationStopping);
                return;
            }

            await next(http);
            var isUnknown = http.Response is { StatusCode: 404 or 405, HasStarted: false } && http.GetEndpoint()?.Metadata.GetMetadata<ApiEndpoint>() is null;
            if (isUnknown && http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            {
                await _pipeline.RefuseAsync(http, http.Response.StatusCode);
            }
        });
        app.UseRouting();
        foreach (var endpoint in _endpoints)
        {
            app.MapMethods("/api/v10" + endpoint.Route, [endpoint.Method], http => _pipeline.RunAsync(http, endpoint)).WithMetadata(endpoint);
        }

        ControlRoutes.Map(app, this);
        LandingPage.Map(app, this);
        app.MapGet("/attachments/{channel}/{file}/{name}", (ulong file) => World.Files.TryGetValue(file, out var stored)
            ? Results.Bytes(stored.Bytes.ToArray(), stored.MediaType)
            : Results.NotFound());
    }
}

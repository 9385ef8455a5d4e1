using System.Net;
using MlaBot.SlackServer.Control;
using MlaBot.SlackServer.Faults;
using MlaBot.SlackServer.Limits;
using MlaBot.SlackServer.Messages;
using MlaBot.SlackServer.Pages;
using MlaBot.SlackServer.Places;
using MlaBot.SlackServer.Responses;
using MlaBot.SlackServer.Sockets;
using MlaBot.SlackServer.Uploads;
using MlaBot.SlackServer.Validation;
using MlaBot.SlackServer.Views;
using MlaBot.SlackServer.WebApi;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer;

/// <summary>A local Slack with several workspaces. It can be stopped and started again on the same port with its state kept.</summary>
public sealed class SlackTestServer : IAsyncDisposable
{
    private readonly ApiPipeline _pipeline;
    private readonly UploadRoute _uploads;
    private readonly ResponseRoute _responses;
    private int _port;
    private WebApplication? _app;

    private SlackTestServer(SlackServerOptions options)
    {
        World = new(options.Clock);
        World.Sockets = options.Sockets(World);
        Faults = new();
        Limits = new(options.Clock, options.LimitsRates);
        var files = new FileCalls(options.FileProcessing);
        var check = options.ChecksBodies ? new BodyCheck(file => files.IsReady(file, World.Clock.GetUtcNow())) : null;
        var postman = new Postman(World);
        Control = new(World, postman, new(World, new(World, check), Faults));
        IEnumerable<ApiMethod> methods =
        [
            .. PeopleCalls.Methods, .. new ConversationCalls(postman).Methods, .. new ChatCalls(postman, options.RefusesKnownClientMessageIds).Methods,
            .. HistoryCalls.Methods, .. ViewCalls.Methods, .. files.Methods, .. new ValidateCalls(check).Methods,
        ];
        _pipeline = new(World, Faults, Limits, check, methods.ToDictionary(method => method.Name, StringComparer.Ordinal));
        _uploads = new(World, Faults, _pipeline.Requests.Enqueue);
        _responses = new(World, Faults, check, _pipeline.Requests.Enqueue);
        _port = options.Port;
    }

    public SlackWorld World { get; }

    public SlackControl Control { get; }

    public FaultPlan Faults { get; }

    public RateLimits Limits { get; }

    public ISocketServer Sockets => World.Sockets;

    /// <summary>Such as <c>http://127.0.0.1:7901</c>.</summary>
    public Uri BaseAddress => new(World.BaseUrl);

    /// <summary>Where the Web API lies, with a slash at the end: <c>http://127.0.0.1:7901/api/</c>.</summary>
    public string ApiBaseUrl => World.BaseUrl + "/api/";

    /// <summary>Every request so far, oldest first: Web API, response URLs, uploads.</summary>
    public IReadOnlyCollection<RequestRecord> Requests => _pipeline.Requests;

    public static async Task<SlackTestServer> StartAsync(SlackServerOptions? options = null, CancellationToken cancellationToken = default)
    {
        var server = new SlackTestServer(options ?? new());
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

    private static string Route(HttpContext http, string name) => (string)http.Request.RouteValues[name]!;

    private void Map(WebApplication app)
    {
        app.UseWebSockets();
        app.Use((http, next) => http.WebSockets.IsWebSocketRequest ? Sockets.ServeAsync(http, app.Lifetime.ApplicationStopping) : next(http));
        app.MapMethods("/api/{method}", ["GET", "POST"], http => _pipeline.RunAsync(http, Route(http, "method")));
        app.MapPost("/upload/v1/{key}", http => _uploads.RunAsync(http, Route(http, "key")));
        foreach (var kind in new[] { "commands", "actions", "app" })
        {
            app.MapPost("/" + kind + "/{team}/{number}/{key}", http => _responses.RunAsync(http, Route(http, "key")));
        }

        ControlRoutes.Map(app, this);
        LandingPage.Map(app, this);
    }
}

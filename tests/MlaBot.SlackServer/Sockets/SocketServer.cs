using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Features;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Sockets;

/// <summary>The socket side of the local Slack.</summary>
public sealed class SocketServer : ISocketServer
{
    private readonly SlackWorld _world;
    private readonly SocketTickets _tickets;
    private readonly Envelopes _envelopes;
    private readonly ConcurrentDictionary<string, SocketBook> _books = new(StringComparer.Ordinal);
    private int _links;

    public SocketServer(SlackWorld world, SocketOptions? options = null)
    {
        _world = world;
        Options = options ?? new();
        _tickets = new(world.Clock, Options.TicketLife);
        Control = new(world, this);
        _envelopes = new(world, Options, Control, BookOf);
    }

    public SocketOptions Options { get; }

    public SocketControl Control { get; }

    public Delivery Deliver(string appId, string type, JsonObject payload, bool acceptsPayload) => _envelopes.Deliver(appId, type, payload, acceptsPayload);

    public SocketTicket OpenTicket(App app)
    {
        // Slack does not say how it answers then; this code is on no list of fatal ones, so clients wait and try again.
        var error = Control.OpenError ?? (BookOf(app.Id).Open.Count >= Options.MaxSockets ? "too_many_websockets" : "");
        return error.Length > 0 ? new("", error) : new($"{_world.BaseUrl.Replace("http", "ws", StringComparison.Ordinal)}/link/?ticket={_tickets.Issue(app)}&app_id={app.Id}");
    }

    public void CloseAll(string appId)
    {
        foreach (var link in Links(appId))
        {
            link.Close();
        }
    }

    public async Task ServeAsync(HttpContext http, CancellationToken stopping)
    {
        if (Refusal(http, out var app) is { } status)
        {
            http.Response.StatusCode = status;
            return;
        }

        var frames = await UpgradeAsync(http);
        var link = new SocketLink(Interlocked.Increment(ref _links), app!, frames, http.Abort, Control, _world.Clock);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping, http.RequestAborted);
        var pump = PumpAsync(link, ending);
        Control.Opened(link, http.Request.QueryString.Value?.Replace($"ticket={http.Request.Query["ticket"]}", "", StringComparison.Ordinal) ?? "");
        Welcome(link, http.Request.Query["debug_reconnects"] == "true" ? Options.DebugConnectionTime : Options.ConnectionTime, ending.Token);
        try
        {
            await HearAsync(link, ending.Token);
            if (link.IsClosing)
            {
                await pump;
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException or ObjectDisposedException)
        {
            link.Cut(stopping.IsCancellationRequested ? "the server stopped" : "cut by the client");
        }
        finally
        {
            BookOf(link.App.Id).Remove(link);
            await ending.CancelAsync();
            if (!link.IsClosing)
            {
                // A client that ended only its half of the TCP connection would keep the other half open for long.
                http.Abort();
            }

            Control.Ended(link);
        }
    }

    internal SocketBook BookOf(string appId) => _books.GetOrAdd(appId, _ => new(_world.Clock));

    /// <summary>The open sockets, the oldest first; null for those of every app.</summary>
    internal IReadOnlyList<SocketLink> Links(string? appId) =>
        [.. _books.Where(entry => appId is null || entry.Key == appId).SelectMany(entry => entry.Value.Open).OrderBy(link => link.Number)];

    /// <summary>Starts <see cref="RefreshAsync"/>.</summary>
    internal void Refresh(SocketLink link) => _ = RefreshAsync(link, CancellationToken.None);

    /// <summary>Warns, asks for another socket, and closes.</summary>
    internal async Task RefreshAsync(SocketLink link, CancellationToken cancellationToken)
    {
        if (!link.BeginRefresh())
        {
            return;
        }

        link.Send(SocketFrames.Disconnect("warning", link.Number));
        await Task.Delay(Options.RefreshAfterWarning, _world.Clock, cancellationToken);
        link.IsBeingReplaced = true;
        link.Send(SocketFrames.Disconnect("refresh_requested", link.Number));
        await Task.Delay(Options.CloseAfterWarning - Options.RefreshAfterWarning, _world.Clock, cancellationToken);
        link.Close();
        await Control.UntilAsync(() => !BookOf(link.App.Id).Open.Contains(link), cancellationToken);
    }

    private int? Refusal(HttpContext http, out App? app)
    {
        app = null;
        if (!http.Request.Path.StartsWithSegments("/link", StringComparison.Ordinal))
        {
            return StatusCodes.Status404NotFound;
        }

        if (Control.RefusesSockets)
        {
            return StatusCodes.Status503ServiceUnavailable;
        }

        app = _tickets.Use(http.Request.Query["ticket"].ToString());
        return app is null ? StatusCodes.Status401Unauthorized : null;
    }

    private static async Task<FrameStream> UpgradeAsync(HttpContext http)
    {
        // RFC 6455, 4.2.2. No extension is named, so permessage-deflate is declined; any Origin and Host will do.
#pragma warning disable CA5350 // The protocol asks for SHA-1; it protects nothing.
        var accept = SHA1.HashData(Encoding.ASCII.GetBytes(http.Request.Headers.SecWebSocketKey + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"));
#pragma warning restore CA5350
        http.Response.Headers.SecWebSocketAccept = Convert.ToBase64String(accept);
        http.Response.Headers.Connection = "Upgrade";
        http.Response.Headers.Upgrade = "websocket";
        return new(await http.Features.GetRequiredFeature<IHttpUpgradeFeature>().UpgradeAsync());
    }

    /// <summary>Says hello and begins the socket's life, or sends it away.</summary>
    private void Welcome(SocketLink link, TimeSpan life, CancellationToken ended)
    {
        var book = BookOf(link.App.Id);
        var refusal = Control.IsDisabled(link.App) ? "link_disabled" : Control.SaysHello && !book.Add(link, Options.MaxSockets) ? "too_many_websockets" : null;
        if (refusal is not null)
        {
            link.Send(SocketFrames.Disconnect(refusal, link.Number));
            link.Close();
        }
        else if (Control.SaysHello)
        {
            link.Send(SocketFrames.Hello(link.App.Id, link.Number, book.Open.Count, life, link.OpenedAt));
            link.SaidHello = true;
            _ = LiveAsync(link, life, ended);
        }

        _ = PingAsync(link, ended);
        _world.Changed();
    }

    private async Task LiveAsync(SocketLink link, TimeSpan life, CancellationToken ended)
    {
        await Task.Delay(life, _world.Clock, ended).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        if (!ended.IsCancellationRequested)
        {
            Refresh(link);
        }
    }

    // In real time even under a clock that a test moves: the TCP connection lives in it too.
    private async Task PingAsync(SocketLink link, CancellationToken ended)
    {
        using var timer = new PeriodicTimer(Options.PingInterval, TimeProvider.System);
        try
        {
            while (await timer.WaitForNextTickAsync(ended))
            {
                if (link.Unanswered >= Options.UnansweredPings)
                {
                    link.Cut("the client is silent");
                    return;
                }

                if (Control.SendsPings)
                {
                    link.Ping();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The socket ended.
        }
    }

    private async Task PumpAsync(SocketLink link, CancellationTokenSource ending)
    {
        await link.PumpAsync(ending.Token);
        BookOf(link.App.Id).Remove(link);
        _world.Changed();
        // A client that does not answer the close is hung up on.
        ending.CancelAfter(Options.CloseWait);
    }

    private async Task HearAsync(SocketLink link, CancellationToken cancellationToken)
    {
        while (await link.ReceiveAsync(cancellationToken) is { } message)
        {
            if (Control.AckDelay is null)
            {
                await _envelopes.TakeAsync(link, message);
            }
            else
            {
                _ = _envelopes.TakeAsync(link, message);
            }
        }
    }
}

using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Sockets;

/// <summary>How a payload comes twice.</summary>
public enum DoubleDelivery
{
    No,

    /// <summary>The same frame twice on one socket; both may be acknowledged.</summary>
    SameEnvelope,

    /// <summary>A second envelope with another id, on the next socket in turn.</summary>
    NewEnvelope,
}

/// <summary>What a test does to the sockets, and what it reads back. Commands go to every open socket, or to those of one app.</summary>
public sealed class SocketControl
{
    private readonly SlackWorld _world;
    private readonly SocketServer _server;
    private readonly ConcurrentDictionary<int, SocketVisit> _visits = [];
    private readonly ConcurrentQueue<JsonObject> _events = [];
    private readonly ConcurrentQueue<SocketReceived> _received = [];
    private readonly ConcurrentDictionary<string, bool> _disabled = new(StringComparer.Ordinal);

    internal SocketControl(SlackWorld world, SocketServer server) => (_world, _server) = (world, server);

    /// <summary>False: pings of clients stay without a pong.</summary>
    public bool AnswersPings { get; set; } = true;

    /// <summary>False: the server sends no pings of its own.</summary>
    public bool SendsPings { get; set; } = true;

    /// <summary>True: nothing is sent on any socket, as on a link that has died one way; what clients send is still read.</summary>
    public bool IsSilent { get; set; }

    /// <summary>True: new sockets get HTTP 503.</summary>
    public bool RefusesSockets { get; set; }

    /// <summary>The error that <c>apps.connections.open</c> gives; null for none.</summary>
    public string? OpenError { get; set; }

    /// <summary>False: new sockets get no <c>hello</c>, and so no envelopes.</summary>
    public bool SaysHello { get; set; } = true;

    public DoubleDelivery Doubles { get; set; }

    /// <summary>How long acknowledgements are on their way; null for no longer than they are.</summary>
    public TimeSpan? AckDelay { get; set; }

    /// <summary>Every socket since the start, in order.</summary>
    public IReadOnlyList<SocketVisit> Visits => [.. _visits.Values.OrderBy(visit => visit.Number)];

    /// <summary>What clients sent, in order.</summary>
    public IReadOnlyList<SocketReceived> Received => [.. _received];

    public SocketFigures Figures(App app) => _server.BookOf(app.Id).Figures;

    /// <summary>Refreshes as Slack does: <c>warning</c>, <c>refresh_requested</c>, the end. Done when all have ended.</summary>
    public Task RefreshAsync(App? app = null, CancellationToken cancellationToken = default) =>
        Task.WhenAll(Links(app).Select(link => _server.RefreshAsync(link, cancellationToken)));

    /// <summary>Refreshes the oldest socket of each app every so often, until it is disposed.</summary>
    public IDisposable RefreshEvery(TimeSpan interval, App? app = null) => _world.Clock.CreateTimer(_ =>
    {
        foreach (var oldest in Links(app).Where(link => !link.IsRefreshing).GroupBy(link => link.App).Select(links => links.First()))
        {
            _server.Refresh(oldest);
        }
    }, null, interval, interval);

    /// <summary>Sends a <c>disconnect</c> frame with any reason and leaves the sockets open.</summary>
    public void Disconnect(string reason, App? app = null) => Each(app, link => link.Send(SocketFrames.Disconnect(reason, link.Number)));

    /// <summary>An admin switches Socket Mode off: every socket is told <c>link_disabled</c> and closed, and so are new ones.</summary>
    public void DisableSocketMode(App app, bool isDisabled = true)
    {
        _disabled[app.Id] = isDisabled;
        if (isDisabled)
        {
            TellAndClose("link_disabled", app);
        }
    }

    /// <summary>Tells every socket <c>too_many_websockets</c> and closes it.</summary>
    public void TooManySockets(App? app = null) => TellAndClose("too_many_websockets", app);

    /// <summary>Cuts the TCP connections without a word. From here on nothing is sent there, also while the connections are still ending.</summary>
    public void Cut(App? app = null) => Each(app, link =>
    {
        _server.BookOf(link.App.Id).Remove(link);
        link.Cut("cut by the server");
    });

    /// <summary>Sends a close frame.</summary>
    public void Close(int code = 1001, App? app = null) => Each(app, link => link.Close(code));

    /// <summary>Sends any text as a message, malformed ones too.</summary>
    public void SendText(string text, App? app = null) => Each(app, link => link.Send(text));

    /// <summary>Sends bytes that are no frame of the websocket protocol.</summary>
    public void SendGarbage(App? app = null) => Each(app, link => link.SendRaw([0xFF, 0xFF, 0xFF, 0xFF]));

    /// <summary>Sends one text message of this many bytes: an envelope of no known type.</summary>
    public void SendOversized(int bytes, App? app = null)
    {
        const string Start = """{"envelope_id":"oversized","type":"unknown","accepts_response_payload":false,"payload":{"filler":""";
        Each(app, link => link.Send($"{Start}\"{new string('x', Math.Max(0, bytes - Encoding.UTF8.GetByteCount(Start) - 4))}\"}}}}"));
    }

    /// <summary>Sends the notice of too many events: an events payload without an inner <c>event</c>.</summary>
    /// <remarks>Source: Slack developer documentation, "app_rate_limited".</remarks>
    public Delivery SendRateLimited(App app) => _server.Deliver(app.Id, "events_api", new()
    {
        ["token"] = "legacy-token",
        ["type"] = "app_rate_limited",
        ["team_id"] = app.Team.Id,
        ["minute_rate_limited"] = _world.Clock.GetUtcNow().ToUnixTimeSeconds() / 60 * 60,
        ["api_app_id"] = app.Id,
    }, acceptsPayload: false);

    /// <summary>Waits until something holds; looks at every change of the world or the sockets.</summary>
    public async Task UntilAsync(Func<bool> holds, CancellationToken cancellationToken)
    {
        while (true)
        {
            var change = _world.NextChange;
            if (holds())
            {
                return;
            }

            await change.WaitAsync(cancellationToken);
        }
    }

    /// <summary>The payloads of all events so far, in order, each once.</summary>
    internal IReadOnlyList<JsonObject> Events => [.. _events];

    internal void SentEvent(JsonObject payload) => _events.Enqueue(payload);

    internal bool IsDisabled(App app) => _disabled.GetValueOrDefault(app.Id);

    internal void Heard(SocketLink link, byte[] message)
    {
        _received.Enqueue(new(link.Number, Encoding.UTF8.GetString(message)));
        _world.Changed();
    }

    internal void Opened(SocketLink link, string query)
    {
        _visits[link.Number] = new(link.Number, link.App.Id, query, link.OpenedAt, null, "");
        _world.Changed();
    }

    internal void Ended(SocketLink link)
    {
        _visits[link.Number] = _visits[link.Number] with { EndedAt = _world.Clock.GetUtcNow(), End = link.End };
        _world.Changed();
    }

    private IReadOnlyList<SocketLink> Links(App? app) => _server.Links(app?.Id);

    private void TellAndClose(string reason, App? app) => Each(app, link =>
    {
        link.Send(SocketFrames.Disconnect(reason, link.Number));
        link.Close();
    });

    private void Each(App? app, Action<SocketLink> act)
    {
        foreach (var link in Links(app))
        {
            act(link);
        }
    }
}

/// <summary>The sockets' controls of a whole server.</summary>
public static class TestServerSockets
{
    /// <exception cref="InvalidCastException">The server was started with another socket side.</exception>
    public static SocketControl SocketControl(this SlackTestServer server) => ((SocketServer)server.Sockets).Control;
}

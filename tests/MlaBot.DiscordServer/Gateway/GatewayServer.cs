using System.Net.WebSockets;
using System.Text.Json.Nodes;
using MlaBot.DiscordServer.World;

namespace MlaBot.DiscordServer.Gateway;

/// <summary>The websocket side of the local Discord.</summary>
public sealed class GatewayServer : IGatewayServer
{
    private readonly DiscordWorld _world;
    private int _connections;

    public GatewayServer(DiscordWorld world, GatewayOptions? options = null)
    {
        _world = world;
        Options = options ?? new GatewayOptions();
        Sessions = new GatewaySessions(world, Options);
        Starts = new SessionStartLimit(Options, world.Clock);
        Control = new GatewayControl(world, Sessions);
    }

    public GatewayOptions Options { get; }

    public GatewayControl Control { get; }

    internal GatewaySessions Sessions { get; }

    internal SessionStartLimit Starts { get; }

    public void Dispatch(ulong guildId, string eventName, JsonNode data, string applicationId) => Sessions.Dispatch(guildId, eventName, data, applicationId);

    public (int Total, int Remaining, int ResetAfter, int MaxConcurrency) SessionStarts(Bot bot) => Starts.Read(bot);

    public async Task ServeAsync(HttpContext context, CancellationToken stopping)
    {
        if (!context.WebSockets.IsWebSocketRequest || Control.RefusesConnections)
        {
            context.Response.StatusCode = Control.RefusesConnections ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status400BadRequest;
            return;
        }

        // No extension is named in the answer, so permessage-deflate is declined; Discord does so too.
        using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { DangerousEnableCompression = false, KeepAliveInterval = TimeSpan.Zero });
        var query = context.Request.Query;
        var connection = new GatewayConnection(Interlocked.Increment(ref _connections), socket, context.Abort, query["compress"] == "zlib-stream", Control, _world.Clock);
        Control.Opened(connection, new GatewayVisit(connection.Number, context.Request.Path, context.Request.QueryString.Value ?? ""));
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping, context.RequestAborted);
        var pump = PumpAsync(connection, ending);
        if (Refusal(query) is { } refusal)
        {
            connection.Close(refusal.Code, refusal.Reason);
        }
        else if (Control.SaysHello)
        {
            connection.Send(Opcode.Hello, Payload.Other(Opcode.Hello, new JsonObject { ["heartbeat_interval"] = (int)Options.HeartbeatInterval.TotalMilliseconds, ["_trace"] = new JsonArray() }));
        }

        await HearAsync(connection, socket, ending.Token);
        connection.Finish();
        await ending.CancelAsync();
        try
        {
            await pump;
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException or IOException)
        {
            // The link was cut under the last frames.
        }
    }

    private static async Task PumpAsync(GatewayConnection connection, CancellationTokenSource ending)
    {
        await connection.PumpAsync(ending.Token);
        // A client that does not answer the close is hung up on.
        ending.CancelAfter(TimeSpan.FromSeconds(5));
    }

    private static (int Code, string Reason)? Refusal(IQueryCollection query) =>
        query["v"] != "10" ? (CloseCode.InvalidVersion, "Invalid API version.")
        : query["encoding"] != "json" ? (CloseCode.DecodeError, "Only encoding=json is spoken here.")
        : query.ContainsKey("compress") && query["compress"] != "zlib-stream" ? (CloseCode.DecodeError, "Only compress=zlib-stream is spoken here.")
        : null;

    private async Task HearAsync(GatewayConnection connection, WebSocket socket, CancellationToken cancellationToken)
    {
        var protocol = new GatewayProtocol(connection, this, _world);
        var patience = Options.HeartbeatInterval * 1.5;
        using var silence = _world.Clock.CreateTimer(_ => connection.Close(CloseCode.UnknownError, "No heartbeat."), null, patience, Timeout.InfiniteTimeSpan);
        try
        {
            while (await connection.ReceiveAsync(cancellationToken) is { } payload)
            {
                if (!connection.IsClosing)
                {
                    protocol.Receive(payload, () => silence.Change(patience, Timeout.InfiniteTimeSpan));
                }
            }

            if (!connection.IsClosing && socket.CloseStatus is { } status)
            {
                await socket.CloseOutputAsync(status, null, cancellationToken);
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException or IOException)
        {
            // A cut link keeps the session.
        }
        finally
        {
            if (protocol.Session is { } session)
            {
                Sessions.Leave(session, connection, connection.EndsSession);
            }

            Control.Ended(connection);
        }
    }
}

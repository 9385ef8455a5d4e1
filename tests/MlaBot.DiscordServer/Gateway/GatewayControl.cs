using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using MlaBot.DiscordServer.World;

namespace MlaBot.DiscordServer.Gateway;

/// <summary>What a test does to the gateway, and what it reads back. Commands go to every open connection.</summary>
public sealed class GatewayControl
{
    private readonly DiscordWorld _world;
    private readonly GatewaySessions _sessions;
    private readonly ConcurrentDictionary<int, GatewayConnection> _open = [];
    private readonly ConcurrentQueue<GatewayReceived> _received = [];
    private readonly ConcurrentQueue<GatewayVisit> _visits = [];

    internal GatewayControl(DiscordWorld world, GatewaySessions sessions)
    {
        _world = world;
        _sessions = sessions;
    }

    /// <summary>False: heartbeats are heard but not answered, as on a connection that has died one way.</summary>
    public bool AcknowledgesHeartbeats { get; set; } = true;

    /// <summary>True: new connections get HTTP 503.</summary>
    public bool RefusesConnections { get; set; }

    /// <summary>False: new connections get no HELLO.</summary>
    public bool SaysHello { get; set; } = true;

    /// <summary>Decides about each frame on its way out; null sends all as they are.</summary>
    public Func<GatewayFrame, FrameFate>? Frames { get; set; }

    /// <summary>Splits messages into websocket frames of this many bytes; null sends each in one.</summary>
    public int? FragmentBytes { get; set; }

    /// <summary>What clients sent, in order.</summary>
    public IReadOnlyList<GatewayReceived> Received => [.. _received];

    /// <summary>Every connection since the start, in order.</summary>
    public IReadOnlyList<GatewayVisit> Visits => [.. _visits];

    public int OpenConnections => _open.Count;

    /// <summary>The sessions that are connected or can be resumed.</summary>
    public IReadOnlyList<string> Sessions => _sessions.Ids;

    public IReadOnlyList<GatewayReceived> Of(int op) => [.. _received.Where(entry => entry.Op == op)];

    /// <summary>Cuts every TCP link without a word.</summary>
    public void Cut() => Each(connection => connection.Cut());

    public void Close(int code, string reason = "") => Each(connection => connection.Close(code, reason));

    /// <summary>Op 7.</summary>
    public void AskToReconnect() => Send(Opcode.Reconnect, null);

    /// <summary>Op 9; false forgets the sessions first.</summary>
    public void InvalidateSession(bool canResume)
    {
        if (!canResume)
        {
            _sessions.DropAll();
        }

        Send(Opcode.InvalidSession, JsonValue.Create(canResume));
    }

    /// <summary>Forgets all sessions without telling: the next RESUME is refused.</summary>
    public void ForgetSessions() => _sessions.DropAll();

    /// <summary>Op 1: asks for a beat now.</summary>
    public void AskForHeartbeat() => Send(Opcode.Heartbeat, null);

    /// <summary>Sends any text as a payload, malformed ones too.</summary>
    public void SendText(string text) => Each(connection => connection.SendRaw(Encoding.UTF8.GetBytes(text), isBinary: false));

    /// <summary>Sends any bytes as one binary message, not compressed.</summary>
    public void SendBytes(ReadOnlyMemory<byte> bytes) => Each(connection => connection.SendRaw(bytes, isBinary: true));

    /// <summary>Waits until something holds; looks at every change of the world or the gateway.</summary>
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

    internal void Record(GatewayReceived received)
    {
        _received.Enqueue(received);
        _world.Changed();
    }

    internal void Opened(GatewayConnection connection, GatewayVisit visit)
    {
        _open[connection.Number] = connection;
        _visits.Enqueue(visit);
        _world.Changed();
    }

    internal void Ended(GatewayConnection connection)
    {
        _open.TryRemove(connection.Number, out _);
        _world.Changed();
    }

    private void Send(int op, JsonNode? data)
    {
        var payload = Payload.Other(op, data);
        Each(connection => connection.Send(op, payload));
    }

    private void Each(Action<GatewayConnection> act)
    {
        foreach (var connection in _open.Values)
        {
            act(connection);
        }
    }
}

/// <summary>A client's connection: its number, and the url it came to.</summary>
public sealed record GatewayVisit(int Connection, string Path, string Query);

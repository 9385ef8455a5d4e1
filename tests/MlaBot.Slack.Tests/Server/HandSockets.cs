using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using MlaBot.SlackServer.Sockets;
using MlaBot.SlackServer.World;

namespace MlaBot.Slack.Tests.Server;

/// <summary>A socket side whose app is the test itself: it hears everything and answers by hand.</summary>
internal sealed class HandSockets : ISocketServer
{
    private readonly Lock _gate = new();
    private readonly List<(string Type, JsonObject Payload, bool AcceptsPayload)> _heard = [];

    /// <summary>The acknowledgement's payload for an envelope; null for none.</summary>
    public Func<string, JsonObject, JsonObject?> Answer { get; set; } = (_, _) => null;

    /// <summary>True: nothing is acknowledged.</summary>
    public bool IsSilent { get; set; }

    public List<string> Closed { get; } = [];

    public IReadOnlyList<(string Type, JsonObject Payload, bool AcceptsPayload)> Heard
    {
        get
        {
            lock (_gate)
            {
                return [.. _heard];
            }
        }
    }

    /// <summary>The inner events heard so far.</summary>
    public IReadOnlyList<JsonObject> Events => [.. Heard.Where(one => one.Type == "events_api").Select(one => (JsonObject)one.Payload["event"]!)];

    public Delivery Deliver(string appId, string type, JsonObject payload, bool acceptsPayload)
    {
        lock (_gate)
        {
            _heard.Add((type, payload, acceptsPayload));
        }

        return new("envelope", Task.Run(() => IsSilent ? null : new Acknowledgement(Answer(type, payload), TimeSpan.FromMilliseconds(5))), () => TimeSpan.FromMilliseconds(5));
    }

    public SocketTicket OpenTicket(App app) => new($"ws://127.0.0.1/link/?ticket=1&app_id={app.Id}");

    public Task ServeAsync(HttpContext http, CancellationToken stopping) => Task.CompletedTask;

    public void CloseAll(string appId) => Closed.Add(appId);
}

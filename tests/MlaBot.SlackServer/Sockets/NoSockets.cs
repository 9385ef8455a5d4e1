using System.Text.Json.Nodes;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Sockets;

/// <summary>A Slack without sockets, for tests of the HTTP side: nobody hears, every act times out.</summary>
internal sealed class NoSockets : ISocketServer
{
    public Delivery Deliver(string appId, string type, JsonObject payload, bool acceptsPayload) =>
        new(Guid.NewGuid().ToString(), Task.FromResult<Acknowledgement?>(null), () => TimeSpan.Zero);

    public SocketTicket OpenTicket(App app) => new("", "internal_error");

    public Task ServeAsync(HttpContext http, CancellationToken stopping)
    {
        http.Response.StatusCode = 404;
        return Task.CompletedTask;
    }

    public void CloseAll(string appId)
    {
    }
}

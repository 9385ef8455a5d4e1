using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Sockets;

/// <summary>The socket side, as the HTTP side starts and feeds it.</summary>
public interface ISocketServer : ISocketFeed
{
    /// <summary>A fresh ticket of one use for <c>apps.connections.open</c>. Called under <see cref="SlackWorld.Gate"/>: never waits.</summary>
    SocketTicket OpenTicket(App app);

    /// <summary>Serves one websocket request (path <c>/link/</c>) until the socket or the server ends.</summary>
    Task ServeAsync(HttpContext http, CancellationToken stopping);

    /// <summary>Closes an app's sockets, as Slack does when it is uninstalled.</summary>
    void CloseAll(string appId);
}

/// <summary>The answer to <c>apps.connections.open</c>: one of the two is empty.</summary>
/// <param name="Url">Such as <c>ws://127.0.0.1:7901/link/?ticket=...&amp;app_id=A1</c>.</param>
/// <param name="Error">Slack's error code.</param>
public sealed record SocketTicket(string Url, string Error = "");

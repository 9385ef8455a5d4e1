using MlaBot.SlackServer.Sockets;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer;

/// <summary>The one place that names the socket side.</summary>
internal static class Parts
{
    public static ISocketServer Sockets(SlackWorld world) => new SocketServer(world);
}

namespace MlaBot.DiscordServer.Gateway;

/// <summary>The gateway's controls of a whole server.</summary>
public static class TestServerGateway
{
    /// <exception cref="InvalidCastException">The server was started with another gateway.</exception>
    public static GatewayControl GatewayControl(this DiscordTestServer server) => ((GatewayServer)server.Gateway).Control;
}

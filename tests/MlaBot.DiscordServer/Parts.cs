using MlaBot.DiscordServer.Gateway;
using MlaBot.DiscordServer.World;

namespace MlaBot.DiscordServer;

/// <summary>The one place that names the gateway and the body check.</summary>
internal static class Parts
{
    public static IGatewayServer Gateway(DiscordWorld world) => new GatewayServer(world);

    public static IBodyCheck BodyCheck() => Validation.BodyCheck.Default;
}

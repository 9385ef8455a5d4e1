using System.Text.Json;
using System.Text.Json.Nodes;
using MlaBot.DiscordServer.World;

namespace MlaBot.DiscordServer;

/// <summary>The one place that names the gateway and the body check.</summary>
internal static class Parts
{
    public static IGatewayServer Gateway(DiscordWorld world) => new NoGateway();

    public static IBodyCheck BodyCheck() => new NoCheck();

    // Both classes go when Gateway/ and Validation/ are there.
    private sealed class NoGateway : IGatewayServer
    {
        public void Dispatch(ulong guildId, string eventName, JsonNode data, string applicationId)
        {
        }

        public (int Total, int Remaining, int ResetAfter, int MaxConcurrency) SessionStarts(Bot bot) => (1000, 1000, 0, 1);

        public Task ServeAsync(HttpContext context, CancellationToken stopping)
        {
            context.Response.StatusCode = 501;
            return Task.CompletedTask;
        }
    }

    private sealed class NoCheck : IBodyCheck
    {
        public IReadOnlyList<string> Check(string method, string routeTemplate, JsonElement body, bool isStrict) => [];
    }
}

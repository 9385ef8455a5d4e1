namespace MlaBot.DiscordServer.World;

/// <summary>The websocket side, as the HTTP side starts and feeds it.</summary>
public interface IGatewayServer : IGatewayFeed
{
    /// <summary>What <c>GET /gateway/bot</c> says about sessions: how many are left of how many, ms until they are back, identifies per 5 s.</summary>
    (int Total, int Remaining, int ResetAfter, int MaxConcurrency) SessionStarts(Bot bot);

    /// <summary>Serves one websocket request until the connection or the server ends.</summary>
    Task ServeAsync(HttpContext context, CancellationToken stopping);
}

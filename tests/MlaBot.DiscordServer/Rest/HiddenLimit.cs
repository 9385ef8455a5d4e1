using MlaBot.DiscordServer.Limits;

namespace MlaBot.DiscordServer.Rest;

/// <summary>The limits that no header names.</summary>
/// <remarks>discord.md 1: old messages take about 3 edits per 6 s and channel; follow-ups share about 30 messages per minute and channel.</remarks>
internal static class HiddenLimit
{
    public static LimitHit? Take(Call call, ApiEndpoint endpoint, RateLimits limits, string owner, string major) => (endpoint.Method, endpoint.Route) switch
    {
        ("PATCH", Route.Message) when IsOld(call) =>
            limits.TakeHidden(endpoint.Method, endpoint.Route, "old-edits", 3, TimeSpan.FromSeconds(6), owner, major, 30046),
        ("POST", Route.Webhook) when call.World.Interactions.GetValueOrDefault(call.Text("webhook_token")) is { } interaction =>
            limits.TakeHidden(
                endpoint.Method, endpoint.Route, "follow-ups " + interaction.Channel.Id, 30, TimeSpan.FromMinutes(1), owner, "", 0),
        _ => null,
    };

    private static bool IsOld(Call call) => call.World.Messages.TryGetValue(call.Id("message_id"), out var message)
        && call.World.Clock.GetUtcNow() - message.SentAt > TimeSpan.FromHours(1);
}

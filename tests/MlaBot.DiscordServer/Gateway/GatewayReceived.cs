using System.Text.Json;

namespace MlaBot.DiscordServer.Gateway;

/// <summary>A payload that a client sent.</summary>
public sealed record GatewayReceived(int Connection, int Op, JsonElement Data, DateTimeOffset At);

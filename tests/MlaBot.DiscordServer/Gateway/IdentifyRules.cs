using System.Text.Json;
using MlaBot.DiscordServer.Validation;
using MlaBot.DiscordServer.World;

namespace MlaBot.DiscordServer.Gateway;

/// <summary>A wish to start a session, read and checked.</summary>
internal sealed record Identity(Bot Bot, int Intents, (int Id, int Count)? Shard);

/// <summary>Checks an IDENTIFY in the order in which Discord does.</summary>
/// <remarks>Source: Discord developer documentation, "Gateway Events: Identify" and "Gateway Close Event Codes".</remarks>
internal static class IdentifyRules
{
    /// <returns>The identity, or the close code and why.</returns>
    public static (Identity? Identity, int Code, string Reason) Read(JsonElement data, DiscordWorld world, GatewayOptions options)
    {
        if (data.ValueKind != JsonValueKind.Object || data.Text("token").Length == 0 || !data.Has("properties", out var properties) || properties.ValueKind != JsonValueKind.Object)
        {
            return (null, CloseCode.DecodeError, "Error while decoding payload.");
        }

        if (world.FindBot(data.Text("token")) is not { } bot)
        {
            return (null, CloseCode.AuthenticationFailed, "Authentication failed.");
        }

        if (!TryShard(data, out var shard))
        {
            return (null, CloseCode.InvalidShard, "Invalid shard.");
        }

        if (GuildsOf(bot, shard, world) > options.GuildsPerShard)
        {
            return (null, CloseCode.ShardingRequired, "Sharding required.");
        }

        if (data.Number("intents") is not { } intents || (intents & ~(long)Gateway.Intents.All) != 0)
        {
            return (null, CloseCode.InvalidIntents, "Invalid intent(s).");
        }

        return (intents & Bot.PrivilegedIntents & ~bot.AllowedPrivilegedIntents) != 0
            ? (null, CloseCode.DisallowedIntents, "Disallowed intent(s).")
            : (new Identity(bot, (int)intents, shard), 0, "");
    }

    private static bool TryShard(JsonElement data, out (int Id, int Count)? shard)
    {
        shard = null;
        if (!data.Has("shard"))
        {
            return true;
        }

        var parts = data.List("shard");
        if (parts.Count != 2 || !parts.All(part => part.ValueKind == JsonValueKind.Number && part.TryGetInt32(out _)))
        {
            return false;
        }

        shard = (parts[0].GetInt32(), parts[1].GetInt32());
        return shard is { Id: >= 0, Count: > 0 } && shard.Value.Id < shard.Value.Count;
    }

    private static int GuildsOf(Bot bot, (int Id, int Count)? shard, DiscordWorld world)
    {
        lock (world.Gate)
        {
            return world.Guilds.Values.Count(guild =>
                guild.Members.ContainsKey(bot.User.Id) && (shard is not { } part || DiscordWorld.ShardOf(guild.Id, part.Count) == part.Id));
        }
    }
}

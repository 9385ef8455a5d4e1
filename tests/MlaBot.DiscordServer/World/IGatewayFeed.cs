using System.Text.Json.Nodes;

namespace MlaBot.DiscordServer.World;

/// <summary>What the world tells the gateway.</summary>
public interface IGatewayFeed
{
    /// <summary>Sends an event to the sessions of one application. Called under <see cref="DiscordWorld.Gate"/>, so that events keep
    /// their order: only queue here, never wait. The node belongs to the feed; nobody changes it afterwards.</summary>
    /// <param name="guildId">The guild; 0 for private messages (shard 0).</param>
    /// <param name="eventName">Discord's name, such as <c>INTERACTION_CREATE</c>. The feed drops what the session's intents leave out.</param>
    /// <param name="data">The event's <c>d</c>.</param>
    /// <param name="applicationId">The application whose sessions get it.</param>
    void Dispatch(ulong guildId, string eventName, JsonNode data, string applicationId);
}

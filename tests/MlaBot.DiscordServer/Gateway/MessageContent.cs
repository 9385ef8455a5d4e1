using System.Text.Json.Nodes;
using MlaBot.DiscordServer.World;

namespace MlaBot.DiscordServer.Gateway;

/// <summary>What a session without the message content intent sees of other people's messages: nothing of what they wrote.</summary>
/// <remarks>Source: Discord developer documentation, "Gateway: Message Content Intent". Own messages, mentions of the bot and private messages are excepted.</remarks>
internal static class MessageContent
{
    public static string For(GatewaySession session, ulong guildId, string eventName, JsonNode data, string full)
    {
        var self = session.Bot.User.Id.ToString();
        if (guildId == 0 || eventName is not ("MESSAGE_CREATE" or "MESSAGE_UPDATE") || (session.Intents & Intents.MessageContent) != 0 || data is not JsonObject
            || data["author"].Text("id") == self || data.List("mentions")?.Any(user => user.Text("id") == self) == true)
        {
            return full;
        }

        var hidden = (JsonObject)data.DeepClone();
        hidden["content"] = "";
        foreach (var name in new[] { "embeds", "attachments", "components" })
        {
            hidden[name] = new JsonArray();
        }

        hidden.Remove("poll");
        return hidden.ToJsonString();
    }
}

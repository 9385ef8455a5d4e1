using System.Text.Json.Nodes;

namespace MlaBot.DiscordServer.World;

/// <summary>Interactions as the gateway sends them.</summary>
public static class InteractionJson
{
    public static JsonObject Of(Interaction interaction)
    {
        var channel = interaction.Channel;
        var channelJson = PlaceJson.Channel(channel);
        channelJson["permissions"] = ((ulong)Rights.In(channel, interaction.User.Id)).ToString();
        var json = new JsonObject
        {
            ["id"] = interaction.Id.ToString(),
            ["application_id"] = interaction.Bot.ApplicationId.ToString(),
            ["type"] = interaction.Type,
            ["token"] = interaction.Token,
            ["version"] = 1,
            ["data"] = interaction.Data.DeepClone(),
            ["channel_id"] = channel.Id.ToString(),
            ["channel"] = channelJson,
            ["app_permissions"] = ((ulong)Rights.In(channel, interaction.Bot.User.Id)).ToString(),
            ["locale"] = interaction.User.Locale,
            ["entitlements"] = new JsonArray(),
            ["authorizing_integration_owners"] = Owners(interaction),
            ["context"] = channel.Guild is null ? 1 : 0,
            ["attachment_size_limit"] = 10 * 1024 * 1024,
        };
        if (channel.Guild is { } guild)
        {
            json["guild_id"] = guild.Id.ToString();
            json["guild_locale"] = guild.Locale;
            json["guild"] = new JsonObject { ["id"] = guild.Id.ToString(), ["locale"] = guild.Locale, ["features"] = new JsonArray() };
            var member = PlaceJson.Member(guild.Members[interaction.User.Id]);
            member["permissions"] = channelJson["permissions"]!.GetValue<string>();
            json["member"] = member;
        }
        else
        {
            json["user"] = PlaceJson.User(interaction.User);
        }

        if (interaction.Source is { } source)
        {
            json["message"] = MessageJson.Of(source);
        }

        return json;
    }

    /// <summary>Who installed the application: the guild (key 0), or in private messages nobody but guild 0.</summary>
    public static JsonObject Owners(Interaction interaction) => new() { ["0"] = interaction.Channel.Guild?.Id.ToString() ?? "0" };
}

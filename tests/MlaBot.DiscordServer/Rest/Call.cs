using System.Globalization;
using System.Text.Json.Nodes;
using MlaBot.DiscordServer.World;

namespace MlaBot.DiscordServer.Rest;

/// <summary>One request to the API after its checks.</summary>
internal sealed class Call(HttpContext http, DiscordWorld world, Bot? bot, RequestBody body)
{
    public DiscordWorld World { get; } = world;

    /// <summary>The caller. Interaction and webhook calls have none.</summary>
    public Bot Bot => bot ?? throw new DiscordError(401, 0, "401: Unauthorized");

    public JsonNode Json => body.Json ?? new JsonObject();

    public IReadOnlyList<UploadedFile> Files => body.Files;

    public bool IsGuildRoute => http.Request.RouteValues.ContainsKey("guild_id");

    public string Text(string name) => (string)http.Request.RouteValues[name]!;

    public string? Query(string name) => http.Request.Query.TryGetValue(name, out var value) ? value.ToString() : null;

    public bool IsAsked(string name) => Query(name) is { } value && (value is "1" || value.Equals("true", StringComparison.OrdinalIgnoreCase));

    public ulong Id(string name)
    {
        var text = Text(name);
        return ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw DiscordError.InvalidBody($"{name}: Value \"{text}\" is not snowflake.");
    }

    public Guild Guild()
    {
        if (!World.Guilds.TryGetValue(Id("guild_id"), out var guild))
        {
            throw DiscordError.UnknownGuild;
        }

        return guild.Members.ContainsKey(Bot.User.Id) ? guild : throw DiscordError.MissingAccess;
    }

    /// <summary>The channel of the route, which the bot can see.</summary>
    public Channel Channel()
    {
        if (!World.Channels.TryGetValue(Id("channel_id"), out var channel))
        {
            throw DiscordError.UnknownChannel;
        }

        if (channel.Guild is { } guild && !guild.Members.ContainsKey(Bot.User.Id))
        {
            throw DiscordError.MissingAccess;
        }

        return RightsIn(channel).HasFlag(Permission.ViewChannel) ? channel : throw DiscordError.MissingAccess;
    }

    /// <summary>The message of the route. Ephemeral ones are not there for this kind of call.</summary>
    public Message Message(Channel channel) =>
        World.Messages.TryGetValue(Id("message_id"), out var message) && message.Channel == channel && !message.IsEphemeral
            ? message
            : throw DiscordError.UnknownMessage;

    public Permission RightsIn(Channel channel) => Rights.In(channel, Bot.User.Id);

    public void Need(Channel channel, Permission needed)
    {
        if ((RightsIn(channel) & needed) != needed)
        {
            throw DiscordError.MissingPermissions;
        }
    }
}

/// <summary>What a call answers; no body with 204.</summary>
internal sealed record Answer(int Status, JsonNode? Body)
{
    public static Answer NoContent { get; } = new(204, null);

    public static Answer Ok(JsonNode body) => new(200, body);
}

/// <summary>A file of a multipart request; the number is that of <c>files[n]</c>.</summary>
internal sealed record UploadedFile(int Number, string Name, string MediaType, byte[] Bytes);

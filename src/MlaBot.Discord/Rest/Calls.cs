using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MlaBot.Discord.Rest.Sending;
using MlaBot.Discord.Wire;

namespace MlaBot.Discord.Rest;

/// <summary>Discord's routes as requests.</summary>
internal static class Calls
{
    public static RestCall Gateway() => Plain(HttpMethod.Get, "/gateway/bot");

    public static RestCall Application() => Plain(HttpMethod.Get, "/applications/@me");

    public static RestCall Self() => Plain(HttpMethod.Get, "/users/@me");

    public static RestCall CreateMessage(string guild, string channel, MessagePayload message) =>
        OfChannel(HttpMethod.Post, "/messages", guild, channel, "/messages") with
        {
            Body = Message(message),
            HasEnforcedNonce = message is { Nonce: not null, EnforceNonce: true },
        };

    public static RestCall EditMessage(string guild, string channel, string messageId, MessagePayload message) =>
        OfChannel(HttpMethod.Patch, "/messages/{message}", guild, channel, $"/messages/{messageId}") with { Body = Message(message.AsEdit()) };

    public static RestCall Messages(string guild, string channel, int limit, string? before) =>
        OfChannel(HttpMethod.Get, "/messages", guild, channel, $"/messages?limit={limit}{(before is null ? "" : $"&before={before}")}");

    public static RestCall StartThread(string guild, string channel, string messageId, NewThread start) =>
        OfChannel(HttpMethod.Post, "/messages/{message}/threads", guild, channel, $"/messages/{messageId}/threads") with
        {
            Body = Json(start, DiscordJson.Default.NewThread),
        };

    public static RestCall Channel(string guild, string channel) => OfChannel(HttpMethod.Get, "", guild, channel, "");

    public static RestCall Guild(string guild) => OfGuild("", guild, "");

    public static RestCall Member(string guild, string user) => OfGuild("/members/{user}", guild, $"/members/{user}");

    public static RestCall PrivateChannel(string user) =>
        Plain(HttpMethod.Post, "/users/@me/channels") with { Body = Json(new NewPrivateChannel(user), DiscordJson.Default.NewPrivateChannel) };

    public static RestCall Commands(string application, string? guild) => OfCommands(HttpMethod.Get, application, guild);

    public static RestCall OverwriteCommands(string application, string? guild, JsonElement commands) =>
        OfCommands(HttpMethod.Put, application, guild) with { Body = Json(commands, DiscordJson.Default.JsonElement) };

    public static RestCall EditOriginal(string application, string interactionToken, MessagePayload message) =>
        new(
            HttpMethod.Patch,
            "PATCH /webhooks/{webhook}/{token}/messages/@original",
            $"{application}/{interactionToken}",
            $"/webhooks/{application}/{Uri.EscapeDataString(interactionToken)}/messages/@original",
            $"PATCH /webhooks/{application}/…/messages/@original")
        {
            Body = Message(message.AsEdit()),
            IsAuthorised = false,
            Secret = interactionToken,
        };

    public static RestCall FollowUp(string application, string interactionToken, MessagePayload message) =>
        new(
            HttpMethod.Post,
            "POST /webhooks/{webhook}/{token}",
            $"{application}/{interactionToken}",
            $"/webhooks/{application}/{Uri.EscapeDataString(interactionToken)}",
            $"POST /webhooks/{application}/…")
        {
            Body = Message(message),
            IsAuthorised = false,
            Secret = interactionToken,
        };

    private static RestCall Plain(HttpMethod method, string path) => new(method, $"{method} {path}", "", path, $"{method} {path}");

    private static RestCall OfChannel(HttpMethod method, string route, string guild, string channel, string path) =>
        new(method, $"{method} /channels/{{channel}}{route}", channel, $"/channels/{channel}{path}", $"{method} /channels/{channel}{path}") { Guild = guild };

    private static RestCall OfGuild(string route, string guild, string path) =>
        new(HttpMethod.Get, $"GET /guilds/{{guild}}{route}", guild, $"/guilds/{guild}{path}", $"GET /guilds/{guild}{path}") { Guild = guild };

    private static RestCall OfCommands(HttpMethod method, string application, string? guild)
    {
        var inGuild = guild is null ? "" : $"/guilds/{guild}";
        var path = $"/applications/{application}{inGuild}/commands";
        var route = guild is null ? "/applications/{application}/commands" : "/applications/{application}/guilds/{guild}/commands";
        return new RestCall(method, $"{method} {route}", guild ?? "", path, $"{method} {path}") { Guild = guild ?? "" };
    }

    private static RestBody Message(MessagePayload message) =>
        RestBody.Of(JsonSerializer.SerializeToUtf8Bytes(message, DiscordJson.Default.MessagePayload), message.Files);

    private static RestBody Json<T>(T value, JsonTypeInfo<T> type) => RestBody.Of(JsonSerializer.SerializeToUtf8Bytes(value, type), []);
}

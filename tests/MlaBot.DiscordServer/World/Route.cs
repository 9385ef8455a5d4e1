namespace MlaBot.DiscordServer.World;

/// <summary>The routes of the server, as the OpenAPI spec writes them.</summary>
public static class Route
{
    public const string Gateway = "/gateway";
    public const string GatewayBot = "/gateway/bot";
    public const string Self = "/users/@me";
    public const string User = "/users/{user_id}";
    public const string PrivateChannels = "/users/@me/channels";
    public const string OAuthApplication = "/oauth2/applications/@me";
    public const string Application = "/applications/@me";
    public const string Commands = "/applications/{application_id}/commands";
    public const string GuildCommands = "/applications/{application_id}/guilds/{guild_id}/commands";
    public const string Guild = "/guilds/{guild_id}";
    public const string GuildChannels = "/guilds/{guild_id}/channels";
    public const string GuildRoles = "/guilds/{guild_id}/roles";
    public const string Member = "/guilds/{guild_id}/members/{user_id}";
    public const string Channel = "/channels/{channel_id}";
    public const string Messages = "/channels/{channel_id}/messages";
    public const string Message = "/channels/{channel_id}/messages/{message_id}";
    public const string MessageThreads = "/channels/{channel_id}/messages/{message_id}/threads";
    public const string Threads = "/channels/{channel_id}/threads";
    public const string Pins = "/channels/{channel_id}/messages/pins";
    public const string Pin = "/channels/{channel_id}/messages/pins/{message_id}";
    public const string Typing = "/channels/{channel_id}/typing";
    public const string Callback = "/interactions/{interaction_id}/{interaction_token}/callback";
    public const string Webhook = "/webhooks/{webhook_id}/{webhook_token}";
    public const string OriginalMessage = "/webhooks/{webhook_id}/{webhook_token}/messages/@original";
    public const string WebhookMessage = "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}";
}

namespace MlaBot.SlackServer.World;

/// <summary>What the bot's manifest asks for (reference: slack.md, section 2).</summary>
public static class AppDefaults
{
    public static IReadOnlyList<string> Scopes { get; } =
    [
        "chat:write", "commands", "app_mentions:read", "channels:read", "groups:read", "channels:join", "im:write", "im:history", "users:read",
        "files:write", "files:read", "reactions:write", "channels:history", "groups:history",
    ];

    public static IReadOnlyList<string> Events { get; } =
    [
        "app_home_opened", "app_mention", "message.im", "app_uninstalled", "tokens_revoked", "user_change", "member_joined_channel", "channel_left",
        "group_left", "channel_archive", "group_archive", "channel_unarchive", "group_unarchive", "channel_deleted", "group_deleted", "channel_id_changed",
    ];
}

namespace MlaBot.DiscordServer.Gateway;

/// <summary>Which events a session gets.</summary>
/// <remarks>Source: Discord developer documentation, "Gateway: List of Intents".</remarks>
public static class Intents
{
    public const int Guilds = 1;
    public const int GuildMessages = 1 << 9;
    public const int DirectMessages = 1 << 12;
    public const int MessageContent = 1 << 15;

    /// <summary>0 to 16, 20, 21, 24 and 25.</summary>
    public const int All = 0x1FFFF | (3 << 20) | (3 << 24);

    /// <summary>True when a session with these intents gets the event. What belongs to no intent always comes.</summary>
    public static bool Allow(int intents, string eventName, bool isPrivate) => Needed(eventName, isPrivate) is var needed && (needed == 0 || (intents & needed) != 0);

    private static int Needed(string eventName, bool isPrivate)
    {
        bool Starts(string prefix) => eventName.StartsWith(prefix, StringComparison.Ordinal);

        return eventName switch
        {
            "GUILD_AUDIT_LOG_ENTRY_CREATE" or "GUILD_BAN_ADD" or "GUILD_BAN_REMOVE" => 1 << 2,
            "GUILD_EMOJIS_UPDATE" or "GUILD_STICKERS_UPDATE" => 1 << 3,
            "GUILD_INTEGRATIONS_UPDATE" => 1 << 4,
            "WEBHOOKS_UPDATE" => 1 << 5,
            "VOICE_STATE_UPDATE" => 1 << 7,
            "PRESENCE_UPDATE" => 1 << 8,
            "THREAD_MEMBERS_UPDATE" => Guilds | (1 << 1),
            "TYPING_START" => isPrivate ? 1 << 14 : 1 << 11,
            "CHANNEL_PINS_UPDATE" => isPrivate ? DirectMessages : Guilds,
            _ when Starts("GUILD_MEMBER") => 1 << 1,
            _ when Starts("GUILD_SOUNDBOARD") => 1 << 3,
            _ when Starts("INTEGRATION_") => 1 << 4,
            _ when Starts("INVITE_") => 1 << 6,
            _ when Starts("MESSAGE_REACTION") => isPrivate ? 1 << 13 : 1 << 10,
            _ when Starts("MESSAGE_POLL") => isPrivate ? 1 << 25 : 1 << 24,
            _ when Starts("MESSAGE_") => isPrivate ? DirectMessages : GuildMessages,
            _ when Starts("GUILD_SCHEDULED_EVENT") => 1 << 16,
            _ when Starts("AUTO_MODERATION_RULE") => 1 << 20,
            _ when Starts("AUTO_MODERATION_ACTION") => 1 << 21,
            _ when Starts("GUILD_") || Starts("CHANNEL_") || Starts("THREAD_") || Starts("STAGE_") => Guilds,
            _ => 0,
        };
    }
}

namespace MlaBot.Discord.Rest;

/// <summary>Discord's error codes that the bot tells apart.</summary>
/// <remarks>Source: Discord developer documentation, "Opcodes and Status Codes: JSON".</remarks>
internal static class DiscordErrorCode
{
    public const int UnknownChannel = 10003;

    public const int UnknownGuild = 10004;

    public const int UnknownMessage = 10008;

    public const int UnknownWebhook = 10015;

    public const int UnknownInteraction = 10062;

    public const int AlreadyAnswered = 40060;

    public const int MissingAccess = 50001;

    public const int NotOwnMessage = 50005;

    public const int CannotMessageUser = 50007;

    public const int MissingPermissions = 50013;

    public const int InteractionTokenOver = 50027;

    public const int InvalidBody = 50035;

    public const int ThreadArchived = 50083;

    public const int CannotMessageUserNow = 50278;

    public const int ThreadExists = 160004;

    public const int ThreadLocked = 160005;

    public const int BlockedByAutoModeration = 200000;

    public const int BlockedLink = 240000;
}

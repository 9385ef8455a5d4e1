namespace MlaBot.Slack.WebApi;

/// <summary>The error codes that the bot acts upon.</summary>
/// <remarks>Source: Slack developer documentation, the "Errors" tables of the methods.</remarks>
internal static class SlackErrors
{
    public const string ChannelNotFound = "channel_not_found";
    public const string NotInChannel = "not_in_channel";
    public const string IsArchived = "is_archived";
    public const string IsInactive = "is_inactive";
    public const string RestrictedAction = "restricted_action";
    public const string ThreadLocked = "restricted_action_thread_locked";
    public const string MessageNotFound = "message_not_found";
    public const string ThreadNotFound = "thread_not_found";
    public const string CannotUpdateMessage = "cant_update_message";
    public const string EditWindowClosed = "edit_window_closed";
    public const string MissingScope = "missing_scope";
    public const string NoPermission = "no_permission";
    public const string AccessDenied = "access_denied";
    public const string WrongTokenKind = "not_allowed_token_type";
    public const string InvalidBlocks = "invalid_blocks";
    public const string ViewNotFound = "not_found";
    public const string HashConflict = "hash_conflict";
    public const string ExpiredTrigger = "expired_trigger_id";
    public const string ExchangedTrigger = "exchanged_trigger_id";
    /// <summary>Our own: the workspace was closed after its token had ended, so nothing is sent any more.</summary>
    public const string Closed = "mlabot_closed";

    public const string DuplicateClientMessage = "duplicate_client_msg_id";

    /// <summary>The bot's token works no more: revoked, or the bot was removed. Only a person can help.</summary>
    public static bool IsTokenLost(string error) => error is
        "invalid_auth" or "not_authed" or "account_inactive" or "token_revoked" or "token_expired" or "user_removed_from_team" or "team_disabled"
        or "forbidden_team";

    /// <summary>The workspace is being moved into an organisation, and comes back by itself.</summary>
    public static bool IsBeingMoved(string error) => error is "org_login_required" or "team_added_to_org";
}

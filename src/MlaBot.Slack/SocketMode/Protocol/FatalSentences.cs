using MlaBot.Slack.WebApi;

namespace MlaBot.Slack.SocketMode.Protocol;

/// <summary>What only a person can mend, and how.</summary>
internal static class FatalSentences
{
    public const string TooManyWebSockets = "too_many_websockets";

    private const string AppToken = "the app-level token (xapp-..., under Basic Information, with the scope connections:write)";

    /// <summary>The exception for an error of <c>apps.connections.open</c>; null when trying again may help.</summary>
    public static SocketFatalException? AfterOpen(string error) => error switch
    {
        SlackErrors.WrongTokenKind => new(error, $"Slack says not_allowed_token_type: the token for Socket Mode is of the wrong kind. Put {AppToken} in its place."),
        SlackErrors.MissingScope => new(error, $"Slack says missing_scope: the token may not open Socket Mode. Make a new one: {AppToken}."),
        _ when SlackErrors.IsTokenLost(error) => new(error, $"Slack says {error}: Socket Mode cannot be opened with this token. Check that the app is still installed, and set {AppToken} anew."),
        _ => null,
    };

    /// <summary>The exception for a socket that Slack ends for good; null when another one may be opened.</summary>
    public static SocketFatalException? After(DisconnectReason reason) => reason switch
    {
        DisconnectReason.LinkDisabled => SwitchedOff("link_disabled"),
        DisconnectReason.SocketModeDisabled => SwitchedOff("socket_mode_disabled"),
        _ => null,
    };

    private static SocketFatalException SwitchedOff(string reason) =>
        new(reason, $"Slack says {reason}: Socket Mode is switched off for the app. Switch it on at api.slack.com/apps under Socket Mode.");
}

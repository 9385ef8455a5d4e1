using MlaBot.Core;
using MlaBot.Slack.WebApi;

namespace MlaBot.Slack.Adapter;

/// <summary>Says Slack's refusals in the words of the engine.</summary>
/// <remarks>Source: Slack developer documentation, the "Errors" tables of <c>chat.postMessage</c> and <c>chat.update</c>.</remarks>
internal static class SlackFaults
{
    /// <summary>Why everything stops when the token works no more.</summary>
    public const string TokenLost = "The workspace has removed me or revoked my token. Install the app again and give me its new bot token.";

    /// <summary>The exception that the engine knows for a refused call.</summary>
    public static Exception From(SlackApiException refused) => refused.Error switch
    {
        SlackErrors.ChannelNotFound => new ChannelGoneException("The channel was deleted, or it is private and I am not in it. Invite me there with /invite @MlaBot.", refused),
        SlackErrors.NotInChannel => new ChannelGoneException("I am not in the channel. Invite me there with /invite @MlaBot.", refused),
        SlackErrors.NoPermission or SlackErrors.AccessDenied => new ChannelGoneException("Slack does not let me into the channel. Invite me there with /invite @MlaBot, and ask an admin of the workspace if that does not help.", refused),
        SlackErrors.IsArchived or SlackErrors.IsInactive => new ChannelGoneException("The channel is archived. Unarchive it, or choose another one.", refused),
        SlackErrors.ThreadLocked => new MessageGoneException("The thread takes no replies.", refused),
        var error when error.StartsWith(SlackErrors.RestrictedAction, StringComparison.Ordinal) => new ChannelGoneException("The workspace lets only some people post in the channel. Let the app post there, or choose another channel.", refused),
        SlackErrors.MessageNotFound or SlackErrors.ThreadNotFound => new MessageGoneException("The message was deleted.", refused),
        SlackErrors.MissingScope => new ChannelGoneException($"I lack the scope {refused.Needed}. Update the app from my manifest and install it again.", refused),
        // The whole workspace is being closed, with one reason for all of its channels: this one channel has no trouble of its own.
        var error when SlackErrors.IsTokenLost(error) || error == SlackErrors.Closed => new ExternalFaultException(TokenLost, isTransient: true, retryAfter: null, refused),
        // What may have happened is no refusal: the next try looks for it first.
        _ => new ExternalFaultException(refused.Message, refused.IsTransient || refused.MayHaveHappened, refused.RetryAfter, refused),
    };
}

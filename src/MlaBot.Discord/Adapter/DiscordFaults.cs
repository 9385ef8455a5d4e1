using System.Net;
using MlaBot.Core;
using MlaBot.Discord.Rest;

namespace MlaBot.Discord.Adapter;

/// <summary>Says Discord's refusals in the words of the engine.</summary>
/// <remarks>Source: Discord developer documentation, "Opcodes and Status Codes: JSON".</remarks>
internal static class DiscordFaults
{
    /// <summary>The exception that the engine knows for a refused call.</summary>
    public static Exception From(DiscordApiException refused) => refused.Code switch
    {
        DiscordErrorCode.UnknownChannel => new ChannelGoneException("The channel was deleted.", refused) { IsDeleted = true },
        DiscordErrorCode.UnknownGuild => new ChannelGoneException("I am no longer in the server.", refused),
        DiscordErrorCode.UnknownMessage => new MessageGoneException("The message was deleted.", refused),
        DiscordErrorCode.MissingAccess => new ChannelGoneException("I may not see the channel. Give my role View Channel there.", refused),
        DiscordErrorCode.MissingPermissions => new ChannelGoneException(
            "I lack a permission in the channel. Give my role View Channel, Send Messages, Attach Files and Read Message History there.", refused),
        DiscordErrorCode.ThreadArchived or DiscordErrorCode.ThreadLocked => new ChannelGoneException("The thread is archived or locked. Open it again.", refused),
        DiscordErrorCode.BlockedByAutoModeration => new ChannelGoneException(
            "The server's AutoMod blocked the question. Exempt my role from the rule that matched.", refused),
        DiscordErrorCode.BlockedLink => new ChannelGoneException("The server's link filter blocked the question. Exempt my role from it.", refused),
        // The program ends, and what it could not send waits for the start with another token.
        _ when refused.Status == HttpStatusCode.Unauthorized => new ExternalFaultException(refused.Message, isTransient: true, inner: refused),
        _ when refused.Status == HttpStatusCode.Forbidden => new ChannelGoneException("Discord does not let me post in the channel.", refused),
        _ => new ExternalFaultException(refused.Message, refused.IsTransient, refused.RetryAfter, refused),
    };
}

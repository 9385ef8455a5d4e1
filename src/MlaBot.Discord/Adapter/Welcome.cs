using Microsoft.Extensions.Logging;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Setup;
using MlaBot.Core;
using MlaBot.Core.Channels;

namespace MlaBot.Discord.Adapter;

/// <summary>Says once, in the channel that a server has for such news, how to begin.</summary>
internal sealed partial class Welcome(DiscordPlatform platform, ILogger<Welcome> logger) : IWelcome
{
    private static readonly Card Card = WelcomeCard.Of("an admin goes to the study channel and types `/setup`");

    /// <inheritdoc/>
    public async Task<bool> GreetAsync(string guild, string? systemChannel, CancellationToken cancellationToken)
    {
        if (systemChannel is null)
        {
            return true;
        }

        var channel = new ChannelKey(new GroupKey(InteractionReader.Platform, guild), systemChannel);
        var marker = $"welcome:{guild}";
        try
        {
            // Added, removed, added again: the first greeting still stands there.
            if (await platform.FindAsync(channel, repliesTo: null, marker, within: null, cancellationToken) is null)
            {
                await platform.PostAsync(channel, Card, marker, PostingStyle.Plain, cancellationToken);
            }

            return true;
        }
        catch (Exception fault) when (fault is ExternalFaultException or ChannelGoneException)
        {
            // Many servers let nobody write there; /setup explains itself.
            Log.NotWelcome(logger, guild, fault.Message);
            return fault is not ExternalFaultException { IsTransient: true };
        }
    }

    private static partial class Log
    {
        [LoggerMessage(341, LogLevel.Information, "Server {Guild} was not greeted: {Reason}")]
        public static partial void NotWelcome(ILogger logger, string guild, string reason);
    }
}

/// <summary>Greets a server that has added the bot.</summary>
internal interface IWelcome
{
    /// <summary>Says once what to do first, where the server has a channel for such news.</summary>
    /// <returns>False when it is worth another try at the next start.</returns>
    Task<bool> GreetAsync(string guild, string? systemChannel, CancellationToken cancellationToken);
}

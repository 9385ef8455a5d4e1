using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using MlaBot.Chat.Platform;
using MlaBot.Core.Channels;

namespace MlaBot.Discord.Adapter;

/// <summary>Greets each server once: when it adds the bot, or at the first start that finds the bot in it.</summary>
/// <remarks>Works beside the news of guilds, so that many greetings never keep a server from being reachable.</remarks>
internal sealed partial class Greeter(GreetedGuilds greeted, IChannelStore channels, IWelcome welcome, ILogger<Greeter> logger)
{
    private readonly Channel<(string Guild, string? SystemChannel)> _seen = System.Threading.Channels.Channel.CreateBounded<(string, string?)>(
        new BoundedChannelOptions(65_536) { SingleReader = true, FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Takes in that a server can be reached.</summary>
    public void Seen(string guild, string? systemChannel) => _seen.Writer.TryWrite((guild, systemChannel));

    /// <summary>Greets until the token ends it.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var (guild, systemChannel) in _seen.Reader.ReadAllAsync(cancellationToken))
        {
            await EventSeam.RunAsync(logger, "A greeting", () => GreetAsync(guild, systemChannel, cancellationToken), cancellationToken);
        }
    }

    private async Task GreetAsync(string guild, string? systemChannel, CancellationToken cancellationToken)
    {
        if (greeted.Contains(guild))
        {
            return;
        }

        // Who has set a channel up needs no first word.
        greeted.Remember((await channels.AllAsync(cancellationToken)).Select(channel => channel.Key.Group)
            .Where(group => group.Platform == InteractionReader.Platform).Select(group => group.Id).Distinct(StringComparer.Ordinal));
        if (!greeted.Contains(guild))
        {
            Log.Added(logger, guild);
            if (await welcome.GreetAsync(guild, systemChannel, cancellationToken))
            {
                greeted.Remember(guild);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(331, LogLevel.Information, "Added to server {Guild}")]
        public static partial void Added(ILogger logger, string guild);
    }
}

using MlaBot.Core.Channels;
using MlaBot.Discord.Rendering;
using MlaBot.Discord.Rest;
using MlaBot.Discord.Wire;

namespace MlaBot.Discord.Adapter;

/// <summary>Looks through a channel, newest first, for the bot's own messages.</summary>
/// <param name="api">Asked for the messages.</param>
/// <param name="guilds">Knows who the bot is.</param>
/// <param name="clock">Real time, in which Discord dates its messages.</param>
internal sealed class MessageSearch(IDiscordApi api, GuildList guilds, TimeProvider clock)
{
    // 2,000 messages: a channel that says more while a post is in doubt is looked through no further.
    private const int MostPages = 20;
    private const int Page = 100;

    // This machine's clock and Discord's differ.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>Finds messages by their markers.</summary>
    /// <param name="channel">Where.</param>
    /// <param name="markers">What they were marked with.</param>
    /// <param name="within">How long ago they were sent at the most; null to look through the newest 100 messages.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The ids of those that stand there, by marker.</returns>
    /// <exception cref="DiscordApiException">Discord refused to show the messages.</exception>
    public async Task<IReadOnlyDictionary<string, string>> FindAsync(
        ChannelKey channel, IReadOnlyCollection<string> markers, TimeSpan? within, CancellationToken cancellationToken)
    {
        var self = (await guilds.Identity.WaitAsync(cancellationToken)).UserId;
        var oldest = clock.GetUtcNow() - within - Skew;
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        string? before = null;
        for (var page = 0; page < MostPages; page++)
        {
            var messages = await api.MessagesAsync(channel.Group.Id, channel.Id, Page, before, cancellationToken);
            Take(messages.Where(message => message.Author?.Id == self), markers, found);
            if (found.Count == markers.Count || messages.Count < Page || oldest is null || Snowflake.TimeOf(messages[^1].Id) is not { } time || time < oldest)
            {
                break;
            }

            before = messages[^1].Id;
        }

        return found;
    }

    private static void Take(IEnumerable<ReceivedMessage> own, IReadOnlyCollection<string> markers, Dictionary<string, string> found)
    {
        foreach (var message in own)
        {
            foreach (var marker in markers.Where(marker => PostMarker.Carries(message, marker)))
            {
                found.TryAdd(marker, message.Id);
            }
        }
    }
}

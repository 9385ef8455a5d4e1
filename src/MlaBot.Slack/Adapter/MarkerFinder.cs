using MlaBot.Slack.WebApi;

namespace MlaBot.Slack.Adapter;

/// <summary>Finds messages of the bot by what they are marked with, among what was said in a channel or a thread.</summary>
/// <param name="clock">The real time, as Slack has it.</param>
internal sealed class MarkerFinder(TimeProvider clock)
{
    // Far more than is said in a channel while a bot restarts, and one call.
    private const int Looked = 100;

    // Slack's clock and that of this machine may differ.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(60);

    /// <summary>Looks as far back as the message may have been sent; where nobody knows, among the last hundred messages.</summary>
    /// <returns>Its <c>ts</c>; null when it is not there, or the token may not read there.</returns>
    public Task<string?> FindAsync(ISlackApi api, string channel, string? threadTs, string marker, TimeSpan? within, CancellationToken cancellationToken)
    {
        var oldest = clock.GetUtcNow() - Margin - within;
        var said = SaidAsync(api, channel, threadTs, oldest, cancellationToken);
        return FindAsync(oldest is null ? said.Take(Looked) : said, marker, cancellationToken);
    }

    /// <summary>Looks through everything, up to what the client reads at most.</summary>
    public Task<string?> FindAnywhereAsync(ISlackApi api, string channel, string? threadTs, string marker, CancellationToken cancellationToken) =>
        FindAsync(SaidAsync(api, channel, threadTs, oldest: null, cancellationToken), marker, cancellationToken);

    private static IAsyncEnumerable<ReceivedMessage> SaidAsync(ISlackApi api, string channel, string? threadTs, DateTimeOffset? oldest, CancellationToken cancellationToken) =>
        threadTs is null ? api.HistoryAsync(channel, oldest, cancellationToken) : api.RepliesAsync(channel, threadTs, oldest, cancellationToken);

    private static async Task<string?> FindAsync(IAsyncEnumerable<ReceivedMessage> said, string marker, CancellationToken cancellationToken)
    {
        try
        {
            return (await said.FirstOrDefaultAsync(message => message.MarkerKey == marker, cancellationToken))?.Ts;
        }
        catch (SlackApiException refused) when (refused.Error is SlackErrors.MissingScope or SlackErrors.ThreadNotFound)
        {
            // Without the right to read, a double after a crash is the price; the manifest asks for it.
            return null;
        }
    }
}

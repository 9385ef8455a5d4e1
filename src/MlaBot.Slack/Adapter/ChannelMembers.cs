using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using MlaBot.Core.Channels;
using MlaBot.Slack.WebApi;

namespace MlaBot.Slack.Adapter;

/// <summary>Who is in which channel, as far as somebody asked lately.</summary>
/// <remarks>Asked for by channel: channels that get questions are few, people who look at their Home may be many. Somebody who left is still
/// taken for a member for a few minutes; who joins is one at once.</remarks>
internal sealed partial class ChannelMembers(TimeProvider clock, ILogger<ChannelMembers> logger)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<ChannelKey, Asked> _asked = new();

    /// <summary>True when a person is in a channel; false too when Slack does not say.</summary>
    public async ValueTask<bool> ContainsAsync(ISlackApi api, ChannelKey channel, string user, CancellationToken cancellationToken)
    {
        if (!_asked.TryGetValue(channel, out var asked) || clock.GetElapsedTime(asked.At) > Fresh || asked.People.IsFaulted)
        {
            // One question for all who ask at the same time; none of them may end it for the others.
            _asked[channel] = asked = new Asked(api.MembersAsync(channel.Id, CancellationToken.None), clock.GetTimestamp());
        }

        try
        {
            return (await asked.People.WaitAsync(cancellationToken)).Contains(user);
        }
        catch (SlackApiException refused)
        {
            Log.Unknown(logger, channel.ToString(), refused.Message);
            return false;
        }
    }

    /// <summary>Takes in that somebody joined a channel: it is asked for anew.</summary>
    public void Joined(ChannelKey channel) => _asked.TryRemove(channel, out _);

    private sealed record Asked(Task<IReadOnlySet<string>> People, long At);

    private static partial class Log
    {
        [LoggerMessage(491, LogLevel.Warning, "Who is in {Channel} could not be asked for, so its questions are shown on no Home: {Reason}")]
        public static partial void Unknown(ILogger logger, string channel, string reason);
    }
}

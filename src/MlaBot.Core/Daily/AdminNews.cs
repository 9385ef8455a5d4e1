using System.Collections.Concurrent;
using MlaBot.Core.Channels;
using MlaBot.Core.Drafts;

namespace MlaBot.Core.Daily;

/// <summary>Tells the admins of a channel what they have to know, and keeps it for the first one who comes when nobody can be reached.</summary>
public sealed class AdminNews(IDraftStore drafts, IDailyPublisher publisher)
{
    private const string Untold = "untold";

    // What fits above the reply to a command. Beyond it the oldest stay: what came later mostly follows from them.
    private const int LongestNews = 1500;

    // Groups without news: most commands of admins need not ask the store.
    private readonly ConcurrentDictionary<GroupKey, bool> _quiet = new();

    /// <summary>Tells it now, in the channel or to whoever set it up, or else with <see cref="TakeAsync"/>.</summary>
    public async Task TellAsync(Channel channel, string sentence, CancellationToken cancellationToken)
    {
        if (await publisher.TellAdminsAsync(channel, sentence, cancellationToken))
        {
            return;
        }

        var group = channel.Key.Group;
        await drafts.UpdateAsync(
            NobodyOf(group),
            Untold,
            before => before is null ? sentence : before.Length + sentence.Length < LongestNews ? $"{before}\n{sentence}" : before,
            cancellationToken);
        _quiet.TryRemove(group, out _);
    }

    /// <summary>What nobody could be told, once.</summary>
    /// <returns>One or more sentences, a line each; null when there is no news.</returns>
    public async Task<string?> TakeAsync(GroupKey group, CancellationToken cancellationToken)
    {
        if (!_quiet.TryAdd(group, true) || await drafts.FindAsync(NobodyOf(group), Untold, cancellationToken) is null)
        {
            return null;
        }

        string? untold = null;
        await drafts.UpdateAsync(
            NobodyOf(group),
            Untold,
            before =>
            {
                untold = before;
                return null;
            },
            cancellationToken);
        return untold;
    }

    // No person has an empty id, so this is the group's own drawer.
    private static LearnerKey NobodyOf(GroupKey group) => new(group, "");
}

using System.Collections.Concurrent;
using MlaBot.Core;
using MlaBot.Core.Daily;

namespace MlaBot.Chat.Daily;

/// <summary>Collects which public counts are stale, and shows them on a timer: the last value wins.</summary>
public sealed class ParticipantCounts(IDailyStore store, IDailyPublisher publisher)
{
    private readonly ConcurrentDictionary<PostId, byte> _stale = new();

    /// <summary>Marks a post's count as stale. Cheap; nothing is sent.</summary>
    public void Changed(PostId post) => _stale.TryAdd(post, 0);

    /// <summary>Shows every stale count once. A failure leaves the count stale for the next time.</summary>
    public async Task ShowAsync(CancellationToken cancellationToken)
    {
        foreach (var id in _stale.Keys)
        {
            _stale.TryRemove(id, out _);
            var post = await store.FindPostAsync(id, cancellationToken);
            if (post is not { State: PostState.Open } || await store.ShownItemAsync(post.Item, post.ItemVersion, cancellationToken) is not { } item)
            {
                continue;
            }

            try
            {
                await publisher.ShowCountAsync(post, item, await store.ParticipantsAsync(id, cancellationToken), cancellationToken);
            }
            catch (MessageGoneException)
            {
                // Nobody is shown this count any more; closing and reveal go on without the message.
                await store.AdvanceAsync(post with { MessageId = "" }, PostState.Open, shown: null, cancellationToken);
            }
            catch (ExternalFaultException fault) when (fault.IsTransient)
            {
                _stale.TryAdd(id, 0);
            }
            catch (Exception fault) when (fault is ExternalFaultException or ChannelGoneException)
            {
                // The next post to that channel pauses its schedule and says so; a count is not worth a word.
            }
        }
    }
}

using System.Collections.Concurrent;
using MlaBot.Core;
using MlaBot.Core.Daily;
using NodaTime;

namespace MlaBot.Chat.Daily;

/// <summary>Collects which public counts are stale, and shows them on a timer: the last value wins.</summary>
/// <remarks>Calls may overlap: a slow channel keeps its own count waiting and no other, and no message is edited twice at a time.</remarks>
public sealed class ParticipantCounts(IDailyStore store, IDailyPublisher publisher, DailyRules rules, TimeProvider clock) : IDisposable
{
    private readonly ConcurrentDictionary<PostId, byte> _stale = new();
    private readonly ConcurrentDictionary<PostId, byte> _underWay = new();
    private readonly SemaphoreSlim _places = new(rules.CountsInFlight);

    /// <summary>Marks the counts of all open questions as stale: a program that was killed may not have shown its last answers.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var open in await store.DueAsync(PostState.Open, after: null, Instant.MaxValue, cancellationToken))
        {
            Changed(open.Id);
        }
    }

    /// <summary>Marks a post's count as stale. Cheap; nothing is sent.</summary>
    public void Changed(PostId post) => _stale.TryAdd(post, 0);

    /// <summary>Shows every stale count once, several at a time. A failure leaves the count stale for the next time.</summary>
    public Task ShowAsync(CancellationToken cancellationToken) =>
        Task.WhenAll([.. _stale.Keys.Where(id => _underWay.TryAdd(id, 0)).Select(id => OneAsync(id, cancellationToken))]);

    /// <inheritdoc/>
    public void Dispose() => _places.Dispose();

    private async Task OneAsync(PostId id, CancellationToken cancellationToken)
    {
        try
        {
            await _places.WaitAsync(cancellationToken);
            try
            {
                await EditAsync(id, cancellationToken);
            }
            finally
            {
                _places.Release();
            }
        }
        finally
        {
            _underWay.TryRemove(id, out _);
        }
    }

    private async Task EditAsync(PostId id, CancellationToken cancellationToken)
    {
        // Before the count is read: an answer that comes now makes it stale again.
        _stale.TryRemove(id, out _);
        DailyPost? post = null;
        try
        {
            post = await store.FindPostAsync(id, cancellationToken);
            if (post is { State: PostState.Open } && !publisher.IsReady(post.Channel.Group))
            {
                _stale.TryAdd(id, 0);
            }
            else if (post is { State: PostState.Open } && await store.ShownItemAsync(post.Item, post.ItemVersion, cancellationToken) is { } item)
            {
                using var limit = new CancellationTokenSource(rules.PublishTimeout, clock);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
                await publisher.ShowCountAsync(post, item, await store.ParticipantsAsync(id, cancellationToken), either.Token);
            }
        }
        catch (MessageGoneException) when (post is not null)
        {
            // Nobody sees this count any more; closing and reveal go on without the message.
            await store.AdvanceAsync(post with { MessageId = "" }, PostState.Open, cancellationToken);
        }
        catch (ExternalFaultException fault) when (fault.IsTransient)
        {
            _stale.TryAdd(id, 0);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            _stale.TryAdd(id, 0);
        }
        catch (Exception fault) when (fault is ExternalFaultException or ChannelGoneException)
        {
            // The next post to that channel pauses its schedule and says so; a count is not worth a word.
        }
    }
}

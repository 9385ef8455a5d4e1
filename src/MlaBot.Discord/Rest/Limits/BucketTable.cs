using System.Runtime.InteropServices;

namespace MlaBot.Discord.Rest.Limits;

/// <summary>Which bucket a request belongs to, as far as answers have told. No lock.</summary>
internal sealed class BucketTable : IDisposable
{
    // By route, of which there are as many as the bot has kinds of calls.
    private readonly Dictionary<string, string> _hashes = new(StringComparer.Ordinal);
    private readonly Dictionary<BucketKey, BucketQueue> _queues = [];

    /// <summary>Buckets held in memory.</summary>
    public int Count => _queues.Count;

    /// <summary>The queue that a request has to join now.</summary>
    public BucketQueue Find(RestCall call)
    {
        var learning = new BucketKey(call.Route, call.TopLevel, IsLearning: true);
        if (!_hashes.TryGetValue(call.Route, out var hash))
        {
            return Get(learning);
        }

        // While the first request is under way the limit of this id is not known, though another id taught the hash.
        return _queues.TryGetValue(learning, out var queue) && queue.Bucket.InFlight > 0
            ? queue
            : Get(new BucketKey(hash, call.TopLevel, IsLearning: false));
    }

    /// <summary>Takes over the hash that an answer names. Those that wait for the same route move with it, in their order.</summary>
    /// <returns>The bucket that the request belongs to when it is not the one that let it go; otherwise null.</returns>
    public BucketQueue? Learn(Turn turn, string hash)
    {
        var used = turn.Queue!;
        _hashes[turn.Call.Route] = hash;
        if (!used.Key.IsLearning && string.Equals(used.Key.Name, hash, StringComparison.Ordinal))
        {
            return null;
        }

        var learnt = Get(new BucketKey(hash, turn.Call.TopLevel, IsLearning: false));
        for (var node = used.Waiting.First; node is not null;)
        {
            var next = node.Next;
            if (string.Equals(node.Value.Call.Route, turn.Call.Route, StringComparison.Ordinal))
            {
                used.Waiting.Remove(node);
                learnt.Add(node.Value);
            }

            node = next;
        }

        return learnt;
    }

    /// <summary>Takes every authorised request out that waits for a bucket.</summary>
    public IReadOnlyList<Turn> TakeAuthorised()
    {
        List<Turn> taken = [];
        foreach (var queue in _queues.Values)
        {
            taken.AddRange(queue.Waiting.Where(turn => turn.Call.IsAuthorised));
        }

        foreach (var turn in taken)
        {
            turn.Queue!.Waiting.Remove(turn);
        }

        return taken;
    }

    /// <summary>Forgets buckets that nothing is known of but their size.</summary>
    public void DropIdle(TimeSpan now)
    {
        foreach (var (key, queue) in _queues)
        {
            if (queue.IsIdle(now))
            {
                // Removing while walking is allowed for this dictionary.
                _queues.Remove(key);
                queue.Dispose();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var queue in _queues.Values)
        {
            queue.Dispose();
        }
    }

    private BucketQueue Get(BucketKey key)
    {
        ref var queue = ref CollectionsMarshal.GetValueRefOrAddDefault(_queues, key, out _);
        return queue ??= new BucketQueue(key);
    }
}

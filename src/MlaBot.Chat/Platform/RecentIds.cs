namespace MlaBot.Chat.Platform;

/// <summary>Remembers the newest ids, so that an event which the gateway brings twice is handled once.</summary>
/// <remarks>A resume replays what may have been handled already. What a restart forgets is settled by the store's unique keys.</remarks>
/// <param name="capacity">How many ids are kept. At least 1.</param>
public sealed class RecentIds(int capacity)
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _known = new(capacity, StringComparer.Ordinal);
    private readonly Queue<string> _order = new(capacity);

    /// <summary>Takes an id in.</summary>
    /// <returns>False when it is known already.</returns>
    public bool Add(string id)
    {
        lock (_lock)
        {
            if (!_known.Add(id))
            {
                return false;
            }

            if (_order.Count == capacity)
            {
                _known.Remove(_order.Dequeue());
            }

            _order.Enqueue(id);
            return true;
        }
    }
}

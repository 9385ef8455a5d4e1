namespace MlaBot.Discord.Rest.Limits;

/// <summary>A bucket and the requests that wait for it, oldest first.</summary>
internal sealed class BucketQueue(BucketKey key) : IDisposable
{
    public BucketKey Key { get; } = key;

    public Bucket Bucket { get; } = new();

    public LinkedList<Turn> Waiting { get; } = [];

    /// <summary>Wakes the queue when its bucket is free again; made when first needed.</summary>
    public ITimer? Timer { get; set; }

    /// <summary>Until when this webhook is known to be gone; null for not gone.</summary>
    public TimeSpan? GoneUntil { get; set; }

    /// <summary>Adds a turn at its place by number.</summary>
    public void Add(Turn turn)
    {
        turn.Queue = this;
        var after = Waiting.Last;
        while (after is not null && after.Value.Number > turn.Number)
        {
            after = after.Previous;
        }

        if (after is null)
        {
            Waiting.AddFirst(turn);
        }
        else
        {
            Waiting.AddAfter(after, turn);
        }
    }

    /// <summary>True when nothing is lost by dropping this queue.</summary>
    public bool IsIdle(TimeSpan now) => Waiting.Count == 0 && Bucket.IsIdle(now) && !(now < GoneUntil);

    public void Dispose() => Timer?.Dispose();
}

namespace MlaBot.DiscordServer.Limits;

/// <summary>A window of calls that starts with its first one.</summary>
internal sealed class Bucket(int count, TimeSpan window)
{
    private DateTimeOffset _resetAt;
    private int _used;

    public int Count { get; } = count;

    public int Remaining => Math.Max(Count - _used, 0);

    public DateTimeOffset ResetAt => _resetAt;

    /// <summary>Counts a call; false when the window is full.</summary>
    public bool TryTake(DateTimeOffset now)
    {
        if (now >= _resetAt)
        {
            _resetAt = now + window;
            _used = 0;
        }

        if (_used >= Count)
        {
            return false;
        }

        _used++;
        return true;
    }
}

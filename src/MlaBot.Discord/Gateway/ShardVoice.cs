namespace MlaBot.Discord.Gateway;

/// <summary>Hands on what a shard hears, and says whether it can hear.</summary>
/// <param name="shard">The shard's number.</param>
/// <param name="parts">What the shard works with.</param>
internal sealed class ShardVoice(int shard, ShardParts parts)
{
    private readonly Lock _gate = new();
    private long? _readyAt;

    /// <summary>True when the shard can hear.</summary>
    public bool IsReady
    {
        get
        {
            lock (_gate)
            {
                return _readyAt is not null;
            }
        }
    }

    /// <summary>Hands an event on; the first of a session says that the shard hears.</summary>
    public void Tell(string name, ReadOnlyMemory<byte> data)
    {
        try
        {
            parts.Listener.Dispatched(shard, name, data.ToArray());
        }
        catch (Exception fault)
        {
            // The connection must outlive a fault in the rest of the program.
            ShardLog.ListenerFailed(parts.Logger, fault, shard, name);
        }

        if (name is WantedEvents.Ready or WantedEvents.Resumed)
        {
            Change(isReady: true);
        }
    }

    /// <summary>Says that the shard hears no more.</summary>
    /// <returns>How long it could hear.</returns>
    public TimeSpan EndReady() => Change(isReady: false) is { } since ? parts.Time.GetElapsedTime(since) : TimeSpan.Zero;

    /// <returns>Since when it could hear before; null when it could not.</returns>
    private long? Change(bool isReady)
    {
        long? before;
        lock (_gate)
        {
            before = _readyAt;
            if (before is not null == isReady)
            {
                return before;
            }

            _readyAt = isReady ? parts.Time.GetTimestamp() : null;
        }

        ShardLog.ReadyChanged(parts.Logger, shard, isReady);
        try
        {
            parts.Listener.ReadyChanged(shard, isReady);
        }
        catch (Exception fault)
        {
            // As above.
            ShardLog.ListenerFailed(parts.Logger, fault, shard, "ready");
        }

        return before;
    }
}

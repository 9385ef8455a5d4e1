namespace MlaBot.Storage.Database.Writing;

/// <summary>Grows with every committed write but answers, before the caller of the write is told.</summary>
internal sealed class WriteVersion
{
    private long _current;

    public long Current => Volatile.Read(ref _current);

    public void Grow() => Interlocked.Increment(ref _current);
}

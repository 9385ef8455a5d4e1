namespace MlaBot.Slack.SocketMode.Sockets;

/// <summary>Counts the envelopes of a socket that are not acknowledged.</summary>
internal sealed class Outstanding
{
    private int _count;
    private TaskCompletionSource? _none;

    public void Add() => Interlocked.Increment(ref _count);

    public void Remove()
    {
        if (Interlocked.Decrement(ref _count) == 0)
        {
            Volatile.Read(ref _none)?.TrySetResult();
        }
    }

    /// <summary>Waits until none is left, or as long as is allowed.</summary>
    public async Task NoneAsync(TimeSpan limit, TimeProvider time)
    {
        var none = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        none = Interlocked.CompareExchange(ref _none, none, null) ?? none;
        if (Volatile.Read(ref _count) > 0)
        {
            await none.Task.WaitAsync(limit, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}

namespace MlaBot.Chat.Platform;

/// <summary>The events of an adapter that are being worked on: how many there are, where they start, and their end.</summary>
/// <param name="clock">Measures the patience of a stop.</param>
public sealed class WorkUnderWay(TimeProvider clock) : IDisposable
{
    /// <summary>How many may be under way. 500 people in a second are welcome; past this, memory counts more than an answer that would
    /// come too late.</summary>
    public const int Most = 4096;

    private readonly CancellationTokenSource _ending = new();
    private int _count;

    /// <summary>Counts one in. Whoever gets true must run it.</summary>
    /// <param name="isAlone">True when nothing else is under way.</param>
    /// <returns>False when there are too many; nothing was counted then.</returns>
    public bool TryBegin(out bool isAlone)
    {
        var count = Interlocked.Increment(ref _count);
        isAlone = count == 1;
        if (count <= Most)
        {
            return true;
        }

        Interlocked.Decrement(ref _count);
        return false;
    }

    /// <summary>Counts out what was counted in and could not be run.</summary>
    public void GiveUp() => Interlocked.Decrement(ref _count);

    /// <summary>Runs what was counted in, and counts it out. Its failures are the work's own matter.</summary>
    /// <param name="work">The work; its token ends with the program.</param>
    /// <param name="startsHere">True to begin on this thread: when nobody else waits, to wake another one would cost more than the work
    /// up to its first wait.</param>
    public void Run(Func<CancellationToken, Task> work, bool startsHere)
    {
        if (startsHere)
        {
            _ = RunAsync(work);
        }
        else
        {
            ThreadPool.UnsafeQueueUserWorkItem(static each => _ = each.All.RunAsync(each.Work), (All: this, Work: work), preferLocal: true);
        }
    }

    /// <summary>Waits for what is under way, then ends the rest; called when the program stops.</summary>
    public async Task StopAsync(TimeSpan patience)
    {
        var began = clock.GetTimestamp();
        while (Volatile.Read(ref _count) > 0 && clock.GetElapsedTime(began) < patience)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), clock);
        }

        await _ending.CancelAsync();
    }

    /// <inheritdoc/>
    public void Dispose() => _ending.Dispose();

    private async Task RunAsync(Func<CancellationToken, Task> work)
    {
        try
        {
            await work(_ending.Token);
        }
        catch (OperationCanceledException) when (_ending.IsCancellationRequested)
        {
            // The program ends; the platform tells the person that nothing came, and they do it again after the start.
        }
        finally
        {
            Interlocked.Decrement(ref _count);
        }
    }
}

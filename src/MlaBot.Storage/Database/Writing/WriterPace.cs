namespace MlaBot.Storage.Database.Writing;

/// <summary>Says how long a writer waits for more callers before it commits, from what it has measured. No clock, no thread.</summary>
/// <remarks>The idea is that of group commit with <c>commit_delay</c> and <c>commit_siblings</c> (PostgreSQL manual, "WAL
/// Configuration"), with both numbers measured: a caller that was just answered mostly comes back at once.</remarks>
internal sealed class WriterPace
{
    /// <summary>The wait costs at most this share of a commit.</summary>
    private const int ShareOfCommit = 2;

    /// <summary>How slowly the measured commit time follows a change: one part in eight.</summary>
    private const int Smoothing = 8;

    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(1);

    // The caller may be the thread that reads a socket; what comes there waits meanwhile.
    private static readonly TimeSpan LongestInPlace = TimeSpan.FromMilliseconds(2);

    private TimeSpan _commit;
    private int _callersBefore = 1;

    /// <summary>How many callers are thought to be at work. At least 1.</summary>
    public int Expected { get; private set; } = 1;

    /// <summary>How long to wait for them. Zero when a single caller is at work; never above 1 ms.</summary>
    public TimeSpan Patience =>
        Expected == 1 ? TimeSpan.Zero : TimeSpan.FromTicks(Math.Min(_commit.Ticks / ShareOfCommit, Longest.Ticks));

    /// <summary>True when a single caller is at work and commits take no longer than its thread may be held up; false before the first.</summary>
    public bool IsQuickAndAlone => Expected == 1 && _commit > TimeSpan.Zero && _commit <= LongestInPlace;

    /// <summary>Takes a commit into account.</summary>
    /// <param name="callers">Callers in the group and those that came meanwhile. Not negative.</param>
    /// <param name="commit">How long the commit took. Not negative.</param>
    public void Observe(int callers, TimeSpan commit)
    {
        // Two that meet by chance do not come back together: only what was seen twice in a row is waited for.
        var steady = Math.Min(callers, _callersBefore);
        _callersBefore = callers;
        // Up at once, down by halves: a wait for callers that have gone is paid a few times only.
        Expected = Math.Max(1, steady >= Expected ? steady : (steady + Expected) / 2);
        _commit = _commit == TimeSpan.Zero ? commit : _commit + ((commit - _commit) / Smoothing);
    }
}

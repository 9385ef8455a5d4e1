using MlaBot.Core;

namespace MlaBot.Storage.Database.Writing;

/// <summary>The one writer: a queue, a thread and a connection. What waits is committed together, then answered.</summary>
/// <remarks>Architecture decision 3. A commit costs a disk sync whatever it holds, so a group costs little more than one write. A
/// caller who meets nobody else writes on its own thread, where the disk is quick: to wake the writer and to be woken by it costs
/// about as much as the commit.</remarks>
internal sealed class SqliteWriter : IDisposable
{
    /// <summary>The most writes that wait; further callers wait for a place.</summary>
    private const int Capacity = 4096;

    private readonly WriteSession _session;
    private readonly TimeProvider _clock;
    private readonly WriterPace _pace = new();
    private readonly SemaphoreSlim _places = new(Capacity);
    private readonly Lock _gate = new();

    // A semaphore of .NET spins before it sleeps, after every group; this one sleeps at once.
    private readonly AutoResetEvent _work = new(initialState: false);
    private readonly Thread _thread;
    private List<WriteOperation> _waiting = [];
    private List<WriteOperation> _group = [];
    private volatile int _waitingCount;
    private bool _isWriting;
    private bool _isClosed;

    /// <summary>Starts the writer on a connection, which becomes its own.</summary>
    /// <param name="session">The connection with its statements.</param>
    /// <param name="clock">The machine's clock: it times commits, so a manual clock would stop the writer.</param>
    public SqliteWriter(WriteSession session, TimeProvider clock)
    {
        _session = session;
        _clock = clock;
        _thread = new Thread(Loop) { Name = "SQLite writer", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Runs a write in the next group. Completes when it is durable.</summary>
    /// <exception cref="ExternalFaultException">The group could not be committed, or the writer is closed.</exception>
    public Task<T> WriteAsync<T>(Func<WriteSession, T> write, CancellationToken cancellationToken) =>
        WriteAsync(new FunctionWrite<T>(write, cancellationToken), cancellationToken);

    /// <inheritdoc cref="WriteAsync{T}(Func{WriteSession, T}, CancellationToken)"/>
    public Task<T> WriteAsync<T>(WriteOperation<T> operation, CancellationToken cancellationToken) =>
        TryTakePlace() ? EnqueueAsync(operation, cancellationToken) : WaitForPlaceAsync(operation, cancellationToken);

    /// <summary>Commits what waits and closes the connection. Safe to call twice.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_isClosed)
            {
                return;
            }

            _isClosed = true;
        }

        _work.Set();
        _thread.Join();
        _session.Dispose();
    }

    private bool TryTakePlace() => _places.Wait(0);

    private async Task<T> WaitForPlaceAsync<T>(WriteOperation<T> operation, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        return await EnqueueAsync(operation, cancellationToken);
    }

    private Task<T> EnqueueAsync<T>(WriteOperation<T> operation, CancellationToken cancellationToken)
    {
        bool writesHere, wakes;
        lock (_gate)
        {
            if (_isClosed)
            {
                return Task.FromException<T>(StorageFaults.Closed());
            }

            writesHere = !_isWriting && _waiting.Count == 0 && _pace.IsQuickAndAlone;
            if (writesHere)
            {
                _isWriting = true;
            }
            else
            {
                _waiting.Add(operation);
                _waitingCount = _waiting.Count;
            }

            // Whoever writes now wakes the writer at the end.
            wakes = !_isWriting && _waitingCount == 1;
        }

        if (writesHere)
        {
            _group.Add(operation);
            Write();
            return operation.Done;
        }

        if (wakes)
        {
            _work.Set();
        }

        // The token ends the wait; a write that has begun goes on.
        return cancellationToken.CanBeCanceled ? operation.Done.WaitAsync(cancellationToken) : operation.Done;
    }

    private void Loop()
    {
        while (true)
        {
            _work.WaitOne();
            WaitForCallers();
            if (!TryTake(out var isClosed))
            {
                // Whoever writes now wakes this thread again.
                continue;
            }

            Write();
            if (isClosed)
            {
                return;
            }
        }
    }

    private void WaitForCallers()
    {
        var patience = _pace.Patience;
        if (patience == TimeSpan.Zero)
        {
            return;
        }

        var began = _clock.GetTimestamp();
        while (_waitingCount < _pace.Expected && _clock.GetElapsedTime(began) < patience)
        {
            Thread.Yield();
        }
    }

    /// <summary>Takes all that waits as the next group.</summary>
    /// <param name="isClosed">True when nothing will come any more.</param>
    /// <returns>False while a caller writes.</returns>
    private bool TryTake(out bool isClosed)
    {
        lock (_gate)
        {
            isClosed = _isClosed;
            if (_isWriting)
            {
                return false;
            }

            _isWriting = true;
            (_group, _waiting) = (_waiting, _group);
            _waitingCount = 0;
            return true;
        }
    }

    /// <summary>Writes the group. Only by the thread that has set <see cref="_isWriting"/>, which ends here.</summary>
    private void Write()
    {
        try
        {
            if (_group.Count > 0)
            {
                WriteAndAnswer();
            }
        }
        finally
        {
            EndTurn();
        }
    }

    private void EndTurn()
    {
        lock (_gate)
        {
            _isWriting = false;
            if (_waiting.Count == 0 && !_isClosed)
            {
                return;
            }
        }

        _work.Set();
    }

    private void WriteAndAnswer()
    {
        var places = _group.Count;
        try
        {
            DropCancelled();
            WriteGroup();
            Answer(static operation => operation.Complete());
        }
        catch (Exception fault)
        {
            // The seam of the writer's thread: whatever happened, every caller is told and the next group gets its turn.
            _session.Rollback();
            var typed = StorageFaults.From(fault) as ExternalFaultException
                ?? new ExternalFaultException("The database did not take a write.", isTransient: true, inner: fault);
            Answer(operation => operation.Fail(typed));
        }

        _group.Clear();
        _places.Release(places);
    }

    private void WriteGroup()
    {
        _session.Begin();
        foreach (var operation in _group)
        {
            _session.Run(operation);
        }

        var began = _clock.GetTimestamp();
        _session.Commit();
        _pace.Observe(_group.Count + _waitingCount, _clock.GetElapsedTime(began));
    }

    private void DropCancelled() => _group.RemoveAll(static operation =>
    {
        if (operation.IsCancelled)
        {
            operation.Cancel();
        }

        return operation.IsCancelled;
    });

    private void Answer(Action<WriteOperation> how)
    {
        foreach (var operation in _group)
        {
            how(operation);
        }
    }
}

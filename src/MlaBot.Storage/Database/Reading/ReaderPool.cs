using System.Collections.Concurrent;

namespace MlaBot.Storage.Database.Reading;

/// <summary>Read connections that stay open with their statements prepared. Reads run beside the writer (WAL).</summary>
internal sealed class ReaderPool(string file) : IDisposable
{
    // What these keep between two reads is outdated by the next write; the system's cache of the file serves them as well.
    private const int CacheKibibytes = 256;

    /// <summary>How many connections are kept; more are made in a rush and dropped after it. No more reads than processors go on at once.</summary>
    private static readonly int MostKept = Math.Max(2, Environment.ProcessorCount);

    private readonly ConcurrentBag<PreparedCommands> _idle = [];
    private volatile bool _isClosed;

    /// <summary>Runs a read on the caller's thread: SQLite works in the process and has no asynchronous reads.</summary>
    public Task<T> ReadAsync<T>(Func<PreparedCommands, T> read, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        try
        {
            return Task.FromResult(Read(read));
        }
        catch (Exception fault)
        {
            // Handed on, in the words of the store, by the task.
            return Task.FromException<T>(StorageFaults.From(fault));
        }
    }

    public void Dispose()
    {
        _isClosed = true;
        while (_idle.TryTake(out var connection))
        {
            connection.Dispose();
        }
    }

    private T Read<T>(Func<PreparedCommands, T> read)
    {
        var connection = Take();
        try
        {
            var result = read(connection);
            Return(connection);
            return result;
        }
        catch
        {
            // Its state is in doubt; a new one costs less than a wrong answer.
            connection.Dispose();
            throw;
        }
    }

    private PreparedCommands Take()
    {
        if (_isClosed)
        {
            throw StorageFaults.Closed();
        }

        if (_idle.TryTake(out var idle))
        {
            return idle;
        }

        var made = new PreparedCommands(SqliteFile.Open(file));
        made.Run("PRAGMA query_only = 1");
        made.Run($"PRAGMA cache_size = -{CacheKibibytes}");
        return made;
    }

    private void Return(PreparedCommands connection)
    {
        if (_isClosed || _idle.Count >= MostKept)
        {
            connection.Dispose();
        }
        else
        {
            _idle.Add(connection);
        }
    }
}

using System.Runtime.ExceptionServices;
using Microsoft.Data.Sqlite;

namespace MlaBot.Storage.Database.Writing;

/// <summary>The one connection that writes, with what a write needs. Used by one thread at a time.</summary>
internal sealed class WriteSession : IDisposable
{
    private readonly List<Action> _afterCommit = [];

    public WriteSession(PreparedCommands sql)
    {
        Sql = sql;
        Tenants = new TenantWriter(Sql);
        Answers = new AnswerRecorder(Sql);
    }

    /// <summary>Raw SQL inside the transaction.</summary>
    public PreparedCommands Sql { get; }

    public TenantWriter Tenants { get; }

    public AnswerRecorder Answers { get; }

    /// <summary>The version of all that is stored, answers aside.</summary>
    public WriteVersion Version { get; } = new();

    /// <summary>Runs an action once the write is durable and before its caller is told.</summary>
    public void AfterCommit(Action action) => _afterCommit.Add(action);

    public void Begin() => Sql.Run("BEGIN IMMEDIATE");

    /// <summary>Runs one write so that its failure takes back nothing but itself.</summary>
    /// <exception cref="Exception">The whole transaction is lost; this is what the write met.</exception>
    public void Run(WriteOperation operation)
    {
        Sql.Run("SAVEPOINT Operation");
        var afterCommit = _afterCommit.Count;
        try
        {
            operation.Run(this);
        }
        catch (Exception fault)
        {
            Forget(afterCommit);
            if (!TryRun("ROLLBACK TO Operation"))
            {
                // After some errors (disk full, I/O) SQLite rolls everything back by itself, and there is no savepoint any
                // more: the group fails as a whole. Source: sqlite.org/lang_transaction.html, "Response To Errors".
                ExceptionDispatchInfo.Throw(fault);
            }

            operation.Refuse(StorageFaults.From(fault));
        }

        Sql.Run("RELEASE Operation");
    }

    public void Commit()
    {
        Sql.Run("COMMIT");
        foreach (var action in _afterCommit)
        {
            action();
        }

        _afterCommit.Clear();
    }

    /// <summary>Ends a failed transaction, unless SQLite has ended it by itself.</summary>
    public void Rollback()
    {
        Forget(0);
        TryRun("ROLLBACK");
    }

    /// <summary>Folds the log into the file and closes the connection.</summary>
    public void Dispose()
    {
        // When this fails, what is committed is safe in the log, and the next start reads it.
        TryRun("PRAGMA wal_checkpoint(TRUNCATE)");
        Sql.Dispose();
    }

    private bool TryRun(string sql)
    {
        try
        {
            Sql.Run(sql);
            return true;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    private void Forget(int afterCommit)
    {
        Answers.Forget();
        _afterCommit.RemoveRange(afterCommit, _afterCommit.Count - afterCommit);
    }
}

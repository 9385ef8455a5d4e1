using Microsoft.Data.Sqlite;

namespace MlaBot.Storage.Database.Writing;

/// <summary>The one connection that writes, with what a write needs. Used by the writer's thread only.</summary>
internal sealed class WriteSession : IDisposable
{
    private readonly List<Action> _afterCommit = [];
    private MlaBotContext? _context;

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

    /// <summary>EF inside the transaction, made when it is first needed.</summary>
    public MlaBotContext Context => _context ??= MakeContext();

    /// <summary>Runs an action once the write is durable and before its caller is told.</summary>
    public void AfterCommit(Action action) => _afterCommit.Add(action);

    public void Begin() => Sql.Run("BEGIN IMMEDIATE");

    /// <summary>Runs one write so that its failure takes back nothing but itself.</summary>
    /// <exception cref="SqliteException">The whole transaction is lost.</exception>
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
            // After some errors (disk full, I/O) SQLite has rolled everything back by itself. Then there is no savepoint,
            // this throws, and the group fails as a whole. Source: sqlite.org/lang_transaction.html, "Response To Errors".
            Sql.Run("ROLLBACK TO Operation");
            Forget(afterCommit);
            operation.Refuse(StorageFaults.From(fault));
        }
        finally
        {
            _context?.ChangeTracker.Clear();
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

    /// <summary>Ends a failed transaction.</summary>
    public void Rollback()
    {
        Forget(0);
        try
        {
            Sql.Run("ROLLBACK");
        }
        catch (SqliteException)
        {
            // None is active: it never began, or SQLite has ended it by itself.
        }
    }

    public void Dispose()
    {
        _context?.Dispose();
        Sql.Dispose();
    }

    private void Forget(int afterCommit)
    {
        Answers.Forget();
        _afterCommit.RemoveRange(afterCommit, _afterCommit.Count - afterCommit);
    }

    private MlaBotContext MakeContext()
    {
        var context = new MlaBotContext(SqliteFile.ContextOptions(Sql.Connection));
        // The group's transaction is ours; EF must not begin one of its own inside it.
        context.Database.AutoTransactionBehavior = Microsoft.EntityFrameworkCore.AutoTransactionBehavior.Never;
        return context;
    }
}

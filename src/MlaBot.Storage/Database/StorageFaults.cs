using Microsoft.Data.Sqlite;
using MlaBot.Core;

namespace MlaBot.Storage.Database;

/// <summary>Words SQLite's faults for those who call a store.</summary>
internal static class StorageFaults
{
    // Source: sqlite.org/rescode.html, primary result codes.
    public const int Busy = 5;
    public const int Locked = 6;
    public const int ReadOnly = 8;
    public const int InputOutput = 10;
    public const int Corrupt = 11;
    public const int Full = 13;
    public const int CannotOpen = 14;
    public const int Constraint = 19;
    public const int NotADatabase = 26;

    /// <summary>The fault of calls that come during or after the shutdown.</summary>
    public static ExternalFaultException Closed() => new("The database is closed.", isTransient: true);

    /// <summary>A fault of the outside world for those that are none of ours; other exceptions as they are.</summary>
    public static Exception From(Exception exception) => exception switch
    {
        SqliteException sqlite => From(sqlite),
        { InnerException: SqliteException sqlite } => From(sqlite),
        _ => exception,
    };

    private static Exception From(SqliteException sqlite) => sqlite.SqliteErrorCode switch
    {
        Busy or Locked => new ExternalFaultException("The database is busy.", isTransient: true, inner: sqlite),
        Full => new ExternalFaultException("The disk is full, so nothing can be stored.", isTransient: true, inner: sqlite),
        InputOutput or CannotOpen => new ExternalFaultException("The disk did not take a write.", isTransient: true, inner: sqlite),
        ReadOnly => new ExternalFaultException("The database file is read-only.", isTransient: false, inner: sqlite),
        Corrupt or NotADatabase => new ExternalFaultException("The database file is damaged.", isTransient: false, inner: sqlite),
        _ => sqlite,
    };
}

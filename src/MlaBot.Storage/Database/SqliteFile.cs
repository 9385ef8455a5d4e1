using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace MlaBot.Storage.Database;

/// <summary>Makes connections to one database file, set as this program needs them.</summary>
internal static class SqliteFile
{
    /// <summary>How long a statement waits for a lock that another process holds, in seconds.</summary>
    private const int BusySeconds = 5;

    /// <summary>Opens a connection; the file must exist.</summary>
    public static SqliteConnection Open(string file, SqliteOpenMode mode = SqliteOpenMode.ReadWrite)
    {
        var connection = new SqliteConnection(ConnectionString(file, mode));
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Options of a context over an open connection, which stays the caller's.</summary>
    public static DbContextOptions<MlaBotContext> ContextOptions(SqliteConnection connection) =>
        new DbContextOptionsBuilder<MlaBotContext>().UseSqlite(connection).Options;

    /// <summary>Options of a context that is never connected: for migrations at design time.</summary>
    public static DbContextOptions<MlaBotContext> DesignOptions() =>
        new DbContextOptionsBuilder<MlaBotContext>().UseSqlite("Data Source=design-time.db").Options;

    private static string ConnectionString(string file, SqliteOpenMode mode) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        Mode = mode,
        ForeignKeys = true,
        DefaultTimeout = BusySeconds,
        // Connections are kept by their owners; a pool would hold the file open after closing.
        Pooling = false,
    }.ToString();
}

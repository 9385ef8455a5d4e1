using Microsoft.Data.Sqlite;

namespace MlaBot.Storage.Database.Opening;

/// <summary>Opens a database file for writing, or says in a sentence why not.</summary>
internal static class DatabaseOpener
{
    /// <summary>Makes the folder, takes the lock, checks the file and brings its schema up to date.</summary>
    /// <returns>The lock, and the connection of the writer.</returns>
    /// <exception cref="StorageRefusedException">A person must change something first.</exception>
    public static async Task<(InstanceLock Lock, PreparedCommands Sql)> OpenAsync(
        string file, TimeProvider clock, CancellationToken cancellationToken)
    {
        MakeFolder(file);
        var isLocked = InstanceLock.Take(file);
        try
        {
            return (isLocked, await ConnectAsync(file, isLocked, clock, cancellationToken));
        }
        catch (SqliteException fault)
        {
            isLocked.Dispose();
            throw StorageRefusals.From(file, fault);
        }
        catch
        {
            isLocked.Dispose();
            throw;
        }
    }

    private static void MakeFolder(string file)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw StorageRefusals.NotWritable(file, fault);
        }
    }

    private static async Task<PreparedCommands> ConnectAsync(
        string file, InstanceLock isLocked, TimeProvider clock, CancellationToken cancellationToken)
    {
        var isOld = FileCheck.HasDatabase(file);
        var sql = new PreparedCommands(SqliteFile.Open(file, SqliteOpenMode.ReadWriteCreate));
        try
        {
            var applied = SchemaHistory.Applied(file, sql);
            isLocked.MarkRunning();
            MakeDurable(sql);
            if (isOld && !isLocked.WasClosed)
            {
                FileCheck.Quick(file, sql);
            }

            if (applied is null)
            {
                Migrator.Create(sql);
            }
            else if (applied.Count < SchemaHistory.Known.Count)
            {
                await Migrator.ApplyAsync(file, sql, clock, cancellationToken);
            }

            return sql;
        }
        catch
        {
            sql.Dispose();
            throw;
        }
    }

    private static void MakeDurable(PreparedCommands sql)
    {
        sql.First("PRAGMA journal_mode = WAL", row => row.GetString(0));
        sql.Run("PRAGMA synchronous = FULL");
        // A file without the right to write opens all the same; this says so now and not with the first answer.
        sql.Run("BEGIN IMMEDIATE");
        sql.Run("ROLLBACK");
    }
}

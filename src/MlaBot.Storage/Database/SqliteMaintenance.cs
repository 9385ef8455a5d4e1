using Microsoft.Data.Sqlite;
using MlaBot.Storage.Database.Opening;

namespace MlaBot.Storage.Database;

/// <summary>Copies and checks a database file. Needs no opened <see cref="SqliteDatabase"/>: it works beside a running bot.</summary>
public sealed class SqliteMaintenance
{
    private static readonly TimeSpan ReportEvery = TimeSpan.FromMilliseconds(100);

    private readonly string _file;
    private readonly TimeProvider _clock;

    /// <summary>Names a database; nothing is touched yet.</summary>
    /// <param name="options">Where it lies.</param>
    public SqliteMaintenance(SqliteStorageOptions options)
    {
        _file = Path.GetFullPath(options.File);
        _clock = TimeProvider.System;
    }

    /// <summary>Writes a copy that is whole and of one moment, also while a bot writes. The copy appears only when it is complete.</summary>
    /// <param name="target">The file to make; must not exist.</param>
    /// <param name="progress">Told the share that is done, from 0 to 1; null for nobody.</param>
    /// <param name="cancellationToken">Ends the backup before the copy appears, once the copying is through.</param>
    /// <exception cref="StorageRefusedException">There is no database, it is damaged, or the target exists or cannot be written.</exception>
    public async Task BackupAsync(string target, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        CheckSource();
        var path = Path.GetFullPath(target);
        if (Path.Exists(path))
        {
            throw BackupRefusals.Exists(path);
        }

        var part = $"{path}.{Environment.ProcessId}.part";
        try
        {
            // An empty file shows that the folder can be written; the copy goes into it.
            await File.Create(part).DisposeAsync();
            await CopyAsync(part, progress, cancellationToken);
            Place(part, path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw StorageRefusals.NotWritable(path, fault);
        }
        finally
        {
            Remove(part);
        }

        progress?.Report(1);
    }

    /// <summary>Looks through the whole file: every page, every index, every reference.</summary>
    /// <param name="cancellationToken">Keeps the check from beginning.</param>
    /// <returns>What is wrong, one sentence for each fault, at most 100; empty for a sound database.</returns>
    /// <exception cref="StorageRefusedException">There is no database, or it cannot be read at all.</exception>
    public Task<IReadOnlyList<string>> CheckAsync(CancellationToken cancellationToken)
    {
        CheckSource();
        return Task.Run<IReadOnlyList<string>>(() => Guard(Check, _file), cancellationToken);
    }

    private List<string> Check()
    {
        using var sql = new PreparedCommands(SqliteFile.Open(_file));
        try
        {
            var faults = sql.All("PRAGMA integrity_check(100)", row => row.GetString(0));
            faults.Remove("ok");
            return faults.Count > 0 ? faults : sql.All(
                "PRAGMA foreign_key_check", row => $"A row of {row.GetString(0)} names a missing row of {row.GetString(2)}.");
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode == StorageFaults.Corrupt)
        {
            // The damage is such that the check itself cannot go on.
            return [fault.Message];
        }
    }

    private void CheckSource()
    {
        if (!FileCheck.HasDatabase(_file))
        {
            throw BackupRefusals.Missing(_file);
        }
    }

    private async Task CopyAsync(string part, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var copying = Task.Run(() => Guard(() => Copy(part), part), cancellationToken);
        while (progress is not null && !copying.IsCompleted)
        {
            progress.Report(Share(part));
            // Not cancelled: SQLite cannot be stopped in the middle, and the part must not be removed before it ends.
            await Task.WhenAny(copying, Task.Delay(ReportEvery, _clock, CancellationToken.None));
        }

        await copying;
        cancellationToken.ThrowIfCancellationRequested();
    }

    private int Copy(string part)
    {
        using var source = new PreparedCommands(SqliteFile.Open(_file));
        // Reads in one transaction, so the copy is of one moment; writers go on in the log.
        source.Run("VACUUM INTO $1", part);
        using var copy = new PreparedCommands(SqliteFile.Open(part));
        FileCheck.Quick(part, copy);
        return 0;
    }

    /// <summary>How much was copied, as far as the size of the file tells.</summary>
    private double Share(string part)
    {
        var copied = new FileInfo(part);
        return copied.Exists ? Math.Min(0.99, copied.Length / (double)new FileInfo(_file).Length) : 0;
    }

    /// <summary>Words what SQLite meets: writing fails at one file, everything else at the database.</summary>
    private T Guard<T>(Func<T> work, string written)
    {
        try
        {
            return work();
        }
        catch (SqliteException fault)
        {
            var isWriting = fault.SqliteErrorCode is StorageFaults.Full or StorageFaults.InputOutput or StorageFaults.CannotOpen;
            throw StorageRefusals.From(isWriting ? written : _file, fault);
        }
    }

    private static void Place(string part, string path)
    {
        // The copy must be on the disk before it bears its name.
        using (var stream = new FileStream(part, FileMode.Open, FileAccess.ReadWrite))
        {
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(part, path, overwrite: false);
        }
        catch (IOException) when (Path.Exists(path))
        {
            throw BackupRefusals.Exists(path);
        }
    }

    private static void Remove(string part)
    {
        try
        {
            File.Delete(part);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // What stopped the backup is told already; a left-over part is removed by the next one.
        }
    }
}

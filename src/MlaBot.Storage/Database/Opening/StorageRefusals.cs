using Microsoft.Data.Sqlite;
using MlaBot.Core;

namespace MlaBot.Storage.Database.Opening;

/// <summary>Words why a database cannot be opened.</summary>
internal static class StorageRefusals
{
    // ENOSPC of Linux and macOS; the two codes of Windows.
    private static readonly int[] FullCodes = [28, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    public static StorageRefusedException NotWritable(string file, Exception inner) => FullCodes.Contains(inner.HResult)
        ? Full(file, inner)
        : new(new Refusal("database-not-writable", $"The database {file} or its folder cannot be written.", "Give this user the right to write there, or name another file in Storage:ConnectionString."), inner);

    public static StorageRefusedException InUse(string file, Exception inner) =>
        new(new Refusal("database-in-use", $"Another MlaBot uses the database {file}.", "Stop it first, or name another file in Storage:ConnectionString."), inner);

    public static StorageRefusedException NotADatabase(string file, Exception? inner = null) =>
        new(new Refusal("database-unknown", $"{file} is not an SQLite database.", "Move that file away, or name another one in Storage:ConnectionString."), inner);

    public static StorageRefusedException NotOurs(string file) =>
        new(new Refusal("database-foreign", $"The database {file} belongs to another program.", "Name another file in Storage:ConnectionString."));

    public static StorageRefusedException Damaged(string file, string detail, Exception? inner = null) =>
        new(new Refusal("database-damaged", $"The database {file} is damaged: {detail.TrimEnd('.')}.", "Put the last backup in its place, or move it away to begin anew."), inner);

    public static StorageRefusedException Newer(string file, string migration) =>
        new(new Refusal("database-newer", $"The database {file} was written by a newer MlaBot (it knows {migration}).", "Start that version, or restore a backup from before the update."));

    public static StorageRefusedException MigrationStuck(string file, Exception inner) =>
        new(new Refusal("database-migration", $"The database {file} could not be brought up to date in time.", "Close every other program that has it open and start again."), inner);

    /// <summary>The refusal for a fault of SQLite while opening.</summary>
    public static StorageRefusedException From(string file, SqliteException fault) => fault.SqliteErrorCode switch
    {
        StorageFaults.NotADatabase => NotADatabase(file, fault),
        StorageFaults.Corrupt => Damaged(file, fault.Message, fault),
        StorageFaults.Full => Full(file, fault),
        StorageFaults.Busy or StorageFaults.Locked => new(new Refusal("database-busy", $"Another program keeps the database {file} locked.", "Close it and start again."), fault),
        StorageFaults.CannotOpen or StorageFaults.ReadOnly => NotWritable(file, fault),
        _ => new(new Refusal("database-fault", $"The database {file} cannot be opened: {fault.Message.TrimEnd('.')}.", "Check the disk, then start again."), fault),
    };

    private static StorageRefusedException Full(string file, Exception inner) =>
        new(new Refusal("disk-full", $"The disk that holds {file} is full.", "Make room, then start again."), inner);
}

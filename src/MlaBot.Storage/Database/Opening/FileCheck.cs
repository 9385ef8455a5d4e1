namespace MlaBot.Storage.Database.Opening;

/// <summary>Looks at a database file before it is trusted.</summary>
internal static class FileCheck
{
    // Source: sqlite.org/fileformat2.html, "The Database Header".
    private static ReadOnlySpan<byte> Magic => "SQLite format 3\0"u8;

    /// <summary>Reads the header; a missing or empty file is a new database.</summary>
    /// <returns>True when there is a database, false when one is to be made.</returns>
    /// <exception cref="StorageRefusedException">The file is something else, or cannot be read.</exception>
    public static bool HasDatabase(string file)
    {
        if (Directory.Exists(file))
        {
            throw StorageRefusals.NotADatabase(file);
        }

        if (!File.Exists(file))
        {
            return false;
        }

        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            Span<byte> header = stackalloc byte[16];
            var length = stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
            return length > 0 && (Magic.SequenceEqual(header) ? true : throw StorageRefusals.NotADatabase(file));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw StorageRefusals.NotWritable(file, fault);
        }
    }

    /// <summary>Looks through the whole file, as long as it takes: about a second for each gigabyte.</summary>
    /// <exception cref="StorageRefusedException">Something is damaged.</exception>
    public static void Quick(string file, PreparedCommands sql)
    {
        var found = sql.First("PRAGMA quick_check(1)", row => row.GetString(0));
        if (!string.Equals(found, "ok", StringComparison.Ordinal))
        {
            throw StorageRefusals.Damaged(file, found ?? "it cannot be read");
        }
    }
}

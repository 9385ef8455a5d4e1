using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace MlaBot.Benchmarks.Durability;

/// <summary>Makes every commit of a connection take longer, as a slower disk would.</summary>
/// <remarks>The hook is set through the native library: the managed one that names it cannot be referenced beside
/// Microsoft.Data.Sqlite (see src/README.md on the raw packages).</remarks>
internal static class CommitDelay
{
    // Kept for the life of the process: the native side holds the pointer.
    private static readonly CommitHook Hook = static _ =>
    {
        Thread.Sleep(2);
        return 0;
    };

    private delegate int CommitHook(IntPtr context);

    private delegate IntPtr SetCommitHook(IntPtr database, CommitHook hook, IntPtr context);

    /// <summary>Lets every commit sleep for 2 ms, just before it is made.</summary>
    public static void Add(SqliteConnection connection)
    {
        var handle = (SafeHandle)typeof(SqliteConnection).GetProperty("Handle")!.GetValue(connection)!;
        var library = NativeLibrary.Load("libsqlite3.so.0");
        var set = Marshal.GetDelegateForFunctionPointer<SetCommitHook>(NativeLibrary.GetExport(library, "sqlite3_commit_hook"));
        set(handle.DangerousGetHandle(), Hook, IntPtr.Zero);
    }
}

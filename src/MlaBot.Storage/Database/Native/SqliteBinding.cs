using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace MlaBot.Storage.Database.Native;

/// <summary>Binds the SQLite libraries, managed and native, before the first connection is made.</summary>
internal static class SqliteBinding
{
    private const string Provider = "SQLitePCLRaw.provider.e_sqlite3";

    /// <summary>3.35.0, the first version with RETURNING.</summary>
    private const int OldestVersion = 3_035_000;

    private delegate int VersionNumber();

#pragma warning disable CA2255 // The hook must be in place before any code here touches SQLite, whichever comes first.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Bind()
    {
        // The packages name a raw library that the feed may not hold; the runtime refuses the older copy, then asks here.
        AssemblyLoadContext.Default.Resolving += static (context, name) =>
            name.Name!.StartsWith("SQLitePCLRaw.", StringComparison.Ordinal)
            && Path.Combine(AppContext.BaseDirectory, name.Name + ".dll") is var path && File.Exists(path)
                ? context.LoadFromAssemblyPath(path) : null;

        // Not bound here and now: verbs that need no database shall not load it.
        AppDomain.CurrentDomain.AssemblyLoad += static (_, loaded) =>
        {
            if (string.Equals(loaded.LoadedAssembly.GetName().Name, Provider, StringComparison.Ordinal))
            {
                NativeLibrary.SetDllImportResolver(loaded.LoadedAssembly, Resolve);
            }
        };
    }

    /// <summary>Prefers the system's library, which gets security fixes, to the bundled one.</summary>
    private static IntPtr Resolve(string name, Assembly assembly, DllImportSearchPath? path) =>
        string.Equals(name, "e_sqlite3", StringComparison.Ordinal)
        && OperatingSystem.IsLinux()
        && NativeLibrary.TryLoad("libsqlite3.so.0", out var library)
        && IsNewEnough(library)
            ? library : IntPtr.Zero;

    private static bool IsNewEnough(IntPtr library) =>
        NativeLibrary.TryGetExport(library, "sqlite3_libversion_number", out var export)
        && Marshal.GetDelegateForFunctionPointer<VersionNumber>(export)() >= OldestVersion;
}

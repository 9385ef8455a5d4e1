using MlaBot.Storage.Database.Opening;
using MlaBot.Storage.Database.Reading;
using MlaBot.Storage.Database.Writing;

namespace MlaBot.Storage.Database;

/// <summary>The database of a running bot: open it before the stores are used, and close it last.</summary>
public sealed class SqliteDatabase : IAsyncDisposable
{
    private readonly TimeProvider _clock;
    private InstanceLock? _lock;
    private SqliteWriter? _writer;
    private ReaderPool? _readers;
    private MomentMemory? _moments;
    private ShownItemMemory? _shownItems;

    /// <summary>Names a database; nothing is touched yet.</summary>
    /// <param name="options">Where it lies.</param>
    public SqliteDatabase(SqliteStorageOptions options)
        : this(options, TimeProvider.System)
    {
    }

    /// <param name="options">Where it lies.</param>
    /// <param name="clock">Times commits and migrations. The machine's own clock: a manual one would never let a wait end.</param>
    internal SqliteDatabase(SqliteStorageOptions options, TimeProvider clock)
    {
        File = Path.GetFullPath(options.File);
        _clock = clock;
    }

    /// <summary>The full path of the file.</summary>
    public string File { get; }

    internal SqliteWriter Writer => _writer ?? throw NotOpen();

    internal ReaderPool Readers => _readers ?? throw NotOpen();

    internal MomentMemory Moments => _moments ?? throw NotOpen();

    internal ShownItemMemory ShownItems => _shownItems ?? throw NotOpen();

    /// <summary>Opens the database: makes it when it is missing, checks it, brings its schema up to date.</summary>
    /// <exception cref="StorageRefusedException">A person must change something first; nothing was changed.</exception>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        var (taken, sql) = await DatabaseOpener.OpenAsync(File, _clock, cancellationToken);
        _lock = taken;
        _writer = new SqliteWriter(new WriteSession(sql), _clock);
        _readers = new ReaderPool(File);
        _moments = new MomentMemory(_readers);
        _shownItems = new ShownItemMemory(_readers);
    }

    /// <summary>Commits what waits, folds the log into the file and notes an orderly end. Safe to call twice.</summary>
    public ValueTask DisposeAsync()
    {
        // Readers first: the last connection that closes folds the log in.
        _readers?.Dispose();
        _writer?.Dispose();
        _lock?.MarkClosed();
        _lock?.Dispose();
        _lock = null;
        return ValueTask.CompletedTask;
    }

    private InvalidOperationException NotOpen() => new($"The database {File} is used before it was opened.");
}

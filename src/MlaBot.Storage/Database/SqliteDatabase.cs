using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Streaks;
using MlaBot.Storage.Database.Opening;
using MlaBot.Storage.Database.Reading;
using MlaBot.Storage.Database.Writing;
using NodaTime;

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
    private ReadMemory<PostId, DailyPost>? _posts;
    private ReadMemory<ChannelKey, Channel>? _channels;
    private ReadMemory<GroupKey, IReadOnlyList<RestDayRule>>? _restDays;
    private ReadMemory<Instant, IReadOnlyList<Outage>>? _outages;
    private ReadMemory<GroupKey, IReadOnlyList<NamedAdmin>>? _admins;

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

    internal ReadMemory<PostId, DailyPost> Posts => _posts ?? throw NotOpen();

    internal ReadMemory<ChannelKey, Channel> Channels => _channels ?? throw NotOpen();

    internal ReadMemory<GroupKey, IReadOnlyList<RestDayRule>> RestDays => _restDays ?? throw NotOpen();

    internal ReadMemory<Instant, IReadOnlyList<Outage>> Outages => _outages ?? throw NotOpen();

    internal ReadMemory<GroupKey, IReadOnlyList<NamedAdmin>> Admins => _admins ?? throw NotOpen();

    /// <summary>Opens the database: makes it when it is missing, checks it, brings its schema up to date.</summary>
    /// <exception cref="StorageRefusedException">A person must change something first; nothing was changed.</exception>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        var (taken, sql) = await DatabaseOpener.OpenAsync(File, _clock, cancellationToken);
        _lock = taken;
        var session = new WriteSession(sql);
        _writer = new SqliteWriter(session, _clock);
        _readers = new ReaderPool(File);
        _posts = new ReadMemory<PostId, DailyPost>(_readers, session.Version);
        _channels = new ReadMemory<ChannelKey, Channel>(_readers, session.Version);
        _restDays = new ReadMemory<GroupKey, IReadOnlyList<RestDayRule>>(_readers, session.Version);
        _outages = new ReadMemory<Instant, IReadOnlyList<Outage>>(_readers, session.Version);
        _admins = new ReadMemory<GroupKey, IReadOnlyList<NamedAdmin>>(_readers, session.Version);
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

using MlaBot.Storage.Database;
using MlaBot.Storage.Database.Writing;

namespace MlaBot.Storage.Tests.Database;

public sealed class WriteInPlaceTests : IAsyncDisposable
{
    private const string Writer = "SQLite writer";

    private readonly TempFolder _folder = new();
    private SqliteDatabase? _database;

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        _folder.Dispose();
    }

    [Fact]
    public async Task A_caller_who_meets_nobody_writes_on_its_own_thread_and_has_its_answer_at_once()
    {
        var database = await OpenAsync(isQuick: true);

        var written = database.Writer.WriteAsync(AddOutage, default);

        written.IsCompletedSuccessfully.ShouldBeTrue();
        (await written).ShouldBe((Environment.CurrentManagedThreadId, 1));
        Committed().ShouldBe(1);
    }

    [Fact]
    public async Task On_a_slow_disk_the_writer_writes()
    {
        var database = await OpenAsync(isQuick: false);

        await database.Writer.WriteAsync(AddOutage, default);

        (await database.Writer.WriteAsync(_ => Thread.CurrentThread.Name, default)).ShouldBe(Writer);
    }

    [Fact]
    public async Task What_comes_while_a_caller_writes_is_the_writers_next_group()
    {
        var database = await OpenAsync(isQuick: true);
        var held = await HeldWriter.StartAsync(database);
        var others = Enumerable.Range(0, 5).Select(_ => database.Writer.WriteAsync(session => (Thread.CurrentThread.Name, AddOutage(session).Count, Committed()), default)).ToArray();
        others.ShouldAllBe(other => !other.IsCompleted);

        await held.ReleaseAsync();

        (await Task.WhenAll(others)).ShouldBe([(Writer, 1, 0), (Writer, 2, 0), (Writer, 3, 0), (Writer, 4, 0), (Writer, 5, 0)]);
        Committed().ShouldBe(5);
    }

    [Fact]
    public async Task A_write_that_fails_in_place_fails_its_caller_and_leaves_nothing()
    {
        var database = await OpenAsync(isQuick: true);

        var failing = database.Writer.WriteAsync<int>(
            session =>
            {
                AddOutage(session);
                throw new InvalidOperationException("a mistake");
            },
            default);

        failing.IsFaulted.ShouldBeTrue();
        (await Should.ThrowAsync<InvalidOperationException>(failing)).Message.ShouldBe("a mistake");
        (await database.Writer.WriteAsync(AddOutage, default)).Count.ShouldBe(1);
        Committed().ShouldBe(1);
    }

    [Fact]
    public async Task Closing_while_a_caller_writes_waits_for_it_and_commits_what_waits()
    {
        var database = await OpenAsync(isQuick: true);
        var held = await HeldWriter.StartAsync(database);
        var waiting = database.Writer.WriteAsync(AddOutage, default);
        var closing = Task.Run(() => database.DisposeAsync().AsTask());

        await held.ReleaseAsync();

        (await waiting).Count.ShouldBe(1);
        await closing;
        Committed().ShouldBe(1);
    }

    [Fact]
    public async Task A_caller_who_gave_up_before_the_call_writes_nothing()
    {
        var database = await OpenAsync(isQuick: true);

        var given = database.Writer.WriteAsync(AddOutage, new CancellationToken(canceled: true));

        await Should.ThrowAsync<OperationCanceledException>(given);
        Committed().ShouldBe(0);
    }

    /// <summary>A database whose commits seem to be quick or slow, and of which some have been seen.</summary>
    private async Task<SqliteDatabase> OpenAsync(bool isQuick)
    {
        var commit = isQuick ? TimeSpan.FromMicroseconds(100) : TimeSpan.FromMilliseconds(10);
        _database = new SqliteDatabase(new SqliteStorageOptions(_folder.File("mlabot.db")), new SteppingClock(commit));
        await _database.OpenAsync(default);
        // The first commit is the writer's, which answers a moment before it rests.
        await _database.Writer.WriteAsync(_ => 0, default);
        while (isQuick && _database.Writer.WriteAsync(_ => 0, default) is { IsCompleted: false } queued)
        {
            await queued;
        }

        return _database;
    }

    private (int Thread, long Count) AddOutage(WriteSession session)
    {
        session.Sql.Run("INSERT INTO Outages (\"From\", \"To\") VALUES (0, 0)");
        return (Environment.CurrentManagedThreadId, session.Sql.First("SELECT count(*) FROM Outages", row => row.GetInt64(0)));
    }

    private long Committed()
    {
        using var sql = new PreparedCommands(SqliteFile.Open(_folder.File("mlabot.db")));
        return sql.First("SELECT count(*) FROM Outages", row => row.GetInt64(0));
    }

    /// <summary>Between two looks at it the same time has passed, whatever the machine does.</summary>
    private sealed class SteppingClock(TimeSpan step) : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Interlocked.Add(ref _now, step.Ticks);
    }
}

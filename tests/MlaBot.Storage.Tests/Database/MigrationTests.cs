using Microsoft.EntityFrameworkCore;
using MlaBot.Storage.Database;
using MlaBot.Storage.Database.Opening;
using MlaBot.Storage.Database.Stores;

namespace MlaBot.Storage.Tests.Database;

public sealed class MigrationTests
{
    [Fact]
    public void The_model_has_no_change_without_a_migration()
    {
        using var context = new MlaBotContext(SqliteFile.DesignOptions());

        context.Database.HasPendingModelChanges().ShouldBeFalse();
    }

    [Fact]
    public void The_program_knows_all_its_migrations_by_name()
    {
        using var context = new MlaBotContext(SqliteFile.DesignOptions());

        SchemaHistory.Known.ShouldBe(context.Database.GetMigrations());
    }

    /// <remarks>When this fails: <c>dotnet ef migrations script -p src/MlaBot.Storage -s src/MlaBot.Storage.DesignTime
    /// -o src/MlaBot.Storage/Database/Opening/NewDatabase.sql</c>.</remarks>
    [Fact]
    public async Task The_script_for_a_new_file_makes_what_the_migrations_make()
    {
        using var folder = new TempFolder();
        await using (await OpeningTests.OpenAsync(folder.File("script.db")))
        {
        }

        await MigrateAsync(folder.File("migrations.db"));

        Schema(folder.File("script.db")).ShouldBe(Schema(folder.File("migrations.db")));
    }

    [Fact]
    public async Task A_file_with_no_migration_applied_is_brought_up_to_date_past_a_stale_lock()
    {
        using var folder = new TempFolder();
        OpeningTests.Create(
            folder.File("bot.db"),
            """
            CREATE TABLE __EFMigrationsHistory (MigrationId TEXT NOT NULL PRIMARY KEY, ProductVersion TEXT NOT NULL);
            CREATE TABLE __EFMigrationsLock (Id INTEGER NOT NULL PRIMARY KEY, Timestamp TEXT NOT NULL);
            INSERT INTO __EFMigrationsLock VALUES (1, '2026-01-01 00:00:00+00:00');
            """);

        await using var opened = await OpeningTests.OpenAsync(folder.File("bot.db"));

        (await opened.Readers.ReadAsync(sql => SchemaHistory.Applied(opened.File, sql), default)).ShouldBe(SchemaHistory.Known);
        (await opened.Readers.ReadAsync(sql => sql.First("SELECT count(*) FROM Answers", row => row.GetInt32(0)), default)).ShouldBe(0);
    }

    [Fact]
    public async Task A_stale_lock_does_not_keep_an_up_to_date_file_from_opening()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Database.DisposeAsync();
        OpeningTests.Execute(
            store.Database.File,
            """
            CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER NOT NULL PRIMARY KEY, Timestamp TEXT NOT NULL);
            INSERT INTO __EFMigrationsLock VALUES (1, '2026-01-01 00:00:00+00:00');
            """);

        await store.ReopenAsync();
    }

    [Fact]
    public async Task A_file_of_the_first_version_keeps_its_data_and_gets_what_is_new()
    {
        using var folder = new TempFolder();
        var file = folder.File("bot.db");
        await MigrateAsync(file, SchemaHistory.Known[0]);
        OpeningTests.Execute(
            file,
            """
            INSERT INTO Groups (Id, Platform, ExternalId) VALUES (1, 'local', 'g1');
            INSERT INTO Channels (Id, GroupId, ExternalId, Name, Exam, Zone, Feedback, OpenForSeconds)
                VALUES (1, 1, 'c1', 'study', 'MLA-C01', 'Europe/Berlin', 0, 28800);
            INSERT INTO Learners (Id, GroupId, UserId, Name) VALUES (1, 1, 'u1', 'Name of u1');
            INSERT INTO Schedules (Id, ChannelId, Domain, At, Zone, Days) VALUES (1, 1, '1', 570, 'Europe/Berlin', 31);
            INSERT INTO Posts (Id, ScheduleId, ChannelId, GroupId, Domain, Date, Slot, ItemId, ItemVersion, Presentation, State, Feedback, DueAt,
                OpenedAt, ClosesAt, MessageId, Note)
                VALUES (1, 1, 1, 1, '1', 20514, 0, 'q-1.1-0001', 1, 'c,a,d,b', 2, 0, 1772442000000, 1772442000000, 1772470800000, 'm1', '');
            INSERT INTO Answers (PostId, LearnerId, First, IsFirstCorrect, FirstAt, Last, IsLastCorrect, LastAt, Changes, IsPractice, Day, IsGrace)
                VALUES (1, 1, 'b', 0, 1772442300000, 'b', 0, 1772442300000, 0, 0, 20514, 0);
            """);

        await using var database = await OpeningTests.OpenAsync(file);

        (await new SqliteChannelStore(database).AllAsync(default)).ShouldBe([New.Channel()]);
        var daily = new SqliteDailyStore(database);
        (await daily.FindNumberAsync(New.Channel().Key.Group, 1, default)).ShouldBe(new(1), "the number that people know");
        (await daily.FindAnswerAsync(new(1), New.Learner(), default))!.First.Canonical.ShouldBe("b");
        (await new SqliteDraftStore(database, TimeProvider.System).UpdateAsync(New.Learner(), "answer:1", _ => "b", default)).ShouldBe("b");
        (await new SqliteReportStore(database).SaveAsync(New.Report((await daily.FindPostAsync(new(1), default))!), default)).OpenNow.ShouldBe(1);
        (await new SqliteMaintenance(new SqliteStorageOptions(file)).CheckAsync(default)).ShouldBeEmpty();
        Schema(file).Where(IsTable).ShouldBe(Schema(await FreshAsync(folder)).Where(IsTable));

        static bool IsTable(string line) => line.StartsWith("table", StringComparison.Ordinal) || line.StartsWith("index", StringComparison.Ordinal);
    }

    private static async Task<string> FreshAsync(TempFolder folder)
    {
        await using var fresh = await OpeningTests.OpenAsync(folder.File("fresh.db"));
        return fresh.File;
    }

    private static async Task MigrateAsync(string file, string? to = null)
    {
        await using var connection = SqliteFile.Open(file, Microsoft.Data.Sqlite.SqliteOpenMode.ReadWriteCreate);
        await using var context = new MlaBotContext(SqliteFile.ContextOptions(connection));
        await context.Database.MigrateAsync(to);
    }

    private static List<string> Schema(string file)
    {
        using var sql = new PreparedCommands(SqliteFile.Open(file));
        return
        [
            .. sql.All(
                "SELECT type, name, sql FROM sqlite_master WHERE name <> '__EFMigrationsLock' ORDER BY name",
                row => $"{row.GetString(0)} {row.GetString(1)} {(row.IsDBNull(2) ? "" : row.GetString(2))}"),
            .. sql.All("SELECT MigrationId, ProductVersion FROM __EFMigrationsHistory", row => $"{row.GetString(0)} {row.GetString(1)}"),
        ];
    }
}

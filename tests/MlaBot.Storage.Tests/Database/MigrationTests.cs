using Microsoft.EntityFrameworkCore;
using MlaBot.Storage.Database;
using MlaBot.Storage.Database.Opening;

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

    private static async Task MigrateAsync(string file)
    {
        await using var connection = SqliteFile.Open(file, Microsoft.Data.Sqlite.SqliteOpenMode.ReadWriteCreate);
        await using var context = new MlaBotContext(SqliteFile.ContextOptions(connection));
        await context.Database.MigrateAsync();
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

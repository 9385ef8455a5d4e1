using System.Diagnostics;
using MlaBot.Core.Daily;
using MlaBot.Storage.Database;

namespace MlaBot.Storage.Tests.Database;

public sealed class OpeningTests
{
    [Fact]
    public async Task A_missing_folder_is_made_and_a_closed_database_leaves_no_log_behind()
    {
        using var folder = new TempFolder();
        var file = folder.File("deep/down/bot.db");

        await using (await OpenAsync(file))
        {
        }

        File.Exists(file).ShouldBeTrue();
        File.Exists(file + "-wal").ShouldBeFalse();
    }

    [Fact]
    public async Task A_second_instance_is_refused_until_the_first_has_closed()
    {
        await using var store = await TestStore.OpenAsync();

        (await RefusalAsync(store.Database.File)).ShouldBe("database-in-use");

        await store.Database.DisposeAsync();
        await using var second = await OpenAsync(store.Database.File);
    }

    [Fact]
    public async Task The_system_lets_go_of_the_lock_of_a_program_that_was_killed()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/flock"), "There is no flock to hold the lock with.");
        using var folder = new TempFolder();
        await using (await OpenAsync(folder.File("bot.db")))
        {
        }

        // flock is what a file opened without sharing takes; the program that holds it is killed, not ended.
        using var holder = Process.Start(new ProcessStartInfo("flock", [folder.File("bot.db.lock"), "-c", "echo held; exec sleep 60"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        (await holder.StandardOutput.ReadLineAsync()).ShouldBe("held");
        (await RefusalAsync(folder.File("bot.db"))).ShouldBe("database-in-use");

        holder.Kill(entireProcessTree: true);
        await holder.WaitForExitAsync();

        await using var opened = await OpenAsync(folder.File("bot.db"));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_alone()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("bot.db"), "Dear diary, this is no database at all.");

        (await RefusalAsync(folder.File("bot.db"))).ShouldBe("database-unknown");

        (await File.ReadAllTextAsync(folder.File("bot.db"))).ShouldStartWith("Dear diary");
    }

    [Fact]
    public async Task A_folder_in_the_place_of_the_file_is_refused()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder.File("bot.db"));

        (await RefusalAsync(folder.File("bot.db"))).ShouldBe("database-unknown");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_refused()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("file"), "");

        (await RefusalAsync(folder.File("file/data/bot.db"))).ShouldBe("database-not-writable");
    }

    [Fact]
    public async Task An_empty_file_becomes_a_database()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("bot.db"), "");

        await using var opened = await OpenAsync(folder.File("bot.db"));
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused_and_left_alone()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Database.DisposeAsync();
        Execute(store.Database.File, "INSERT INTO __EFMigrationsHistory VALUES ('20990101000000_Future', '99.0.0')");
        var before = await File.ReadAllBytesAsync(store.Database.File);

        (await RefusalAsync(store.Database.File)).ShouldBe("database-newer");

        (await File.ReadAllBytesAsync(store.Database.File)).ShouldBe(before);
    }

    [Fact]
    public async Task A_database_of_another_program_is_refused()
    {
        using var folder = new TempFolder();
        Create(folder.File("bot.db"), "CREATE TABLE Recipes (Id INTEGER PRIMARY KEY)");

        (await RefusalAsync(folder.File("bot.db"))).ShouldBe("database-foreign");
    }

    [Fact]
    public async Task A_database_that_was_cut_off_is_refused_as_damaged()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Database.DisposeAsync();
        await using (var file = File.OpenWrite(store.Database.File))
        {
            file.SetLength(file.Length / 2);
        }

        (await RefusalAsync(store.Database.File)).ShouldBe("database-damaged");
    }

    [Fact]
    public async Task Damage_inside_is_found_at_the_start_after_a_crash()
    {
        using var folder = new TempFolder();
        await using var store = await TestStore.OpenAsync();
        var post = await store.PostAsync();
        await Task.WhenAll(Enumerable.Range(0, 300).Select(number => store.AnswerAsync(post, "a", "u" + number)));
        await store.Database.DisposeAsync();
        var crashed = folder.File("bot.db");
        // The last page of a table with many rows; no lock file comes along, so nothing says that it was closed in order.
        var bytes = await File.ReadAllBytesAsync(store.Database.File);
        bytes.AsSpan(bytes.Length - 4096).Fill(0xA5);
        await File.WriteAllBytesAsync(crashed, bytes);

        (await RefusalAsync(crashed)).ShouldBe("database-damaged");
    }

    [Fact]
    public async Task What_was_answered_survives_a_crash()
    {
        using var folder = new TempFolder();
        await using var store = await TestStore.OpenAsync();
        var post = await store.PostAsync();
        await store.AnswerAsync(post, "a");

        // The files as they lie on the disk while the program runs: what a crash leaves.
        foreach (var end in new[] { "", "-wal" })
        {
            await CopyAsync(store.Database.File + end, folder.File("bot.db" + end));
        }

        await using var after = await OpenAsync(folder.File("bot.db"));
        var daily = new MlaBot.Storage.Database.Stores.SqliteDailyStore(after);
        (await daily.ParticipantsAsync(post.Id, default)).ShouldBe(1);
        (await daily.RecordAsync(New.Answer(post, "b"), default)).Fate.ShouldBe(AnswerFate.AlreadyAnswered);
    }

    [Fact]
    public async Task A_store_that_is_used_before_the_database_is_open_says_so()
    {
        using var folder = new TempFolder();
        await using var database = new SqliteDatabase(new SqliteStorageOptions(folder.File("bot.db")));

        Should.Throw<InvalidOperationException>(() => database.Writer);
        Should.Throw<InvalidOperationException>(() => database.Readers);
    }

    [Fact]
    public async Task Another_process_that_keeps_the_file_locked_is_named_as_the_cause()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Database.DisposeAsync();
        using var other = SqliteFile.Open(store.Database.File);
        using var sql = new PreparedCommands(other);
        sql.First("PRAGMA locking_mode = EXCLUSIVE", row => row.GetString(0));
        sql.Run("UPDATE Heartbeats SET At = 0");

        (await RefusalAsync(store.Database.File)).ShouldBe("database-busy");
    }

    internal static async Task<SqliteDatabase> OpenAsync(string file)
    {
        var database = new SqliteDatabase(new SqliteStorageOptions(file));
        await database.OpenAsync(default);
        return database;
    }

    internal static void Create(string file, string sql)
    {
        using var connection = SqliteFile.Open(file, Microsoft.Data.Sqlite.SqliteOpenMode.ReadWriteCreate);
        using var commands = new PreparedCommands(connection);
        commands.Run(sql);
    }

    internal static void Execute(string file, string sql)
    {
        using var connection = SqliteFile.Open(file);
        using var commands = new PreparedCommands(connection);
        commands.Run(sql);
    }

    private static async Task<string> RefusalAsync(string file)
    {
        await using var database = new SqliteDatabase(new SqliteStorageOptions(file));
        var refused = await Should.ThrowAsync<StorageRefusedException>(() => database.OpenAsync(default));
        refused.Reason.NextStep.ShouldNotBeEmpty();
        refused.Message.ShouldContain(Path.GetFileName(file));
        return refused.Reason.Code;
    }

    private static async Task CopyAsync(string from, string to)
    {
        await using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        await using var target = File.Create(to);
        await source.CopyToAsync(target);
    }
}

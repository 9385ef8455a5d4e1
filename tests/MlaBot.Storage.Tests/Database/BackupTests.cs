using MlaBot.Storage.Database;
using MlaBot.Storage.Database.Stores;

namespace MlaBot.Storage.Tests.Database;

public sealed class BackupTests
{
    [Fact]
    public async Task A_backup_while_answers_are_written_is_whole_and_of_one_moment()
    {
        await using var store = await TestStore.OpenAsync();
        var post = await store.PostAsync();
        using var enough = new CancellationTokenSource();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        // Beside this method: a write that meets nobody is over when it returns, so the loop would never come back.
        var writing = Task.Run(WriteAsync);
        await begun.Task;

        await new SqliteMaintenance(new SqliteStorageOptions(store.Database.File)).BackupAsync(store.Beside("copy.db"), progress: null, default);
        await enough.CancelAsync();
        var written = await writing;

        await using var copy = await OpeningTests.OpenAsync(store.Beside("copy.db"));
        var copied = await new SqliteDailyStore(copy).AnswersAsync(post.Id, default);
        copied.Count.ShouldBeInRange(1, written);
        // Answers were written one after another: a copy of one moment holds the first ones without a gap.
        copied.Select(answer => int.Parse(answer.Learner.UserId)).Order().ShouldBe(Enumerable.Range(0, copied.Count));
        (await new SqliteMaintenance(new SqliteStorageOptions(store.Beside("copy.db"))).CheckAsync(default)).ShouldBeEmpty();

        async Task<int> WriteAsync()
        {
            var number = 0;
            while (!enough.IsCancellationRequested)
            {
                await store.AnswerAsync(post, "a", $"{number++}");
                begun.TrySetResult();
            }

            return number;
        }
    }

    [Fact]
    public async Task A_backup_tells_its_progress_and_leaves_nothing_but_the_copy()
    {
        await using var store = await TestStore.OpenAsync();
        var told = new List<double>();
        var folder = Directory.CreateDirectory(store.Beside("backups"));

        await Maintenance(store).BackupAsync(Path.Combine(folder.FullName, "copy.db"), new Told(told), default);

        told[^1].ShouldBe(1);
        told.ShouldAllBe(share => share >= 0 && share <= 1);
        folder.GetFiles().ShouldHaveSingleItem().Name.ShouldBe("copy.db");
    }

    [Fact]
    public async Task A_file_that_exists_is_not_overwritten()
    {
        await using var store = await TestStore.OpenAsync();
        await File.WriteAllTextAsync(store.Beside("copy.db"), "precious");

        (await RefusalAsync(store, store.Beside("copy.db"))).ShouldBe("backup-exists");

        (await File.ReadAllTextAsync(store.Beside("copy.db"))).ShouldBe("precious");
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_refused()
    {
        await using var store = await TestStore.OpenAsync();

        (await RefusalAsync(store, store.Beside("nowhere/copy.db"))).ShouldBe("database-not-writable");
    }

    [Fact]
    public async Task Without_a_database_there_is_no_backup()
    {
        using var folder = new TempFolder();
        var maintenance = new SqliteMaintenance(new SqliteStorageOptions(folder.File("bot.db")));

        (await Should.ThrowAsync<StorageRefusedException>(() => maintenance.BackupAsync(folder.File("copy.db"), progress: null, default)))
            .Reason.Code.ShouldBe("database-missing");

        Directory.GetFiles(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_backup_that_is_cancelled_leaves_nothing()
    {
        await using var store = await TestStore.OpenAsync();
        var folder = Directory.CreateDirectory(store.Beside("backups"));

        await Should.ThrowAsync<OperationCanceledException>(() =>
            Maintenance(store).BackupAsync(Path.Combine(folder.FullName, "copy.db"), progress: null, new CancellationToken(canceled: true)));

        folder.GetFiles().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_damaged_database_is_not_copied()
    {
        await using var store = await TestStore.OpenAsync();
        var post = await store.PostAsync();
        await Task.WhenAll(Enumerable.Range(0, 300).Select(number => store.AnswerAsync(post, "a", "u" + number)));
        await store.Database.DisposeAsync();
        await using (var file = File.OpenWrite(store.Database.File))
        {
            file.Position = file.Length - 4096;
            file.Write(Enumerable.Repeat((byte)0xA5, 4096).ToArray());
        }

        (await RefusalAsync(store, store.Beside("copy.db"))).ShouldBe("database-damaged");
        File.Exists(store.Beside("copy.db")).ShouldBeFalse();
        (await Maintenance(store).CheckAsync(default)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_sound_database_has_no_faults_while_it_is_in_use()
    {
        await using var store = await TestStore.OpenAsync();
        await store.AnswerAsync(await store.PostAsync(), "a");

        (await Maintenance(store).CheckAsync(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reference_to_nothing_is_a_fault()
    {
        await using var store = await TestStore.OpenAsync();
        await store.AnswerAsync(await store.PostAsync(), "a");
        await store.Database.DisposeAsync();
        OpeningTests.Execute(store.Database.File, "PRAGMA foreign_keys = OFF; DELETE FROM Learners");

        (await Maintenance(store).CheckAsync(default)).ShouldBe(["A row of Answers names a missing row of Learners."]);
    }

    private static SqliteMaintenance Maintenance(TestStore store) => new(new SqliteStorageOptions(store.Database.File));

    private static async Task<string> RefusalAsync(TestStore store, string target) =>
        (await Should.ThrowAsync<StorageRefusedException>(() => Maintenance(store).BackupAsync(target, progress: null, default))).Reason.Code;

    private sealed class Told(List<double> shares) : IProgress<double>
    {
        public void Report(double value) => shares.Add(value);
    }
}

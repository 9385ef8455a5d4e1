namespace MlaBot.Tests.Program;

/// <summary>Starts that must not succeed: one sentence on what is wrong and what to do, exit code 1, nothing half made.</summary>
public sealed class StartTests : IDisposable
{
    private readonly BotFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Broken_content_stops_the_start_and_every_fault_is_listed()
    {
        await File.AppendAllTextAsync(FileOf(FixtureContent.ExamFile), "\nsurprise: [1, 2\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(FileOf(FixtureContent.ServicesFile), "- slug: s3\n  nmae: Amazon S3\n", TestContext.Current.CancellationToken);

        var run = (await _folder.RunAsync()).ShouldRefuse(1, "Mend the files, then start again.");

        run.Errors.ShouldSay($"The content in {_folder.Content} has ");
        run.Errors.ShouldSay($"\n{FixtureContent.ExamFile}(");
        run.Errors.ShouldSay($"\n{FixtureContent.ServicesFile}(");
        run.Errors.ShouldSay("nmae");
        run.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_content_folder_that_is_not_there_stops_the_start()
    {
        _folder.With("Content__Path", _folder.In("nowhere"));

        (await _folder.RunAsync()).ShouldRefuse(1, "this content folder is not there or cannot be read");
    }

    [Fact]
    public async Task A_database_that_another_bot_uses_is_left_alone()
    {
        await using var first = await _folder.StartAsync();

        (await _folder.RunAsync()).ShouldRefuse(1, $"Another MlaBot uses the database {_folder.Database}. Stop it first, or name another file in Storage:ConnectionString.");

        (await first.SayAsync("?")).ShouldSay("Your answer to question 1: don't know.");
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_kept()
    {
        var garbage = Enumerable.Range(0, 20_000).Select(index => (byte)(index * 7)).ToArray();
        await File.WriteAllBytesAsync(_folder.Database, garbage, TestContext.Current.CancellationToken);

        (await _folder.RunAsync()).ShouldRefuse(1, $"{_folder.Database} is not an SQLite database. Move that file away, or name another one in Storage:ConnectionString.");

        (await File.ReadAllBytesAsync(_folder.Database, TestContext.Current.CancellationToken)).ShouldBe(garbage);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public async Task A_database_that_lost_its_end_is_refused(double kept)
    {
        await RunOnceAsync();
        await using (var file = new FileStream(_folder.Database, FileMode.Open))
        {
            file.SetLength((long)(file.Length * kept));
        }

        (await _folder.RunAsync()).ShouldRefuse(1, $"The database {_folder.Database} is damaged");
    }

    [Fact]
    public async Task A_database_with_an_overwritten_page_is_refused_after_a_crash()
    {
        await RunOnceAsync();
        await using (var bot = await _folder.StartAsync())
        {
            await bot.KillAsync();
        }

        // What the log holds would repair the page.
        File.Delete(_folder.Database + "-wal");
        await using (var file = new FileStream(_folder.Database, FileMode.Open))
        {
            file.Position = file.Length / 2;
            await file.WriteAsync(Enumerable.Repeat((byte)0xA5, 8192).ToArray(), TestContext.Current.CancellationToken);
        }

        (await _folder.RunAsync()).ShouldRefuse(1, $"The database {_folder.Database} is damaged");
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused()
    {
        await RunOnceAsync();
        _folder.ChangeDatabase("INSERT INTO __EFMigrationsHistory (MigrationId, ProductVersion) VALUES ('20991231235959_Later', '99.0')");

        (await _folder.RunAsync()).ShouldRefuse(
            1, $"The database {_folder.Database} was written by a newer MlaBot (it knows 20991231235959_Later). Start that version, or restore a backup from before the update.");
    }

    [Fact]
    public async Task A_database_of_another_program_is_refused()
    {
        _folder.ChangeDatabase("CREATE TABLE Recipes (Id INTEGER PRIMARY KEY)");

        (await _folder.RunAsync()).ShouldRefuse(1, $"The database {_folder.Database} belongs to another program.");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named()
    {
        // Below a regular file no folder can be made, whoever runs the test.
        var file = Path.Combine(_folder.Content, FixtureContent.ExamFile, "data", "mlabot.db");
        _folder.With("Storage__ConnectionString", $"Data Source={file}");

        (await _folder.RunAsync()).ShouldRefuse(1, $"The database {file} or its folder cannot be written. Give this user the right to write there, or name another file");
    }

    [Theory]
    [InlineData("Daily__CatchUpMinutes", "soon", "Daily:CatchUpMinutes is \"soon\". Give whole minutes from 0 to 1440.")]
    [InlineData("Daily__CatchUpMinutes", "-1", "Daily:CatchUpMinutes is \"-1\". Give whole minutes from 0 to 1440.")]
    [InlineData("Daily__CatchUpMinutes", "1441", "Daily:CatchUpMinutes is \"1441\". Give whole minutes from 0 to 1440.")]
    [InlineData("Rounds__PauseSeconds", "long", "Rounds:PauseSeconds is \"long\". Give seconds from 0 to 60, such as 30.")]
    [InlineData("Rounds__DrainSeconds", "11", "Rounds:DrainSeconds is \"11\". Give seconds from 0 to 10, such as 5.")]
    [InlineData("Rounds__HostPatienceMinutes", "0", "Rounds:HostPatienceMinutes is \"0\". Give minutes from 0.01 to 60, such as 30.")]
    [InlineData("Rounds__AnsweringShortestSeconds", "100", "Rounds:AnsweringShortestSeconds is more than Rounds:AnsweringLongestSeconds.")]
    [InlineData("Storage__Provider", "Oracle", "Storage:Provider is \"Oracle\"; this version knows Sqlite.")]
    [InlineData("Storage__ConnectionString", "Server=here", "The connection string says \"server\", which is not supported. Write Storage:ConnectionString as")]
    [InlineData("Storage__ConnectionString", "=;=", "The connection string cannot be read.")]
    [InlineData("Storage__ConnectionString", "Data Source=:memory:", "The connection string names no file.")]
    [InlineData("Discord__Token", "secret-token", "Discord:Token does not look like a bot token (three parts with dots between them, without the word Bot before it). Copy it from the Developer Portal")]
    [InlineData("Discord__TokenFile", "no-such-file", "The file that Discord:TokenFile names cannot be read. Name a file that holds the bot token")]
    [InlineData("Slack__BotToken", "xoxb-secret", "Slack:AppToken is missing; Slack needs a bot token and an app-level token.")]
    public async Task A_bad_setting_is_named_with_what_to_write_instead(string setting, string value, string sentence)
    {
        _folder.With(setting, value);

        var run = (await _folder.RunAsync()).ShouldRefuse(1, sentence);

        run.All.ShouldNotContain("secret-token");
        run.Output.ShouldBeEmpty();
        File.Exists(_folder.Database).ShouldBeFalse();
    }

    [Fact]
    public async Task Settings_that_are_no_JSON_are_named()
    {
        await File.WriteAllTextAsync(_folder.In("appsettings.json"), "{ \"Daily\": { \"CatchUpMinutes\": 30 ", TestContext.Current.CancellationToken);

        foreach (var verb in new[] { "run", "doctor", "health" })
        {
            (await _folder.RunAsync(verb)).ShouldRefuse(1, $"Failed to load configuration from file '{_folder.In("appsettings.json")}'.")
                .ShouldRefuse(1, "Mend the file, or remove it.");
        }
    }

    private async Task RunOnceAsync()
    {
        var run = await _folder.RunAsync();
        run.Exit.ShouldBe(0, run.All);
    }

    private string FileOf(string content) => Path.Combine(_folder.Content, content);
}

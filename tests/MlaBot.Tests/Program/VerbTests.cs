namespace MlaBot.Tests.Program;

/// <summary>The verbs of the real program: what they print, and their exit codes.</summary>
public sealed class VerbTests : IDisposable
{
    private readonly BotFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Unrecognized command or argument 'frobnicate'.", "frobnicate")]
    [InlineData("Unrecognized command or argument '--frob'.", "--frob")]
    [InlineData("Unrecognized command or argument '--frob'.", "doctor", "--frob")]
    [InlineData("Unrecognized command or argument 'extra'.", "run", "extra")]
    [InlineData("Required argument missing for command: 'backup'.", "backup")]
    [InlineData("Required command was not provided.", "content")]
    [InlineData("There is no content folder", "content", "lint", "--content", "nowhere")]
    [InlineData("Say what to look up", "lookup")]
    [InlineData("There is no file nowhere.txt.", "lookup", "--batch", "nowhere.txt")]
    public async Task A_verb_or_option_that_is_not_there_is_bad_usage(string sentence, params string[] arguments)
    {
        (await _folder.RunAsync(arguments)).ShouldRefuse(2, sentence);

        File.Exists(_folder.Database).ShouldBeFalse();
    }

    [Fact]
    public async Task A_backup_of_a_running_bot_holds_all_that_was_confirmed()
    {
        var copy = _folder.In("copy.db");
        await using var bot = await _folder.StartAsync();
        await bot.SayAsync("ana", "?");
        await bot.SayAsync("/time 2050-03-07T16:00");
        var records = new Records(_folder);

        var run = await _folder.RunAsync("backup", copy);

        run.Exit.ShouldBe(0, run.All);
        run.Output.ShouldSay($"Backed up to {copy}");
        var copied = new Records(_folder, copy);
        copied.Integrity().ShouldBe("ok");
        copied.Counts().ShouldBe(records.Counts());
        copied.Posts().ShouldBe(records.Posts());
        copied.Answers().ShouldBe(records.Answers());
        (await bot.SayAsync("?")).ShouldSay("Your answer to question");
    }

    [Fact]
    public async Task A_bot_starts_on_a_backup_and_goes_on_from_there()
    {
        await using (var bot = await _folder.StartAsync())
        {
            await bot.SayAsync("ana", "?");
            (await _folder.RunAsync("backup", _folder.In("copy.db"))).Exit.ShouldBe(0);
        }

        _folder.With("Storage__ConnectionString", $"Data Source={_folder.In("copy.db")}");
        await using var restored = await _folder.StartAsync();

        (await restored.SayAsync("ana", "/why 1")).ShouldSay("You answered don't know");
    }

    [Fact]
    public async Task A_backup_overwrites_nothing_and_needs_a_database()
    {
        var copy = _folder.In("copy.db");
        (await _folder.RunAsync("backup", copy)).ShouldRefuse(1, $"There is no database at {_folder.Database}. Name the one to use in Storage:ConnectionString.");
        File.Exists(copy).ShouldBeFalse();
        (await _folder.RunAsync()).Exit.ShouldBe(0);
        await File.WriteAllTextAsync(copy, "precious", TestContext.Current.CancellationToken);

        (await _folder.RunAsync("backup", copy)).ShouldRefuse(1, $"{copy} exists already and is not overwritten. Name another file.");

        (await File.ReadAllTextAsync(copy, TestContext.Current.CancellationToken)).ShouldBe("precious");
    }

    [Fact]
    public async Task Health_tells_a_living_bot_from_one_that_is_silent_for_three_minutes()
    {
        (await _folder.RunAsync("health")).ShouldRefuse(1, "No bot has run on this database yet.");
        await using (var bot = await _folder.StartAsync())
        {
            var alive = await _folder.RunAsync("health");
            alive.Exit.ShouldBe(0, alive.All);
            alive.Output.ShouldSay("s ago: healthy.");
            (await bot.EndAsync()).ShouldBe(0);
        }

        // A signal may be late by three minutes, so a bot that has just ended still counts.
        (await _folder.RunAsync("health")).Exit.ShouldBe(0);
        _folder.SetClock("2050-03-07T08:05:00Z");
        (await _folder.RunAsync("health")).ShouldRefuse(1, "s ago: not running.");
    }

    [Fact]
    public async Task Doctor_finds_everything_good_before_and_after_the_first_run()
    {
        var before = await _folder.RunAsync("doctor");
        before.Exit.ShouldBe(0, before.All);
        before.Output.ShouldSay("the first run makes it");
        await using (var bot = await _folder.StartAsync())
        {
            await bot.SayAsync("ana", "?");
            var beside = await _folder.RunAsync("doctor");
            beside.Exit.ShouldBe(0, beside.All);
            beside.Output.ShouldSay("1 channels, 1 learners, 1 answers");
        }
    }

    [Fact]
    public async Task Doctor_names_each_fault_and_what_to_do()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.Content, FixtureContent.ServicesFile), "- slug: s3\n  nmae: Amazon S3\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(_folder.Database, "this is no database at all", TestContext.Current.CancellationToken);

        var run = (await _folder.RunAsync("doctor")).ShouldRefuse(1, "Mend the files:");

        run.Output.ShouldSay("nmae");
        run.Output.ShouldSay("is not an SQLite database.");
        (await _folder.With("Daily__CatchUpMinutes", "soon").RunAsync("doctor")).ShouldRefuse(1, "Daily:CatchUpMinutes is \"soon\".");
    }

    [Fact]
    public async Task Content_lint_lists_every_fault_of_a_broken_pack()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.Content, FixtureContent.ServicesFile), "- slug: s3\n  nmae: Amazon S3\n", TestContext.Current.CancellationToken);

        var run = (await _folder.RunAsync("content", "lint", "--content", _folder.Content)).ShouldRefuse(1, " faults; the bank is checked once they are mended.");

        run.Output.ShouldSay($"{FixtureContent.ServicesFile}(2):");
    }

    [Fact]
    public async Task Lookup_finds_services_of_the_content()
    {
        var found = await _folder.RunAsync("lookup", "--content", _folder.Content, "query", "files");
        found.Exit.ShouldBe(0, found.All);
        found.Output.Split('\n')[0].ShouldBe("athena\tAmazon Athena\topen to everybody");

        (await _folder.RunAsync("lookup", "--content", _folder.Content, "asdfghjkl")).ShouldRefuse(1, "No service fits \"asdfghjkl\".");
    }

    [Fact]
    public async Task Lookup_answers_a_batch_from_standard_input()
    {
        await using var verb = _folder.Launch("lookup", "--content", _folder.Content, "--batch", "-");
        await verb.SendAsync("s3\nasdfghjkl\nsql on s3\n", TestContext.Current.CancellationToken);

        (await verb.EndAsync()).ShouldBe(0);

        var lines = verb.Output.Split('\n');
        lines[0].ShouldStartWith("s3\ts3");
        lines[1].ShouldBe("asdfghjkl");
        lines[2].ShouldStartWith("sql on s3\tathena");
    }
}

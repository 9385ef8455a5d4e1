using System.Globalization;
using Microsoft.Data.Sqlite;
using MlaBot.Core.Content;
using MlaBot.Storage.Packs;
using NodaTime.Text;

namespace MlaBot.Tests.Program;

/// <summary>A temporary folder in which the program runs: its own content, database and clock.</summary>
internal sealed class BotFolder : IDisposable
{
    /// <summary>Where the clock of every test begins: a Monday, an hour before the first question of the day.</summary>
    public const string FirstMoment = "2050-03-07T08:00:00Z";

    private readonly Dictionary<string, string> _settings;

    public BotFolder()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Database)!);
        FixtureContent.Write(Content);
        var loaded = PackLoader.Load(Content);
        loaded.Faults.ShouldBeEmpty("the tests' own content must be sound");
        Snapshot = loaded.Content!;
        SetClock(FirstMoment);
        _settings = new(StringComparer.Ordinal)
        {
            ["Storage__ConnectionString"] = $"Data Source={Database}",
            ["Content__Path"] = Content,
        };
    }

    /// <summary>The folder itself: the program's working folder.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("mlabot-program-").FullName;

    /// <summary>The content folder.</summary>
    public string Content => In("content");

    /// <summary>The database file.</summary>
    public string Database => In("data/mlabot.db");

    /// <summary>The local chat's own file.</summary>
    public string Transcript => In("data/local-chat.jsonl");

    /// <summary>The content as it was written.</summary>
    public ContentSnapshot Snapshot { get; }

    /// <summary>A path below the folder.</summary>
    public string In(string name) => Path.Combine(Root, name);

    /// <summary>Sets a setting for every later start, in the environment's form.</summary>
    public BotFolder With(string name, string value)
    {
        _settings[name] = value;
        return this;
    }

    /// <summary>Changes the database while no bot runs on it; makes it when it is missing.</summary>
    public void ChangeDatabase(string statement)
    {
        using var database = Sqlite.Open(Database, SqliteOpenMode.ReadWriteCreate);
        using var command = Sqlite.Command(database, statement);
        command.ExecuteNonQuery();
    }

    /// <summary>Deletes the database while no bot runs on it, as if the volume was lost; the clock stays.</summary>
    public void ForgetDatabase()
    {
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(Database)!, Path.GetFileName(Database) + "*"))
        {
            File.Delete(file);
        }
    }

    /// <summary>Starts the bot and waits until it takes lines.</summary>
    public async Task<BotProcess> StartAsync()
    {
        var bot = Launch();
        try
        {
            await bot.ReadyAsync();
            return bot;
        }
        catch
        {
            await bot.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the program and waits for nothing.</summary>
    public BotProcess Launch(params IReadOnlyList<string> arguments) => BotProcess.Start(Root, _settings, arguments);

    /// <summary>Runs a verb, or a bot whose input is at its end at once, to the end.</summary>
    public async Task<BotRun> RunAsync(params IReadOnlyList<string> arguments)
    {
        await using var bot = Launch(arguments);
        var exit = await bot.EndAsync();
        return new BotRun(exit, bot.Output, bot.Errors);
    }

    /// <summary>Sets the clock of the next start, as if real time had passed.</summary>
    /// <remarks>The local chat keeps its distance from real time in a file; with one at hand, a test knows every date.</remarks>
    public void SetClock(string moment) => Write("data/local-clock", Ahead(moment));

    /// <summary>By how much the bot's clock is ahead of the platform's.</summary>
    public TimeSpan Ahead() => TimeSpan.FromTicks(long.Parse(File.ReadAllText(In("data/local-clock")), CultureInfo.InvariantCulture));

    /// <summary>Sets the clock ahead while the bot runs on a test server. The bot writes the clock's own file on the way, so the wish has
    /// one of its own.</summary>
    public void LetClockReach(string moment) => Write("data/local-clock.wish", Ahead(moment));

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static long Ahead(string moment) => (InstantPattern.ExtendedIso.Parse(moment).Value.ToDateTimeOffset() - TimeProvider.System.GetUtcNow()).Ticks;

    private void Write(string file, long ticks)
    {
        // Whole or not at all: the bot may read at this moment.
        File.WriteAllText(In(file + ".new"), ticks.ToString(CultureInfo.InvariantCulture));
        File.Move(In(file + ".new"), In(file), overwrite: true);
    }
}

/// <summary>What a run to the end gave.</summary>
/// <param name="Exit">The exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Errors">Standard error.</param>
internal sealed record BotRun(int Exit, string Output, string Errors)
{
    /// <summary>Both streams.</summary>
    public string All => Output + Errors;

    /// <summary>Checks that a person is told what is wrong, and sees nothing of the program's inside.</summary>
    public BotRun ShouldRefuse(int exit, string sentence)
    {
        All.ShouldSay(sentence);
        All.ShouldBeFreeOfTraces();
        Exit.ShouldBe(exit, All);
        return this;
    }
}

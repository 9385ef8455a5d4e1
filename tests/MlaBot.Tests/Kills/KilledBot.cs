using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace MlaBot.Tests.Kills;

/// <summary>An answer that the bot confirmed on its output before it was killed.</summary>
/// <param name="Person">Who answered.</param>
/// <param name="Post">The question's number.</param>
/// <param name="Letters">The letters that were confirmed.</param>
internal sealed record Acknowledged(string Person, long Post, string Letters);

/// <summary>One life of the real program on a data folder: fed with random lines, killed at a moment, its confirmations kept.</summary>
internal sealed partial class KilledBot(string dataFolder, Random random)
{
    private static readonly string[] People = ["you", "ana", "ben", "chi"];
    private static readonly string[] Guesses = ["?", "?", "A", "B", "C", "D", "AB", "CE", "BD", "A B C D", "B D A C E", "1A 2B 3C 4D", "1C 2A 3B 4D 5E"];

    private readonly List<Acknowledged> _acknowledged = [];
    private string _person = "you";
    private long _highestPost = 1;

    /// <summary>Lives until a random moment between the start and a few seconds of work.</summary>
    public async Task<IReadOnlyList<Acknowledged>> LiveAndDieAsync(CancellationToken cancellationToken)
    {
        using var bot = Start();
        var reading = ReadAsync(bot.StandardOutput);
        var errors = bot.StandardError.ReadToEndAsync(cancellationToken);
        var end = TimeSpan.FromMilliseconds(random.Next(150, 4000));
        var feeding = FeedAsync(bot.StandardInput);
        // The moment of the kill is the point of the test, so it is drawn, not waited for.
        await Task.Delay(end, TimeProvider.System, cancellationToken);
        bot.Kill(entireProcessTree: true);
        await bot.WaitForExitAsync(cancellationToken);
        await Task.WhenAll(reading, feeding, errors);
        return _acknowledged;
    }

    /// <summary>Lives one quiet life to the end of its input.</summary>
    /// <returns>What it said, and its exit code.</returns>
    public async Task<(string Output, string Errors, int ExitCode)> LiveOutAsync(string lines, CancellationToken cancellationToken)
    {
        using var bot = Start();
        await bot.StandardInput.WriteAsync(lines);
        bot.StandardInput.Close();
        var errors = bot.StandardError.ReadToEndAsync(cancellationToken);
        var output = await bot.StandardOutput.ReadToEndAsync(cancellationToken);
        await bot.WaitForExitAsync(cancellationToken);
        return (output, await errors, bot.ExitCode);
    }

    private Process Start() => Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "mlabot.dll")])
    {
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = dataFolder,
        Environment =
        {
            ["Storage__ConnectionString"] = $"Data Source={Path.Combine(dataFolder, "mlabot.db")}",
            ["Content__Path"] = Path.Combine(Repository.Root, "content"),
        },
    })!;

    private async Task FeedAsync(StreamWriter input)
    {
        try
        {
            while (true)
            {
                await input.WriteLineAsync(NextLine());
                await input.FlushAsync();
                await Task.Yield();
            }
        }
        catch (Exception over) when (over is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The pipe broke: the bot is dead.
        }
    }

    private string NextLine() => random.Next(10) switch
    {
        0 => "/as you\n/schedule now " + random.Next(1, 5),
        1 => $"/time +{random.Next(1, 9)}h",
        2 or 3 => "/as " + People[random.Next(People.Length)],
        _ => $"/answer {random.NextInt64(Math.Max(1, Interlocked.Read(ref _highestPost) - 8), Interlocked.Read(ref _highestPost) + 2)} {Guesses[random.Next(Guesses.Length)]}",
    };

    private async Task ReadAsync(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            if (Prompt().Match(line) is { Success: true } prompt)
            {
                _person = prompt.Groups["person"].Value;
            }
            else if (Question().Match(line) is { Success: true } question)
            {
                Interlocked.Exchange(ref _highestPost, Math.Max(_highestPost, Number(question)));
            }
            else if (Confirmation().Match(line) is { Success: true } confirmed)
            {
                _acknowledged.Add(new Acknowledged(_person, Number(confirmed), confirmed.Groups["letters"].Value));
            }
        }
    }

    private static long Number(Match match) => long.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<person>\w+)> ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Prompt();

    [GeneratedRegex(@"^\s*Question (?<number>\d+) · ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Question();

    [GeneratedRegex(@"^\s*Your answer to question (?<number>\d+): (?<letters>don't know|[A-Z0-9 ]+)\. ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Confirmation();
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MlaBot.Tests.Program;

/// <summary>An answer that the bot confirmed before it was killed.</summary>
/// <param name="Person">Who answered.</param>
/// <param name="Post">The question's number.</param>
/// <param name="Letters">The letters that were confirmed.</param>
internal sealed record ConfirmedAnswer(string Person, long Post, string Letters);

/// <summary>One life of the bot on a folder: fed as fast as it takes lines, killed at a random moment.</summary>
/// <param name="folder">The folder that all lives share.</param>
/// <param name="random">Draws lines and moment.</param>
internal sealed partial class KilledLife(BotFolder folder, Random random)
{
    private const int LongestStart = 1500;
    private const int LongestWork = 2000;

    private static readonly string[] People = ["ana", "ben", "eva", "kim"];

    // A shape for each type of question; the bot refuses those that do not fit.
    private static readonly string[] Guesses = ["A", "B", "C", "D", "ABC", "CBA", "BDC", "AEF", "1A 2B 3C", "1D 2C 3A", "?"];

    /// <summary>What it printed on standard error.</summary>
    public string Errors { get; private set; } = "";

    /// <summary>Lives and dies.</summary>
    /// <param name="dyingAtStart">True to die within the first moments, mostly before it takes lines.</param>
    /// <returns>The answers that were confirmed.</returns>
    public async Task<IReadOnlyList<ConfirmedAnswer>> LiveAsync(bool dyingAtStart)
    {
        await using var bot = folder.Launch();
        if (!dyingAtStart)
        {
            await bot.ReadyAsync();
        }

        var feeding = FeedAsync(bot, dyingAtStart ? 1 : LastPost());

        // The moment of death is the point of the test, so it is drawn and not waited for.
        var moment = TimeSpan.FromMilliseconds(random.Next(dyingAtStart ? LongestStart : LongestWork));
        await Task.Delay(moment, TimeProvider.System, TestContext.Current.CancellationToken);
        await bot.KillAsync();
        await feeding;
        Errors = bot.Errors;
        return [.. Confirmed(bot.Output)];
    }

    private static IEnumerable<ConfirmedAnswer> Confirmed(string output)
    {
        var person = "";
        foreach (var line in output.Split('\n'))
        {
            if (Prompt().Match(line) is { Success: true } prompt)
            {
                person = prompt.Groups["person"].Value;
            }
            else if (Confirmation().Match(line) is { Success: true } confirmed)
            {
                yield return new ConfirmedAnswer(
                    person, long.Parse(confirmed.Groups["post"].ValueSpan, CultureInfo.InvariantCulture), confirmed.Groups["letters"].Value);
            }
        }
    }

    private long LastPost() => new Records(folder).Posts().Where(post => post.WasSent).Select(post => post.Number).DefaultIfEmpty(1).Max();

    private async Task FeedAsync(BotProcess bot, long lastPost)
    {
        try
        {
            while (true)
            {
                await bot.SendAsync(Round(lastPost), TestContext.Current.CancellationToken);
            }
        }
        catch (IOException)
        {
            // The pipe broke: the bot is dead.
        }
    }

    /// <summary>Posts something, moves on and lets everybody answer; old questions too, which is practice.</summary>
    private string Round(long lastPost)
    {
        var lines = new StringBuilder().Append(CultureInfo.InvariantCulture, $"/as you\n/schedule now {random.Next(1, 6)}\n");
        foreach (var person in People)
        {
            lines.Append(CultureInfo.InvariantCulture, $"/as {person}\n{Guess()}\n{Guess()}\n{Guess()}\n/answer {random.NextInt64(1, lastPost + 10)} {Guess()}\n");
        }

        return lines.Append(CultureInfo.InvariantCulture, $"/time +{random.Next(1, 9)}h\n").ToString();
    }

    private string Guess() => Guesses[random.Next(Guesses.Length)];

    [GeneratedRegex(@"^(?<person>\w+)> ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Prompt();

    // Without its full stop the line was cut off by the kill, and says nothing.
    [GeneratedRegex(@"^\s*Your answer to question (?<post>\d+): (?<letters>don't know|[A-Z0-9 ]+)\.(?:\s|$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Confirmation();
}

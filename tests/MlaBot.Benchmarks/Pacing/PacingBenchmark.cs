using System.Diagnostics;
using System.Globalization;
using MlaBot.Benchmarks.Processes;
using MlaBot.DiscordServer;
using MlaBot.DiscordServer.Limits;
using Spectre.Console;

namespace MlaBot.Benchmarks.Pacing;

/// <summary>The published program when thousands of questions are due at one minute, against a local Discord with its limits on.</summary>
internal static class PacingBenchmark
{
    /// <summary>Channels when no number is given.</summary>
    public const int Channels = 2_000;

    // The share of Discord's 50 requests a second that the client gives itself.
    private const double Pace = 40;

    private const double LongestPress = 1_000;

    public static async Task RunAsync(int channels)
    {
        var folder = Directory.CreateTempSubdirectory("mlabot-pacing-").FullName;
        try
        {
            await RunAsync(channels, folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task RunAsync(int channels, string folder)
    {
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 120);
        var app = Path.Combine(folder, "app");
        await PublishedProgram.PublishAsync(app);
        await using var server = await DiscordTestServer.StartAsync(new DiscordServerOptions { BodyCheck = null });
        var bot = server.Control.AddBot();
        var database = Path.Combine(folder, "data", "mlabot.db");
        Directory.CreateDirectory(Path.GetDirectoryName(database)!);
        var discord = await BusyDiscord.MakeAsync(server, bot, channels, database, CancellationToken.None);
        SetClock(database, "2050-03-07T08:00:00Z");
        var began = Stopwatch.GetTimestamp();
        await using var process = ChildProcess.Start(PublishedProgram.Start(app, folder, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Storage__ConnectionString"] = $"Data Source={database}",
            ["Content__Path"] = Path.Combine(PublishedProgram.Checkout, "content"),
            ["Discord__Token"] = bot.Token,
            ["Discord__ApiBaseUrl"] = server.ApiBaseUrl,
        }));
        await process.SaysAsync("hears Discord");
        var start = Stopwatch.GetElapsedTime(began);
        SetClock(database, BusyDiscord.JustBefore);
        var load = MachineLoad.Watch(process);
        var morning = new BusyMorning(server, discord);
        var cpu = process.CpuSeconds;
        var figures = await morning.WatchAsync(TimeSpan.FromSeconds(60 + (morning.Expected / 10)), () => process.Said, CancellationToken.None);
        var others = load.Others();
        var overruns = server.Limits.Hits.Count(hit => hit.Cause == LimitCause.Overrun);
        var table = new Table().Title($"{channels} channels with {BusyDiscord.Schedules} questions due at one minute (load {MachineLoad.Average}, others held {Say(others)} CPU)")
            .AddColumns("What", "Figure", "Goal", "");
        Row("first start with all schedules new, s", start.TotalSeconds, "", isMet: null);
        Row("from the first question to the last, s", figures.Seconds, "", isMet: null);
        Row("questions a second", figures.PerSecond, $">= {Say(Pace * 0.95)}", figures.PerSecond >= Pace * 0.95);
        Row("429s caused by the bot's own pace", overruns, "0", overruns == 0);
        Row("channels without exactly one question for each schedule", figures.Uneven, "0", figures.Uneven == 0);
        // 64 questions are on their way at once, so a few guilds cannot be closer to each other.
        var mostLead = 3 + (2 * 64 / discord.Guilds.Count);
        Row("largest lead of a guild over another, questions", figures.LargestLag, $"<= {mostLead}", figures.LargestLag <= mostLead);
        Row($"{figures.Presses.Length} presses meanwhile: p50, ms", figures.Within(0.5), "", isMet: null);
        Row("p99, ms", figures.Within(0.99), "", isMet: null);
        Row("longest, ms", figures.Presses[^1], $"< {LongestPress}", figures.Presses[^1] < LongestPress);
        Row("CPU s for each 1,000 questions", (process.CpuSeconds - cpu) * 1000 / figures.Posts, "", isMet: null);
        Row("resident memory, MiB", process.ResidentMebibytes, "", isMet: null);
        AnsiConsole.Write(table);

        void Row(string what, double figure, string goal, bool? isMet) =>
            table.AddRow(what, Say(figure), goal, isMet is { } met ? (met ? "met" : others > MachineLoad.MostOfOthers ? "MISSED, NOISY" : "MISSED") : "");
    }

    private static string Say(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static void SetClock(string database, string moment)
    {
        var ahead = DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture) - TimeProvider.System.GetUtcNow();
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(database)!, "local-clock"), ahead.Ticks.ToString(CultureInfo.InvariantCulture));
    }
}

using System.Diagnostics;
using System.Globalization;
using MlaBot.Benchmarks.Processes;
using Spectre.Console;

namespace MlaBot.Benchmarks.Start;

/// <summary>Time from the start of the published process to its ready line, and its memory afterwards.</summary>
internal static class StartBenchmark
{
    private const int Rounds = 11;
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(5);

    public static async Task RunAsync()
    {
        var work = Directory.CreateTempSubdirectory("mlabot-start-").FullName;
        try
        {
            var app = Path.Combine(work, "app");
            await PublishedProgram.PublishAsync(app);
            var first = new List<double>();
            var again = new List<double>();
            var memory = new List<double>();
            for (var round = 0; round < Rounds; round++)
            {
                var data = Path.Combine(work, $"data{round}");
                first.Add(await StartAsync(app, data, memory: null));
                again.Add(await StartAsync(app, data, round < 3 ? memory : null));
            }

            Print(first, again, memory);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static void Print(List<double> first, List<double> again, List<double> memory)
    {
        var table = new Table().Title("Start, published with ReadyToRun").AddColumns("What", "Median", "Worst", "Goal", "");
        table.AddRow(Row("First start: new database, set-up, first question", first, "s", 1));
        table.AddRow(Row("Start on an existing database", again, "s", 1));
        table.AddRow(Row("Resident memory 5 s after the start", memory, "MiB", 110));
        AnsiConsole.Write(table);
    }

    private static string[] Row(string what, List<double> values, string unit, double goal)
    {
        var sorted = values.Order().ToArray();
        var median = sorted[sorted.Length / 2];
        return [what, Say(median), Say(sorted[^1]), $"< {Say(goal)}", median < goal ? "met" : "MISSED"];

        string Say(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0.##} {unit}");
    }

    private static async Task<double> StartAsync(string app, string data, List<double>? memory)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(app, "mlabot.dll")])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["Storage__ConnectionString"] = $"Data Source={data}/mlabot.db", ["Content__Path"] = "" },
            WorkingDirectory = app,
        };
        var began = Stopwatch.GetTimestamp();
        using var bot = Process.Start(start)!;
        _ = bot.StandardOutput.ReadToEndAsync();
        while (await bot.StandardError.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("mlabot ready", StringComparison.Ordinal))
            {
                break;
            }
        }

        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        if (memory is not null)
        {
            await Task.Delay(Settle, TimeProvider.System);
            bot.Refresh();
            memory.Add(bot.WorkingSet64 / 1024.0 / 1024.0);
        }

        bot.StandardInput.Close();
        await bot.WaitForExitAsync();
        return seconds;
    }
}

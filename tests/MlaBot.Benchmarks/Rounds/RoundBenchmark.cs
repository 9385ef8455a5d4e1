using System.Diagnostics;
using MlaBot.Benchmarks.Load;
using MlaBot.Core.Rounds;
using MlaBot.Testing.Rounds;
using NodaTime;
using Spectre.Console;

namespace MlaBot.Benchmarks.Rounds;

/// <summary>Five hundred people in one live round over the real engine and a store on this machine's disk: joining, and pressing all at once.</summary>
internal static class RoundBenchmark
{
    private const int People = 500;
    private const int Questions = 5;
    private const double P99Goal = 1000;

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("mlabot-rounds-").FullName;
        try
        {
            await RunAsync(Path.Combine(folder, "mlabot.db"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task RunAsync(string file)
    {
        await using var stage = await TestRound.StartAsync(file: file);
        var round = await stage.OpenAsync(new RoundOptions { Questions = Questions, Teams = 10, Lobby = Duration.FromSeconds(15) });
        var (joining, presses, newcomers) = (new Waits(), new Waits(), new Waits());
        await AllAsync(joining, People, index => stage.JoinAsync(round.Id, $"p{index}"));
        var settling = new Waits();
        for (var number = 1; number <= Questions; number++)
        {
            await stage.RunUntilAsync(RoundPhase.Answering, number);
            var post = stage.Round.Post!.Value;
            // In the third question half as many again come in by their press.
            var count = number < 3 ? People : People * 3 / 2;
            await AllAsync(number == 3 ? newcomers : presses, count, index => stage.AnswerAsync(post, $"p{index}", isRight: (index + number) % 3 > 0));
            var began = Stopwatch.GetTimestamp();
            await stage.RunUntilAsync(RoundPhase.Explaining, number);
            settling.Add(Stopwatch.GetElapsedTime(began));
        }

        await stage.RunToEndAsync();
        await stage.CheckAsync(round.Id);
        var table = new Table().AddColumns("step", "count", "median ms", "p99 ms", "longest ms");
        foreach (var (name, waits) in new[] { ("join, all at once", joining), ("press, all at once", presses), ("press, a third joins by it", newcomers), ("reveal with table", settling) })
        {
            table.AddRow(name, $"{waits.Count}", $"{waits.Median:0.0}", $"{waits.P99:0.0}", $"{waits.Longest:0.0}");
        }

        AnsiConsole.Write(table);
        AnsiConsole.WriteLine($"The table is what its stored answers give. Presses {(presses.P99 < P99Goal && newcomers.P99 < P99Goal ? "meet" : "MISS")} the goal of {P99Goal:0} ms.");
    }

    private static async Task AllAsync(Waits waits, int count, Func<int, Task> act)
    {
        var all = await Task.WhenAll(Enumerable.Range(0, count).Select(index => Task.Run(async () =>
        {
            var began = Stopwatch.GetTimestamp();
            await act(index);
            return Stopwatch.GetElapsedTime(began);
        })));
        foreach (var wait in all)
        {
            waits.Add(wait);
        }
    }
}

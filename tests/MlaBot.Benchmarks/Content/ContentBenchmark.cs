using System.Diagnostics;
using System.Globalization;
using MlaBot.Benchmarks.Processes;
using MlaBot.Storage.Packs;
using Spectre.Console;

namespace MlaBot.Benchmarks.Content;

/// <summary>Time and memory of loading content: a full bank, and ten times as much.</summary>
internal static class ContentBenchmark
{
    private const int Bank = 640;
    private const int TenBanks = 10 * Bank;
    private const int Rounds = 11;

    public static async Task RunAsync()
    {
        var work = Directory.CreateTempSubdirectory("mlabot-content-").FullName;
        try
        {
            await PrintShippedAsync(Path.Combine(work, "app"));
            var one = BankFolder.Make(Path.Combine(work, "one"), Bank);
            var ten = BankFolder.Make(Path.Combine(work, "ten"), TenBanks);
            var first = Time(one, Bank);
            Print(first, Measure(one, Bank), Measure(ten, TenBanks));
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    // The content as it is shipped, each time in a process of its own that is published as the bot is: nothing is cached yet.
    private static async Task PrintShippedAsync(string app)
    {
        await PublishedProgram.PublishAsync(Path.Combine("tests", "MlaBot.Benchmarks"), app);
        var loads = new List<OneLoad>();
        for (var round = 0; round < Rounds; round++)
        {
            loads.Add(await OneLoad.InAProcessAsync(app, BankFolder.Shipped));
        }

        var table = new Table().Title($"The shipped content, {loads[0].Items} items of both exams, in fresh processes, published").AddColumns("What", "Median", "Worst", "Goal", "");
        Row("Load", load => load.Milliseconds, "ms", 1000);
        Row("Processor time of the load", load => load.Processor, "ms", 1000);
        Row("Managed memory held", load => load.Managed, "MiB", 60);
        Row("Growth of private memory", load => load.Private, "MiB", 60);
        AnsiConsole.Write(table);

        void Row(string what, Func<OneLoad, double> value, string unit, double goal)
        {
            var sorted = loads.Select(value).Order().ToArray();
            AddRow(table, what, sorted[Rounds / 2], sorted[^1], unit, goal);
        }
    }

    private static void Print(double first, Measured one, Measured ten)
    {
        var table = new Table().Title("Content, items with the whole service catalogue").AddColumns("What", "Median", "Worst", "Goal", "");
        AddRow(table, $"First load in a process, {Bank} items", first, first, "ms", 1000);
        AddRow(table, $"Load of {Bank} items", one.Median, one.Worst, "ms", 1000);
        AddRow(table, $"Load of {TenBanks} items", ten.Median, ten.Worst, "ms", 10_000);
        AddRow(table, "Ratio of the two", ten.Median / one.Median, ten.Worst / one.Worst, "times", 12);
        table.AddRow($"Memory held, {Bank} items", Say(one.Megabytes, "MiB"), "", "", "");
        table.AddRow($"Memory held, {TenBanks} items", Say(ten.Megabytes, "MiB"), "", "", "");
        AnsiConsole.Write(table);
    }

    private static void AddRow(Table table, string what, double median, double worst, string unit, double goal) =>
        table.AddRow(what, Say(median, unit), Say(worst, unit), $"< {Say(goal, unit)}", median < goal ? "met" : "MISSED");

    private static string Say(double value, string unit) => string.Create(CultureInfo.InvariantCulture, $"{value:0.##} {unit}");

    private static Measured Measure(string folder, int items)
    {
        var times = Enumerable.Range(0, Rounds).Select(_ => Time(folder, items)).Order().ToArray();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var content = PackLoader.Load(folder).Content;
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(content);
        return new Measured(times[Rounds / 2], times[^1], held / 1024.0 / 1024.0);
    }

    private static double Time(string folder, int items)
    {
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        var result = PackLoader.Load(folder);
        var elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return result.Content?.Items.Count == items
            ? elapsed
            : throw new InvalidOperationException($"The folder did not load: {string.Join('\n', result.Faults.Take(5))}");
    }

    private sealed record Measured(double Median, double Worst, double Megabytes);
}

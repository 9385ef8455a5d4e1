using System.Globalization;
using Spectre.Console;

namespace MlaBot.Benchmarks.Durability;

/// <summary>Durable answers a second through the store, beside plain one-row transactions on the same disk.</summary>
internal static class DurabilityBenchmark
{
    private const int Slices = 20;
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(150);

    public static async Task RunAsync()
    {
        await CompareAsync("This disk", isSlow: false, [(1, 0.9), (16, 4), (128, 8)]);
        await CompareAsync("This disk with 2 ms more for each sync", isSlow: true, [(1, 0.9), (16, 4), (128, 50)]);
    }

    private static async Task CompareAsync(string title, bool isSlow, (int Callers, double Goal)[] cases)
    {
        var table = new Table().Title(title).AddColumns("callers", "raw/s", "store/s", "ratio", "goal", "p50 ms", "p99 ms", "");
        foreach (var (callers, goal) in cases)
        {
            var measured = await MeasureAsync(callers, isSlow);
            table.AddRow(
                measured.Callers.ToString(CultureInfo.InvariantCulture),
                Say(measured.Raw, "N0"),
                Say(measured.Store, "N0"),
                Say(measured.Ratio, "0.00"),
                Say(goal, "0.0"),
                Say(measured.Waits[measured.Waits.Length / 2].TotalMilliseconds, "0.00"),
                Say(measured.Waits[measured.Waits.Length * 99 / 100].TotalMilliseconds, "0.00"),
                measured.Ratio >= goal ? "good" : "MISSED");
        }

        AnsiConsole.Write(table);
    }

    /// <summary>Short slices of both in turn, so that a disk that changes its pace meets them alike; the middle ones count.</summary>
    private static async Task<Measured> MeasureAsync(int callers, bool isSlow)
    {
        await using var raw = await RawLane.OpenAsync(isSlow);
        await using var store = await StoreLane.OpenAsync(callers, isSlow);
        raw.Run(Slice);
        await store.RunAsync(Slice);
        store.Waits.Clear();
        var pairs = new List<(double Raw, double Store)>();
        for (var slice = 0; slice < Slices; slice++)
        {
            pairs.Add((raw.Run(Slice), await store.RunAsync(Slice)));
        }

        return new Measured(
            callers,
            Middle(pairs.Select(pair => pair.Raw)),
            Middle(pairs.Select(pair => pair.Store)),
            Middle(pairs.Select(pair => pair.Store / pair.Raw)),
            [.. store.Waits.Order()]);
    }

    private static double Middle(IEnumerable<double> values) => values.Order().ElementAt(Slices / 2);

    private static string Say(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);

    private sealed record Measured(int Callers, double Raw, double Store, double Ratio, TimeSpan[] Waits);
}

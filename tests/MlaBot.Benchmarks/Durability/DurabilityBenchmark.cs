using System.Globalization;
using Spectre.Console;

namespace MlaBot.Benchmarks.Durability;

/// <summary>Durable answers a second through the store, beside plain one-row transactions on the same disk.</summary>
internal static class DurabilityBenchmark
{
    private const int Slices = 40;
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(100);

    public static async Task RunAsync()
    {
        await CompareAsync("This disk", isSlow: false, [(1, 0.9), (16, 4), (128, 8)]);
        await CompareAsync("This disk with 2 ms more for each sync", isSlow: true, [(1, 0.9), (16, 4), (128, 50)]);
        AnsiConsole.WriteLine("NOISY: other programs held the processor, and the figures of that row say nothing. Run again on a quiet machine.");
    }

    private static async Task CompareAsync(string title, bool isSlow, (int Callers, double Goal)[] cases)
    {
        var table = new Table().Title(title).AddColumns("callers", "raw/s", "raw spread", "store/s", "ratio", "goal", "p50 ms", "p99 ms", "");
        foreach (var (callers, goal) in cases)
        {
            var measured = await MeasureAsync(callers, isSlow);
            table.AddRow(
                callers.ToString(CultureInfo.InvariantCulture),
                Say(measured.Raw, "N0"),
                Say(measured.Spread, "0.00"),
                Say(measured.Store, "N0"),
                Say(measured.Ratio, "0.00"),
                Say(goal, "0.0"),
                Say(measured.Waits[measured.Waits.Length / 2].TotalMilliseconds, "0.00"),
                Say(measured.Waits[measured.Waits.Length * 99 / 100].TotalMilliseconds, "0.00"),
                measured.Verdict(goal));
        }

        AnsiConsole.Write(table);
    }

    /// <summary>Short slices of both in turn; the quiet ones count, on both sides alike.</summary>
    private static async Task<Measured> MeasureAsync(int callers, bool isSlow)
    {
        await using var raw = await RawLane.OpenAsync(isSlow);
        await using var store = await StoreLane.OpenAsync(callers, isSlow);
        raw.Run(Slice);
        await store.RunAsync(Slice);
        store.Waits.Clear();
        var raws = new List<double>();
        var stores = new List<double>();
        for (var slice = 0; slice < Slices; slice++)
        {
            raws.Add(raw.Run(Slice));
            stores.Add(await store.RunAsync(Slice));
        }

        return new Measured(callers, At(raws, 0.9), At(raws, 0.9) / At(raws, 0.5), At(stores, 0.9), [.. store.Waits.Order()]);
    }

    private static double At(List<double> values, double share) => values.Order().ElementAt((int)(values.Count * share));

    private static string Say(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);

    /// <param name="Callers">Callers of the store.</param>
    /// <param name="Raw">Rows a second of plain transactions in a quiet slice: the ninth decile.</param>
    /// <param name="Spread">That, over the middle slice; near 1 on a quiet machine.</param>
    /// <param name="Store">Answers a second of the store in a quiet slice.</param>
    /// <param name="Waits">How long callers waited, in order.</param>
    private sealed record Measured(int Callers, double Raw, double Spread, double Store, TimeSpan[] Waits)
    {
        private const double MostSpread = 1.5;

        public double Ratio => Store / Raw;

        /// <remarks>A group saves one sync for each caller at most, so a higher ratio shows a starved raw lane and no fast store.</remarks>
        public string Verdict(double goal) =>
            Spread > MostSpread || Ratio > Callers * 1.1 ? "NOISY"
            : Ratio >= goal ? "good"
            : "MISSED";
    }
}

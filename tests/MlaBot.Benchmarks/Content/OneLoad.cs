using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using MlaBot.Benchmarks.Processes;
using MlaBot.Storage.Packs;

namespace MlaBot.Benchmarks.Content;

/// <summary>One load of the content of this repository, in a process that did nothing before.</summary>
/// <param name="Milliseconds">Time of the load, with all that is compiled for it on the way.</param>
/// <param name="Processor">Processor time of the load, in milliseconds: what a busy machine does not lengthen.</param>
/// <param name="Managed">Growth of the managed heap after a full collection, in MiB: what the content holds.</param>
/// <param name="Private">Growth of the memory that belongs to the process alone, in MiB, as the load left it, without a collection.</param>
/// <param name="Items">Items that were loaded, of all exams.</param>
internal sealed record OneLoad(double Milliseconds, double Processor, double Managed, double Private, int Items)
{
    /// <summary>The argument with which this program makes one load and tells it.</summary>
    public const string Argument = "content-once";

    private const string Mark = "one load: ";

    /// <summary>Loads a folder in a process of its own.</summary>
    /// <param name="app">Where this program is published, as the bot is.</param>
    /// <param name="folder">The content folder.</param>
    public static async Task<OneLoad> InAProcessAsync(string app, string folder)
    {
        var program = Path.Combine(app, Path.GetFileName(typeof(OneLoad).Assembly.Location));
        await using var child = ChildProcess.Start(new ProcessStartInfo("dotnet", [program, Argument, folder]) { Environment = { ["DOTNET_TieredPGO"] = "0" } });
        await child.SaysAsync(Mark);
        var line = child.Said.Split('\n').First(line => line.StartsWith(Mark, StringComparison.Ordinal));
        return JsonSerializer.Deserialize<OneLoad>(line[Mark.Length..])!;
    }

    /// <summary>Makes the load, tells it, and waits to be ended.</summary>
    public static void Tell(string folder)
    {
        var managed = GC.GetTotalMemory(forceFullCollection: true);
        var own = PrivateMebibytes();
        using var self = Process.GetCurrentProcess();
        var worked = self.TotalProcessorTime;
        var start = Stopwatch.GetTimestamp();
        var content = PackLoader.Load(folder).Content ?? throw new InvalidOperationException($"The folder {folder} did not load.");
        var elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        self.Refresh();
        worked = self.TotalProcessorTime - worked;
        var ownAfter = PrivateMebibytes();
        var held = (GC.GetTotalMemory(forceFullCollection: true) - managed) / 1024.0 / 1024.0;
        Console.WriteLine(Mark + JsonSerializer.Serialize(new OneLoad(elapsed, worked.TotalMilliseconds, held, ownAfter - own, content.Items.Count)));
        GC.KeepAlive(content);
        Console.In.ReadLine();
    }

    // Pages that no other process shares (proc(5), smaps_rollup); resident size would count the runtime's mapped files too.
    private static double PrivateMebibytes() => File.ReadLines("/proc/self/smaps_rollup")
        .Where(line => line.StartsWith("Private_", StringComparison.Ordinal))
        .Sum(line => double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)) / 1024;
}

using System.Runtime;
using MlaBot.Benchmarks.Processes;
using Spectre.Console;

namespace MlaBot.Benchmarks.Slack;

/// <summary>The published program beside an app on Bolt, on one machine, against one local Slack, in one run.</summary>
internal static class SlackBenchmark
{
    private const int First = 500;
    private const int OneByOne = 1_000;
    private const int AtRate = 2_000;
    private const int PerSecond = 200;
    private const int WarmUp = 300;
    private const int Windows = 20;

    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(5);

    public static async Task RunAsync()
    {
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 120);
        GCSettings.LatencyMode = GCLatencyMode.SustainedLowLatency;
        // One more press tells what the answer is.
        await using var arena = await Arena.OpenAsync(people: 1 + First + OneByOne + AtRate);
        await using var ours = await arena.StartMlaBotAsync();
        await ours.OpenWindowsAsync(Windows);
        var example = new Example(ours.Question, (await ours.PressAsync()).Messages[^1], ours.Window, (await ours.TypeAsync(0)).AckPayload!);
        await WarmServerUpAsync(arena, example);
        await using var theirs = await arena.StartNodeAsync("bolt", example);
        await using var floor = await arena.StartNodeAsync("floor", example);
        foreach (var each in new[] { theirs, floor })
        {
            await each.OpenWindowsAsync(Windows);
            await each.PressAsync();
        }

        await Task.Delay(Settle, TimeProvider.System);
        Contestant[] all = [ours, theirs, floor];
        var idle = all.Select(each => each.Process.ResidentMebibytes).ToArray();
        Comparison[] parts =
        [
            await new Part("first presses after the start", First, 0) { HasGoals = false }.RunAsync(all, bot => _ => bot.PressAsync()),
            await new Part("press, one by one", OneByOne, 0).RunAsync(all, bot => _ => bot.PressAsync()),
            await new Part("press, 200/s", AtRate, PerSecond).RunAsync(all, bot => _ => bot.PressAsync()),
            await new Part("suggestion, one by one", OneByOne, 0).RunAsync(all, bot => bot.TypeAsync),
            await new Part("suggestion, 200/s", AtRate, PerSecond).RunAsync(all, bot => bot.TypeAsync),
        ];
        var table = new Report(MachineLoad.Average);
        foreach (var part in parts)
        {
            table.Add(part);
        }

        table.AddMemory("memory idle, MiB", idle);
        table.AddMemory("memory afterwards, MiB", [.. all.Select(each => each.Process.ResidentMebibytes)]);
        table.Print();
        AnsiConsole.WriteLine("MlaBot commits a press to disk before it acknowledges; Bolt stores nothing, and sends the same question, answer, window and suggestions.");
        AnsiConsole.WriteLine("The floor is a bare Node client that appends a press to a file, syncs it, and acknowledges: the least that a durable answer costs here.");
        AnsiConsole.WriteLine("The first 500 presses, while both runtimes still compile, stand apart. NOISY: other programs held the processor; run again on a quiet machine.");
    }

    // The server is in this process, and its own code must be warm before it times anybody.
    private static async Task WarmServerUpAsync(Arena arena, Example example)
    {
        await using var stranger = await arena.StartNodeAsync("floor", example);
        await stranger.OpenWindowsAsync(1);
        await new Lane(stranger, _ => stranger.PressAsync()).RunAsync(WarmUp, PerSecond);
        await new Lane(stranger, stranger.TypeAsync).RunAsync(WarmUp, PerSecond);
    }
}

using System.Globalization;
using System.Runtime;
using MlaBot.Benchmarks.Processes;
using Spectre.Console;

namespace MlaBot.Benchmarks.Discord;

/// <summary>The published program beside a bot on discord.js, on one machine, against one local Discord, in one run.</summary>
internal static class DiscordBenchmark
{
    private const int First = 500;
    private const int OneByOne = 1_000;
    private const int AtRate = 2_000;
    private const int PerSecond = 200;
    private const int WarmUp = 300;
    private const double MedianGoal = 0.8;
    private const double P99Goal = 0.5;
    private const double CpuGoal = 0.6;
    private const double MemoryGoal = 120;

    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(5);

    public static async Task RunAsync()
    {
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 120);
        GCSettings.LatencyMode = GCLatencyMode.SustainedLowLatency;
        await using var arena = await Arena.OpenAsync();
        await using var ours = await arena.StartMlaBotAsync();
        // One press tells how long the reply is.
        var reply = await ours.PressAsync(arena.People(1, ours)[0], 0);
        await WarmServerUpAsync(arena, ours.QuestionText, reply.Text);
        await using var theirs = await arena.StartDiscordJsAsync(ours.QuestionText, reply.Text);
        await theirs.PressAsync(arena.People(1, theirs)[0], 0);
        var people = arena.People(First + OneByOne + AtRate, ours, theirs);
        await Task.Delay(Settle, TimeProvider.System);
        var idle = (Ours: ours.Process.ResidentMebibytes, Theirs: theirs.Process.ResidentMebibytes);

        var parts = new List<Comparison>
        {
            await new Part("first buttons after the start", First, 0) { HasGoals = false }.RunAsync(ours, theirs, people[..First], bot => bot.PressAsync),
            await new Part("button, one by one", OneByOne, 0).RunAsync(ours, theirs, people[First..], bot => bot.PressAsync),
            await new Part("button, 200/s", AtRate, PerSecond).RunAsync(ours, theirs, people[(First + OneByOne)..], bot => bot.PressAsync),
            await new Part("autocomplete, one by one", OneByOne, 0).RunAsync(ours, theirs, people, bot => bot.TypeAsync),
            await new Part("autocomplete, 200/s", AtRate, PerSecond).RunAsync(ours, theirs, people, bot => bot.TypeAsync),
        };
        var table = new Table().Title($"MlaBot beside discord.js 14 (load {MachineLoad.Average})").AddColumns("What", "MlaBot", "discord.js", "Ratio", "Goal", "");
        foreach (var part in parts)
        {
            Print(table, part);
        }

        table.AddRow("memory idle, MiB", Say(idle.Ours), Say(idle.Theirs), Say(idle.Ours / idle.Theirs), $"< {MemoryGoal}", idle.Ours < MemoryGoal ? "met" : "MISSED");
        var (after, theirAfter) = (ours.Process.ResidentMebibytes, theirs.Process.ResidentMebibytes);
        table.AddRow("memory afterwards, MiB", Say(after), Say(theirAfter), Say(after / theirAfter), $"< {MemoryGoal}", after < MemoryGoal ? "met" : "MISSED");
        AnsiConsole.Write(table);
        AnsiConsole.WriteLine($"A press of MlaBot is committed to disk before it is answered ({reply.Text.Length} letters); discord.js stores nothing and replies with as many letters.");
        AnsiConsole.WriteLine("The first 500 presses, while both runtimes still compile, stand apart. NOISY: other programs held the processor; run again on a quiet machine.");
    }

    private static void Print(Table table, Comparison part)
    {
        var name = part.Part.Name;
        Row($"{name}: median ms", part.Ours.Waits.Median, part.Theirs.Waits.Median, MedianGoal);
        Row($"{name}: p99 ms", part.Ours.Waits.P99, part.Theirs.Waits.P99, P99Goal);
        Row($"{name}: CPU s per 1,000", part.OurCpu, part.TheirCpu, CpuGoal);
        table.AddRow($"{name}: longest ms", Say(part.Ours.Waits.Longest), Say(part.Theirs.Waits.Longest), "", "", $"others held {Say(part.Others)} CPU");

        void Row(string what, double ours, double theirs, double goal) => table.AddRow(
            what,
            Say(ours),
            Say(theirs),
            Say(ours / theirs),
            part.Part.HasGoals ? $"<= {Say(goal)}" : "",
            !part.Part.HasGoals ? "" : (ours / theirs <= goal ? "met" : "MISSED") + (part.IsNoisy ? " NOISY" : ""));
    }

    // The server is in this process, and its own code must be warm before it times anybody.
    private static async Task WarmServerUpAsync(Arena arena, string question, string reply)
    {
        await using var stranger = await arena.StartDiscordJsAsync(question, reply);
        var people = arena.People(WarmUp, stranger);
        await new Lane(stranger, stranger.PressAsync).AtRateAsync(people, WarmUp, PerSecond);
        await new Lane(stranger, stranger.TypeAsync).AtRateAsync(people, WarmUp, PerSecond);
    }

    private static string Say(double number) => number.ToString("0.00", CultureInfo.InvariantCulture);
}

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
        await using var theirs = await arena.StartNodeAsync("bot", ours.QuestionText, reply.Text);
        await using var floor = await arena.StartNodeAsync("floor", ours.QuestionText, reply.Text);
        foreach (var each in new[] { theirs, floor })
        {
            await each.PressAsync(arena.People(1, each)[0], 0);
        }

        Contestant[] all = [ours, theirs, floor];
        var people = arena.People(First + OneByOne + AtRate, all);
        await Task.Delay(Settle, TimeProvider.System);
        var idle = all.Select(each => each.Process.ResidentMebibytes).ToArray();
        Comparison[] parts =
        [
            await new Part("first buttons after the start", First, 0) { HasGoals = false }.RunAsync(all, people[..First], bot => bot.PressAsync),
            await new Part("button, one by one", OneByOne, 0).RunAsync(all, people[First..], bot => bot.PressAsync),
            await new Part("button, 200/s", AtRate, PerSecond).RunAsync(all, people[(First + OneByOne)..], bot => bot.PressAsync),
            await new Part("autocomplete, one by one", OneByOne, 0).RunAsync(all, people, bot => bot.TypeAsync),
            await new Part("autocomplete, 200/s", AtRate, PerSecond).RunAsync(all, people, bot => bot.TypeAsync),
        ];
        var table = new Report(MachineLoad.Average);
        foreach (var part in parts)
        {
            table.Add(part);
        }

        table.AddMemory("memory idle, MiB", idle);
        table.AddMemory("memory afterwards, MiB", [.. all.Select(each => each.Process.ResidentMebibytes)]);
        table.Print();
        AnsiConsole.WriteLine($"A press of MlaBot is committed to disk before it is answered ({reply.Text.Length} letters); discord.js stores nothing and replies with as many letters.");
        AnsiConsole.WriteLine("The floor is a bare Node client that appends a press to a file, syncs it, and replies with the same constant letters: the least that a durable answer costs here.");
        AnsiConsole.WriteLine("The first 500 presses, while both runtimes still compile, stand apart. NOISY: other programs held the processor; run again on a quiet machine.");
    }

    // The server is in this process, and its own code must be warm before it times anybody.
    private static async Task WarmServerUpAsync(Arena arena, string question, string reply)
    {
        await using var stranger = await arena.StartNodeAsync("bot", question, reply);
        var people = arena.People(WarmUp, stranger);
        await new Lane(stranger, stranger.PressAsync).RunAsync(people, WarmUp, PerSecond);
        await new Lane(stranger, stranger.TypeAsync).RunAsync(people, WarmUp, PerSecond);
    }
}

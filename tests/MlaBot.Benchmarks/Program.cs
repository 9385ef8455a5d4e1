using System.Globalization;
using MlaBot.Benchmarks.Boards;
using MlaBot.Benchmarks.Content;
using MlaBot.Benchmarks.Discord;
using MlaBot.Benchmarks.Durability;
using MlaBot.Benchmarks.Lookup;
using MlaBot.Benchmarks.Pacing;
using MlaBot.Benchmarks.Rounds;
using MlaBot.Benchmarks.Slack;
using MlaBot.Benchmarks.Start;
using Spectre.Console;

if (args is [OneLoad.Argument, var folder])
{
    OneLoad.Tell(folder);
    return 0;
}

var benchmarks = new Dictionary<string, Func<Task>>(StringComparer.Ordinal)
{
    ["boards"] = BoardBenchmark.RunAsync,
    ["content"] = ContentBenchmark.RunAsync,
    ["discord"] = DiscordBenchmark.RunAsync,
    ["durability"] = DurabilityBenchmark.RunAsync,
    ["lookup"] = LookupBenchmark.RunAsync,
    ["pacing"] = () => PacingBenchmark.RunAsync(args is [_, var size, ..] && int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var channels) ? channels : PacingBenchmark.Channels),
    ["rounds"] = RoundBenchmark.RunAsync,
    ["slack"] = SlackBenchmark.RunAsync,
    ["start"] = StartBenchmark.RunAsync,
};

var wanted = args.Length == 0 ? benchmarks.Keys.ToArray() : args[..1];
foreach (var name in wanted)
{
    if (!benchmarks.TryGetValue(name, out var run))
    {
        AnsiConsole.WriteLine($"There is no benchmark \"{name}\". Give one of {string.Join(", ", benchmarks.Keys)}, or nothing for all.");
        return 2;
    }

    await run();
}

return 0;

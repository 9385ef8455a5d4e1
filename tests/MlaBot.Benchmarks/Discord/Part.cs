using MlaBot.Benchmarks.Processes;
using MlaBot.DiscordServer.World;

namespace MlaBot.Benchmarks.Discord;

/// <summary>One comparison: both bots in turn, A B B A, under the same load.</summary>
/// <param name="Name">For the table.</param>
/// <param name="Count">Interactions for each bot.</param>
/// <param name="PerSecond">0 for one after another.</param>
internal sealed record Part(string Name, int Count, int PerSecond)
{
    private const int Rounds = 10;

    /// <summary>False while the runtimes still compile: those figures are for the reader.</summary>
    public bool HasGoals { get; init; } = true;

    public async Task<Comparison> RunAsync(
        Contestant ours, Contestant theirs, User[] people, Func<Contestant, Func<User, int, Task<FirstResponse>>> act)
    {
        var lanes = new[] { new Lane(ours, act(ours)), new Lane(theirs, act(theirs)) };
        var load = MachineLoad.Watch(ours.Process, theirs.Process);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var lane in round % 2 == 0 ? lanes : lanes.Reverse())
            {
                await (PerSecond == 0 ? lane.OneByOneAsync(people, Count / Rounds) : lane.AtRateAsync(people, Count / Rounds, PerSecond));
            }
        }

        return new Comparison(this, lanes[0], lanes[1], lanes[0].CpuPerThousand(), lanes[1].CpuPerThousand(), load.Others());
    }
}

/// <summary>What a part gave.</summary>
/// <param name="Part">The part.</param>
/// <param name="Ours">MlaBot's waits.</param>
/// <param name="Theirs">discord.js's waits.</param>
/// <param name="OurCpu">Processor seconds for 1,000 interactions.</param>
/// <param name="TheirCpu">The same of discord.js.</param>
/// <param name="Others">Processors that other programs held.</param>
internal sealed record Comparison(Part Part, Lane Ours, Lane Theirs, double OurCpu, double TheirCpu, double Others)
{
    public bool IsNoisy => Others > MachineLoad.MostOfOthers;
}

using MlaBot.Benchmarks.Processes;
using MlaBot.DiscordServer.World;

namespace MlaBot.Benchmarks.Discord;

/// <summary>One comparison: all bots in turn, forwards and backwards, under the same load.</summary>
/// <param name="Name">For the table.</param>
/// <param name="Count">Interactions for each bot.</param>
/// <param name="PerSecond">0 for one after another.</param>
internal sealed record Part(string Name, int Count, int PerSecond)
{
    private const int Rounds = 10;

    /// <summary>False while the runtimes still compile: those figures are for the reader.</summary>
    public bool HasGoals { get; init; } = true;

    public async Task<Comparison> RunAsync(
        IReadOnlyList<Contestant> contestants, User[] people, Func<Contestant, Func<User, int, Task<FirstResponse>>> act)
    {
        var lanes = contestants.Select(each => new Lane(each, act(each))).ToArray();
        var load = MachineLoad.Watch([.. contestants.Select(each => each.Process)]);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var lane in round % 2 == 0 ? lanes : lanes.Reverse())
            {
                await lane.RunAsync(people, Count / Rounds, PerSecond);
            }
        }

        return new Comparison(this, lanes[0], lanes[1], lanes[2], load.Others());
    }
}

/// <summary>What a part gave.</summary>
/// <param name="Part">The part.</param>
/// <param name="Ours">MlaBot.</param>
/// <param name="Theirs">discord.js.</param>
/// <param name="Floor">The client that does the least for a durable answer.</param>
/// <param name="Others">Processors that other programs held.</param>
internal sealed record Comparison(Part Part, Lane Ours, Lane Theirs, Lane Floor, double Others)
{
    public bool IsNoisy => Others > MachineLoad.MostOfOthers;
}

using MlaBot.Core.Channels;

namespace MlaBot.Core.Rounds;

/// <summary>Makes teams of equal size and nearly equal strength.</summary>
public static class RoundTeams
{
    // Five answers of an average person stand behind everybody's record, so that one lucky answer makes nobody the strongest.
    private const int PriorAnswers = 5;

    /// <summary>Gives every player a team.</summary>
    /// <param name="players">Who takes part.</param>
    /// <param name="records">The recent records; who has none counts as average.</param>
    /// <param name="teams">How many teams. At least 2, and at most a third of the players, so that no team is a pair.</param>
    /// <param name="random">A seeded generator: who is equal is dealt by chance.</param>
    /// <returns>The same players with teams from 1; without teams when there are fewer than <see cref="RoundRules.FewestForTeams"/>.</returns>
    /// <remarks>Dealt from the strongest down, in turns that run back and forth, which keeps sizes within one and sums near each other.</remarks>
    public static IReadOnlyList<RoundPlayer> Balance(
        IReadOnlyList<RoundPlayer> players, IReadOnlyDictionary<LearnerKey, RecentRecord> records, int teams, Random random)
    {
        if (players.Count < RoundRules.FewestForTeams || teams < 2)
        {
            return [.. players.Select(player => player with { Team = 0 })];
        }

        var count = Math.Clamp(teams, 2, Math.Max(2, players.Count / 3));
        var mean = Mean(records);
        var dealt = players
            .Select(player => (player, strength: Strength(records.GetValueOrDefault(player.Learner), mean), chance: random.Next()))
            .OrderByDescending(each => each.strength)
            .ThenBy(each => each.chance)
            .Select((each, index) => each.player with { Team = Turn(index, count) });
        return [.. dealt];
    }

    /// <summary>The team of somebody who comes late: the smallest, and of equally small ones the first.</summary>
    /// <returns>0 when the round has no teams.</returns>
    public static int ForLateComer(IReadOnlyCollection<RoundPlayer> players)
    {
        var sizes = players.Where(player => player is { Team: > 0, State: PlayerState.In }).GroupBy(player => player.Team).ToDictionary(team => team.Key, team => team.Count());
        var last = players.Select(player => player.Team).DefaultIfEmpty(0).Max();
        return last == 0 ? 0 : Enumerable.Range(1, last).MinBy(team => (sizes.GetValueOrDefault(team), team));
    }

    /// <summary>The share right, drawn towards the mean of all by <see cref="PriorAnswers"/> answers.</summary>
    public static double Strength(RecentRecord record, double mean) => (record.Right + (PriorAnswers * mean)) / (record.Answered + PriorAnswers);

    private static double Mean(IReadOnlyDictionary<LearnerKey, RecentRecord> records)
    {
        var answered = records.Values.Sum(record => record.Answered);
        return answered == 0 ? 0.5 : records.Values.Sum(record => record.Right) / (double)answered;
    }

    private static int Turn(int index, int count)
    {
        var place = index % count;
        return index / count % 2 == 0 ? place + 1 : count - place;
    }
}

/// <summary>A person's first attempts of the last weeks.</summary>
/// <param name="Right">How many were right.</param>
/// <param name="Answered">How many there were.</param>
public readonly record struct RecentRecord(int Right, int Answered);

namespace MlaBot.Benchmarks.Lookup;

/// <summary>A way to look services up.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Find">Gives the slug of the best hit; null when there is none.</param>
/// <param name="Rounds">How often each query is timed.</param>
internal sealed record Contender(string Name, Func<string, string?> Find, int Rounds);

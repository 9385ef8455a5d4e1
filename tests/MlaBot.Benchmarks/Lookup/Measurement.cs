using System.Diagnostics;
using MlaBot.Testing;

namespace MlaBot.Benchmarks.Lookup;

/// <summary>What a contender needed, and how often it was right.</summary>
/// <param name="Name">The contender.</param>
/// <param name="PerSecond">Queries a second on one core.</param>
/// <param name="Median">Microseconds for the median query.</param>
/// <param name="P99">Microseconds for the slowest query of a hundred.</param>
/// <param name="Bytes">Bytes allocated for a query.</param>
/// <param name="Accuracy">Share of queries whose first hit is right.</param>
internal sealed record Measurement(string Name, double PerSecond, double Median, double P99, double Bytes, double Accuracy)
{
    /// <summary>Times every query and counts right first hits.</summary>
    public static Measurement Of(Contender contender, IReadOnlyList<LookupCase> queries)
    {
        var right = queries.Count(query => query.Slugs.Contains(contender.Find(query.Words)));
        WarmUp(contender, queries);
        var times = new double[queries.Count * contender.Rounds];
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        for (var call = 0; call < times.Length; call++)
        {
            var began = Stopwatch.GetTimestamp();
            contender.Find(queries[call % queries.Count].Words);
            times[call] = Stopwatch.GetElapsedTime(began).TotalMicroseconds;
        }

        var bytes = (double)(GC.GetAllocatedBytesForCurrentThread() - allocated) / times.Length;
        Array.Sort(times);
        return new(contender.Name, 1_000_000 / times.Average(), times[times.Length / 2], times[(int)(times.Length * 0.99)], bytes, (double)right / queries.Count);
    }

    // Until the compiler has optimized what runs often.
    private static void WarmUp(Contender contender, IReadOnlyList<LookupCase> queries)
    {
        for (var round = 1; round < contender.Rounds; round++)
        {
            foreach (var query in queries)
            {
                contender.Find(query.Words);
            }
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using MlaBot.Core.Services;
using MlaBot.Testing;
using Spectre.Console;

namespace MlaBot.Benchmarks.Lookup;

/// <summary>The service look-up against FuzzySharp on the same terms: speed, memory and right first hits.</summary>
internal static class LookupBenchmark
{
    private const int Rounds = 60;
    private const double P99Goal = 100;
    private const double RatioGoal = 50;

    public static Task RunAsync()
    {
        var services = RealContent.Current.Services;
        var lookup = RealContent.Current.Lookup;
        var queries = Queries();
        var fuzzy = new FuzzyContenders(services);
        var find = Measurement.Of(new("Find", words => lookup.Find(words) is [var best, ..] ? best.Service.Slug : null, Rounds), queries);
        var suggest = Measurement.Of(new("Suggest", words => lookup.Suggest(words) is [var best, ..] ? best.Slug : null, Rounds), queries);
        var typing = Measurement.Of(new("Suggest, half a query typed", words => lookup.Suggest(words[..((words.Length + 1) / 2)]) is [var best, ..] ? best.Slug : null, Rounds), queries);
        var others = fuzzy.All().Select(contender => Measurement.Of(contender, queries)).ToArray();
        Print([find, suggest, typing, .. others], find, $"{services.Count} services, {fuzzy.Terms} terms, {queries.Count} queries");
        PrintGoals(find, suggest, typing, others);
        PrintBuild(services);
        PrintAccuracy(lookup);
        return Task.CompletedTask;
    }

    private static IReadOnlyList<LookupCase> Queries() => [.. Read("examples.tsv"), .. Read("queries.tsv")];

    private static IReadOnlyList<LookupCase> Read(string file) => LookupCase.Read(Path.Combine(AppContext.BaseDirectory, "Lookup", file));

    private static void Print(IEnumerable<Measurement> measurements, Measurement find, string title)
    {
        var table = new Table().Title($"Service look-up: {title}").AddColumns("Contender", "Queries/s", "Find is faster", "p50", "p99", "Allocated", "First hit right");
        foreach (var each in measurements)
        {
            table.AddRow(
                each.Name, Say($"{each.PerSecond:#,0}"), Say($"{find.PerSecond / each.PerSecond:#,0.0} x"), Say($"{each.Median:#,0.0} µs"), Say($"{each.P99:#,0.0} µs"),
                Say($"{each.Bytes:#,0} B"), Say($"{each.Accuracy:P1}"));
        }

        AnsiConsole.Write(table);
    }

    private static void PrintGoals(Measurement find, Measurement suggest, Measurement typing, IReadOnlyList<Measurement> others)
    {
        var fastest = others.Max(other => other.PerSecond);
        var best = others.Max(other => other.Accuracy);
        var slowest = Math.Max(find.P99, Math.Max(suggest.P99, typing.P99));
        var table = new Table().AddColumns("Goal", "Measured", "");
        table.AddRow(Say($"p99 of Find and Suggest below {P99Goal} µs"), Say($"{slowest:0.0} µs"), Verdict(slowest < P99Goal));
        table.AddRow(Say($"{RatioGoal} x FuzzySharp's fastest scorer"), Say($"{find.PerSecond / fastest:#,0} x"), Verdict(find.PerSecond >= RatioGoal * fastest));
        table.AddRow("No fewer right first hits than its best scorer", Say($"{find.Accuracy:P1} against {best:P1}"), Verdict(find.Accuracy >= best));
        AnsiConsole.Write(table);
    }

    private static void PrintBuild(IReadOnlyList<ServiceEntry> services)
    {
        var times = Enumerable.Range(0, 20).Select(_ =>
        {
            var began = Stopwatch.GetTimestamp();
            GC.KeepAlive(new ServiceLookup(services));
            return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }).Order().ToArray();
        AnsiConsole.WriteLine(Say($"Building the index: median {times[times.Length / 2]:0.0} ms."));
    }

    private static void PrintAccuracy(ServiceLookup lookup)
    {
        foreach (var set in Queries().GroupBy(query => query.Set.Length == 0 ? "examples" : query.Set))
        {
            AnsiConsole.WriteLine(Say($"First hit right, {set.Key}: {set.Count(query => query.IsMetBy(lookup))} of {set.Count()}"));
        }
    }

    private static string Verdict(bool isMet) => isMet ? "met" : "MISSED";

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

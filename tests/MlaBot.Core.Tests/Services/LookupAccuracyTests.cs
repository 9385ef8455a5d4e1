using MlaBot.Testing;

namespace MlaBot.Core.Tests.Services;

/// <summary>How often the first hit is right, over lists of queries. A fall below a floor is a step back.</summary>
public sealed class LookupAccuracyTests
{
    [Fact]
    public void At_least_48_of_the_50_examples_find_their_service_first()
    {
        var examples = LookupCase.Read(InTests("examples.tsv"));

        examples.Count.ShouldBe(50);
        Missed(examples).Count.ShouldBeLessThanOrEqualTo(2, string.Join('\n', Missed(examples)));
    }

    [Theory]
    [InlineData("tuned", 0.96)]
    [InlineData("aside", 0.95)]
    [InlineData("later", 0.96)]
    public void Own_queries_find_their_service_first(string set, double floor)
    {
        var queries = LookupCase.Read(InTests("queries.tsv")).Where(query => query.Set == set).ToArray();

        queries.Length.ShouldBeGreaterThan(100);
        var missed = Missed(queries);
        (1 - ((double)missed.Count / queries.Length)).ShouldBeGreaterThanOrEqualTo(floor, string.Join('\n', missed));
    }

    [Fact]
    public void Every_accepted_service_is_in_the_catalogue() =>
        LookupCase.Read(InTests("queries.tsv")).Concat(LookupCase.Read(InTests("examples.tsv")))
            .SelectMany(query => query.Slugs)
            .Where(slug => RealContent.Current.Service(slug) is null)
            .ShouldBeEmpty();

    private static List<string> Missed(IEnumerable<LookupCase> queries) =>
        [.. queries.Where(query => !query.IsMetBy(RealContent.Current.Lookup)).Select(query => query.Words)];

    private static string InTests(string file) => Path.Combine(AppContext.BaseDirectory, "Services", file);
}

using MlaBot.Core.Exams;
using MlaBot.Core.Services;
using MlaBot.Testing;
using NodaTime;

namespace MlaBot.Core.Tests.Services;

/// <summary>The shipped catalogue holds every service that was asked for, complete and with its two kinds of status.</summary>
public sealed class CatalogueTests
{
    private static readonly Dictionary<string, ExamScope> Scopes = new(StringComparer.Ordinal)
    {
        ["in"] = ExamScope.InScope,
        ["named"] = ExamScope.Named,
        ["unlisted"] = ExamScope.Unlisted,
        ["out"] = ExamScope.OutOfScope,
        ["dropped"] = ExamScope.Dropped,
    };

    private static readonly Dictionary<string, ServiceState> States = new(StringComparer.Ordinal)
    {
        ["active"] = ServiceState.Active,
        ["renamed"] = ServiceState.Renamed,
        ["closed-to-new"] = ServiceState.ClosedToNew,
        ["sunset"] = ServiceState.Sunset,
        ["ended"] = ServiceState.Ended,
    };

    public static TheoryData<string, string, string, string, string> Listed()
    {
        var data = new TheoryData<string, string, string, string, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Services", "catalogue.tsv")).Where(line => !line.StartsWith('#')))
        {
            var cells = line.Split('\t');
            data.Add(cells[0], cells[1], cells[2], cells[3], cells[4]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Listed))]
    public void Every_listed_service_is_there_with_all_fields_and_both_statuses(string slug, string c01, string c02, string state, string since)
    {
        var entry = RealContent.Current.Service(slug).ShouldNotBeNull();

        new[] { entry.What, entry.Exam, entry.PickWhen, entry.Name, entry.Category }.ShouldAllBe(text => text.Length > 0);
        entry.Instead.ShouldNotBeEmpty();
        entry.Traps.ShouldNotBeEmpty();
        entry.Guides.ShouldNotBeEmpty();
        entry.Scope[new ExamId("MLA-C01")].ShouldBe(Scopes[c01]);
        entry.Scope[new ExamId("MLA-C02")].ShouldBe(Scopes[c02]);
        entry.Status.State.ShouldBe(States[state]);
        (entry.Status.Since ?? "-").ShouldBe(since);
        entry.Status.AsOf.ShouldBeGreaterThanOrEqualTo(new LocalDate(2026, 11, 21));
    }

    [Fact]
    public void Nothing_is_in_the_catalogue_that_is_not_on_the_list() =>
        RealContent.Current.Services.Select(service => service.Slug).ShouldBe(Listed().Select(row => row.Data.Item1), ignoreOrder: true);
}

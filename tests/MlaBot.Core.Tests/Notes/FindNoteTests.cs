using MlaBot.Core.Notes;
using MlaBot.Testing;

namespace MlaBot.Core.Tests.Notes;

public sealed class FindNoteTests
{
    private readonly FindNote _find = new(new FixedContent(RealContent.Current));

    [Theory]
    [InlineData("drift", "drift")]
    [InlineData("Drift and Model Monitor", "drift")]
    [InlineData("data-formats", "data-formats")]
    [InlineData("firehose", "data-ingestion")]
    [InlineData("kinesis firehose", "data-ingestion")]
    [InlineData("4.2.k3", "cloudtrail")]
    [InlineData("4.2.K3", "cloudtrail")]
    [InlineData("multi-model endpoint", "endpoint-types")]
    [InlineData("canary", "deployment-strategies")]
    [InlineData("PassRole", "iam")]
    [InlineData("spot", "performance-and-cost")]
    [InlineData("confusion matrix", "evaluating-models")]
    public void Titles_words_services_and_blueprint_ids_lead_to_the_note(string words, string slug) =>
        _find.Handle(words).ShouldBeOk().Slug.ShouldBe(slug);

    [Fact]
    public void A_task_leads_to_a_note_of_the_task() => _find.Handle("2.3").ShouldBeOk().Blueprint.ShouldContain(point => point.Task.Value == "2.3");

    [Theory]
    [InlineData("zzzz")]
    [InlineData("9.9.k9")]
    [InlineData("?")]
    [InlineData("(((")]
    public void Unknown_words_are_refused_with_what_to_type(string words) =>
        _find.Handle(words).ShouldBeRefused("note-unknown");

    [Fact]
    public void Suggestions_begin_with_titles_that_begin_so()
    {
        _find.Suggest("", 25).Count.ShouldBe(25);
        _find.Suggest("Choosing", 25).Take(2).Select(note => note.Title).ShouldAllBe(title => title.StartsWith("Choosing", StringComparison.Ordinal));
        _find.Suggest("canary", 3).Count.ShouldBeInRange(1, 3);
    }

    [Fact]
    public void Every_item_has_a_note_that_serves_its_main_point()
    {
        foreach (var item in RealContent.Current.Items)
        {
            RealContent.Current.NoteIndex.For(item).ShouldNotBeNull().Blueprint.ShouldContain(item.Blueprint[0], item.Id.Value);
        }
    }
}

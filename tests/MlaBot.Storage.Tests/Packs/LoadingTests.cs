using MlaBot.Core.Exams;
using MlaBot.Core.Questions;
using MlaBot.Core.Services;
using NodaTime;

namespace MlaBot.Storage.Tests.Packs;

/// <summary>What a good folder becomes.</summary>
public sealed class LoadingTests : IDisposable
{
    private readonly PackBox _box = new();

    public void Dispose() => _box.Dispose();

    [Fact]
    public void A_good_folder_loads_without_a_fault()
    {
        _box.Faults().ShouldBeEmpty();
    }

    [Fact]
    public void An_exam_comes_with_its_form_blueprint_and_dated_facts()
    {
        var exam = _box.Load().Content!.Exams.Single();

        exam.Id.ShouldBe(new ExamId("MLA-C01"));
        exam.AsOf.ShouldBe(new LocalDate(2026, 11, 21));
        exam.Form.ShouldBe(new ExamForm(65, 50, 130, 720, 100, 1000, 150, 3));
        exam.Domains.Select(domain => domain.Weight).ShouldBe([60, 40]);
        exam.Tasks.SelectMany(task => task.Points).Select(point => (point.Id.Value, point.IsSkill, point.InSuccessor))
            .ShouldBe([("1.1.k1", false, null), ("1.1.s1", true, "removed"), ("2.1.k1", false, null)]);
        exam.Availability.Single().ShouldBe(new DatedFact("English", "Ended on 2026-09-28.", "high"));
        exam.CoreServices.ShouldBe(["s3"]);
        (exam.QuestionTypes.Count, exam.PracticeTypes.Single(), exam.ChooseWhen).ShouldBe((2, "case-study", "You sit in Japanese."));
        exam.KeyShares.ShouldBe([new KeyShare("s3", 10, 40)]);
    }

    [Fact]
    public void Items_come_in_file_order_with_their_types_and_places()
    {
        var items = _box.Load().Content!.Items;

        items.Select(item => item.Type).ShouldBe(
            [ItemType.MultipleChoice, ItemType.MultipleResponse, ItemType.Ordering, ItemType.Matching, ItemType.CaseStudy]);
        items.Select(item => item.Source).ShouldBe(new[] { 2, 22, 39, 57, 74 }.Select(line => $"{PackBox.ItemsFile}({line})"));
    }

    [Fact]
    public void A_choice_item_keeps_everything_that_its_pack_says()
    {
        var item = _box.Load().Content!.Items[0].ShouldBeOfType<ChoiceItem>();

        item.Id.ShouldBe(new ItemId("q-1.1-0001"));
        item.Exams.Select(exam => exam.Value).ShouldBe(["MLA-C01", "MLA-C02"]);
        item.Blueprint.Select(point => point.Value).ShouldBe(["1.1.k1", "1.1.s1"]);
        item.Stem.ShouldBe("A bakery keeps its sales in files and reads two columns of them each night. Which format serves this MOST cost-effectively?");
        item.Options[0].ShouldBe(new AnswerOption(new PartId("a"), "Parquet", IsCorrect: true, "It keeps columns together.", Misconception: null));
        item.Options[1].Misconception.ShouldBe("takes rows for columns");
        (item.Qualifier, item.Shuffle, item.Difficulty, item.Version).ShouldBe(("most-cost-effective", false, 2, 1));
    }

    [Fact]
    public void A_case_study_item_carries_the_scenario_with_its_paragraphs()
    {
        var item = _box.Load().Content!.Items[4].ShouldBeOfType<ChoiceItem>();

        item.Case.ShouldBe(new CaseScenario("case-1-01", "A bakery", "A bakery bakes bread.\n\nIt wants to bake less on quiet days."));
    }

    [Fact]
    public void Ordering_and_matching_items_keep_keys_spares_and_reasons()
    {
        var items = _box.Load().Content!.Items;
        var ordering = items[2].ShouldBeOfType<OrderingItem>();
        var matching = items[3].ShouldBeOfType<MatchingItem>();

        ordering.Key.Select(step => step.Value).ShouldBe(["s1", "s2", "s3"]);
        ordering.Shown.Select(step => step.Value).ShouldBe(["s3", "s4", "s2", "s1"]);
        matching.Prompts.Select(prompt => prompt.Key.Value).ShouldBe(["r1", "r2", "r1"]);
        matching.Responses.Select(response => response.Why).ShouldBe([null, null, "A volume belongs to one instance."]);
    }

    [Fact]
    public void A_service_comes_with_scope_status_and_neighbours()
    {
        var athena = _box.Load().Content!.Service("athena")!;

        athena.Parent.ShouldBe("s3");
        athena.Scope[new ExamId("MLA-C01")].ShouldBe(ExamScope.Named);
        athena.Scope[new ExamId("MLA-C02")].ShouldBe(ExamScope.Dropped);
        athena.Status.ShouldBe(new ServiceStatus(ServiceState.Renamed, "2024-02", "Had another name before 2024.", "medium", new LocalDate(2026, 11, 21)));
        athena.Instead.Single().ShouldBe(new Neighbour("s3", "You want to keep files."));
    }

    [Fact]
    public void A_limit_comes_with_its_date_and_source()
    {
        var content = _box.Load().Content!;

        content.Service("athena")!.Limits.ShouldBe([new ServiceLimit("A query runs for at most 30 minutes.", new LocalDate(2026, 11, 20), "Amazon Athena User Guide: Service Quotas")]);
        content.Service("s3")!.Limits.ShouldBeEmpty();
    }

    [Fact]
    public void A_comparison_is_found_from_both_sides_with_its_sides_as_asked()
    {
        var comparisons = _box.Load().Content!.Comparisons;
        var asked = comparisons.Find("athena", "s3")!;
        var turned = comparisons.Find("s3", "athena")!;

        comparisons.All.ShouldHaveSingleItem().ShouldBe(asked);
        (asked.Difference, asked.Trap, asked.AsOf).ShouldBe(("Athena asks what S3 keeps.", "Athena keeps nothing.", new LocalDate(2026, 11, 20)));
        asked.Rows.ShouldBe([new("Work", "It runs SQL.", "It keeps objects."), new("Price", "By bytes read.", "By bytes kept.")]);
        (asked.Clue.Left, asked.Clue.Right).ShouldBe(("SQL on files", "durable objects"));
        (turned.Left, turned.Right, turned.Clue.Left, turned.Rows[0].Left).ShouldBe(("s3", "athena", "durable objects", "It keeps objects."));
        asked.Blueprint.ShouldBe([new BlueprintId("1.1.s1")]);
        comparisons.Of("s3").ShouldBe([asked]);
        comparisons.Find("s3", "s3").ShouldBeNull();
        comparisons.Of("redshift").ShouldBeEmpty();
    }

    [Fact]
    public void A_note_is_its_keys_and_the_markdown_below_them()
    {
        var note = _box.Load().Content!.Notes.Single();

        (note.Slug, note.Title, note.Markdown).ShouldBe(("data-formats", "Data formats", "Columns for scans, rows for records."));
        note.Sources.ShouldBe(["Amazon S3 User Guide: What is Amazon S3?"]);
        note.AsOf.ShouldBe(new LocalDate(2026, 11, 21));
        note.Topics.ShouldBeEmpty();
    }

    [Fact]
    public void Tips_topics_and_labs_are_read()
    {
        var content = _box.Load().Content!;

        var tip = content.Tips.ShouldHaveSingleItem();
        (tip.Id, tip.Title, tip.Text, tip.Types.Count).ShouldBe(("last-sentence", "Read the last sentence first", "It holds the question.", 0));
        content.Topics.Select(topic => (topic.Id, topic.Group, topic.Blueprint.Count, topic.Services.Count)).ShouldBe([("note-1.1", "note", 1, 1), ("faq", "note", 0, 0)]);
        var lab = content.Labs.ShouldHaveSingleItem();
        (lab.Slug, lab.Title, lab.Intro).ShouldBe(("churn", "Predict churn", "You build a small model."));
        lab.Steps.Select(step => (step.Id, step.Actions.Count, step.Caution)).ShouldBe([("1.1", 2, "It costs money."), ("wrap-up", 1, "")]);
        lab.Steps[0].Topics.ShouldBe(["note-1.1"]);
    }

    [Fact]
    public void A_tip_may_be_about_some_question_types()
    {
        _box.Change(PackBox.TipsFile, "- id: last-sentence", "- id: last-sentence\n  types: [ordering, case-study]");

        _box.Load().Content!.Tips.ShouldHaveSingleItem().Types.ShouldBe([ItemType.Ordering, ItemType.CaseStudy]);
    }

    [Fact]
    public void Tips_topics_labs_and_comparisons_may_be_missing_altogether()
    {
        _box.Delete(PackBox.LabFile).Delete(PackBox.TopicsFile).Delete(PackBox.TipsFile).Delete(PackBox.ComparisonsFile);

        var content = _box.Load().Content!;

        (content.Tips.Count, content.Topics.Count, content.Labs.Count, content.Comparisons.All.Count).ShouldBe((0, 0, 0, 0));
    }

    [Fact]
    public void Notes_and_services_may_be_missing_altogether()
    {
        _box.Delete(PackBox.NoteFile);
        _box.Load().Content!.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void Waivers_are_read_when_there_are_any()
    {
        _box.Write("waivers.yaml", "- rule: near-duplicates\n  items: [q-1.1-0001, q-1.1-0002]\n  reason: \"Same words, other question.\"\n");

        var waiver = _box.Load().Waivers.Single();

        waiver.Rule.ShouldBe("near-duplicates");
        waiver.Items.ShouldBe(["q-1.1-0001", "q-1.1-0002"]);
        waiver.Source.ShouldBe("waivers.yaml(1)");
    }

    [Fact]
    public void Files_that_are_no_packs_are_left_alone()
    {
        _box.Write("schema/items.schema.json", "{").Write("README.md", "# Content").Write("exams/mla-c01/items/.swap.yaml", "{");

        _box.Faults().ShouldBeEmpty();
    }

    [Fact]
    public void The_same_folder_gives_the_same_order_each_time()
    {
        _box.Write("exams/mla-c01/items/1.0.yaml", GoodPack.Items.Replace("q-1.1-", "q-1.0-", StringComparison.Ordinal));

        var orders = Enumerable.Range(0, 5).Select(_ => string.Join(' ', _box.Load().Content!.Items.Select(item => item.Id)));

        orders.Distinct().Count().ShouldBe(1);
    }
}

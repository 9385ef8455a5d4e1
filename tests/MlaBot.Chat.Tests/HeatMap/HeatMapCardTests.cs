using MlaBot.Chat.Cards;
using MlaBot.Chat.HeatMap;
using MlaBot.Core.Content;
using MlaBot.Core.Exams;
using MlaBot.Core.HeatMap;
using MlaBot.Testing;
using MlaBot.Testing.Cards;
using MlaBot.Testing.Pictures;

namespace MlaBot.Chat.Tests.HeatMap;

/// <summary>The card over the content that the program ships.</summary>
public sealed class HeatMapCardTests
{
    private static readonly ContentSnapshot Content = RealContent.Current;
    private static readonly Exam Exam = Content.Exams[0];

    [Fact]
    public void Tasks_are_told_in_a_picture_in_its_alternative_and_in_a_table()
    {
        var card = Tasks(Heat(("1.1", "s3", 20, 15), ("1.1", "glue", 10, 2), ("1.2", "glue", 12, 6), ("2.1", "bedrock", 4, 0)));

        card.IsPrivate.ShouldBeTrue();
        ((Header)card.Parts[0]).Text.ShouldBe("Group heat map · MLA-C01: tasks by service");
        var picture = card.Parts.OfType<Picture>().Single();
        PngReader.Read(picture.Png.Span).Width.ShouldBeLessThanOrEqualTo(1200);
        picture.AltText.ShouldBe(
            "Heat map of the group, MLA-C01: tasks by service, share of right first answers. Domain 1 55 %, mild; 1.1 56 %, mild; 1.2 52 %, cool."
            + " Not enough yet: 1.3, Domain 2, 2.1, 2.2, 2.3, Domain 3, 3.1, 3.2, 3.3, Domain 4, 4.1, 4.2, 4.3.");
        var rows = card.Parts.OfType<Table>().Single().Rows;
        rows.Count.ShouldBe(Exam.Domains.Count + Exam.Tasks.Count());
        rows[1].ShouldBe(["1.1 Ingest and store data", "56 %, mild", "30", "5"]);
        rows.Single(row => row[0].StartsWith("2.1", StringComparison.Ordinal)).Skip(1).ShouldBe(["not enough yet", "–", "–"]);
        Text(card).ShouldContain("**1.1** · Glue 35 % (10) · S3 69 % (20)");
        Text(card).ShouldContain("**Coldest now:**\n- Task 1.1, Glue: 35 %, cold, 10 answers\n- Task 1.2, Glue: 52 %, cool, 12 answers\n- Task 1.1, S3: 69 %, mild, 20 answers");
        Text(card).ShouldNotContain("Bedrock");
    }

    [Fact]
    public void Services_come_coldest_first_with_domains_beside_them()
    {
        var card = HeatMapCards.Map(
            Heat(("1.1", "s3", 20, 18), ("2.2", "s3", 10, 2), ("1.2", "glue", 12, 0), ("3.1", "ecs", 6, 3), ("3.1", null, 5, 5)),
            HeatTables.ByService(Heat(("1.1", "s3", 20, 18), ("2.2", "s3", 10, 2), ("1.2", "glue", 12, 0), ("3.1", "ecs", 6, 3), ("3.1", null, 5, 5)), null, Content),
            null,
            Content);

        card.Parts.OfType<Table>().Single().Rows.Select(row => row[0]).ShouldBe(["All services", "Glue", "Elastic Container Service", "S3", "Other services"]);
        Text(card).ShouldContain("**S3** · Domain 1 79 % (20) · Domain 2 35 % (10)");
    }

    [Fact]
    public void The_coldest_cells_lead_to_their_services_and_notes_in_one_row()
    {
        var card = Tasks(Heat(("1.1", "s3", 20, 15), ("1.1", "glue", 10, 2), ("1.2", "glue", 12, 6)));

        var buttons = card.Parts.OfType<Choices>().Single().Buttons;
        buttons.Count.ShouldBeLessThanOrEqualTo(CardLimits.Buttons);
        buttons.Select(button => button.Typed).ShouldContain("/service glue");
        buttons.ShouldContain(button => button.Typed.StartsWith("/note ", StringComparison.Ordinal));
        buttons.Select(button => button.Action).Distinct().Count().ShouldBe(buttons.Count);
    }

    [Fact]
    public void A_domain_alone_shows_its_tasks_and_what_is_asked_there()
    {
        var heat = Heat(("1.1", "s3", 20, 15), ("2.1", "bedrock", 8, 4));
        var domain = Exam.Domains[1];

        var card = HeatMapCards.Map(heat, HeatTables.ByTask(heat, domain, Content), domain, Content);

        card.Parts.OfType<Table>().Single().Rows.Count.ShouldBe(domain.Tasks.Count + 1);
        Text(card).ShouldNotContain("S3");
        Text(card).ShouldContain("Bedrock");
    }

    [Fact]
    public void The_picture_of_a_full_map_looks_as_it_did_when_somebody_last_looked_at_it()
    {
        var busy = Content.Items.Where(item => item.Exams.Contains(Exam.Id) && item.Services.Count > 0).Take(240);
        var heat = Heat([.. busy.Select((item, index) => (Content.Bank(Exam.Id)!.TaskOf(item).Value, (string?)item.Services[0], 5, index * 7 % 6))]);

        HeatPicture.Of(HeatTables.ByTask(heat, null, Content)).Png.ToArray().ShouldMatchGolden("heat-map-tasks");
        HeatPicture.Of(HeatTables.ByService(heat, null, Content)).Png.ToArray().ShouldMatchGolden("heat-map-services");
    }

    [Fact]
    public void A_young_map_of_one_or_two_columns_has_room_for_its_words()
    {
        HeatPicture.Of(HeatTables.ByTask(Heat(("1.1", null, 20, 15), ("1.2", null, 12, 3)), Exam.Domains[0], Content)).Png.ToArray().ShouldMatchGolden("heat-map-one-column");
        HeatPicture.Of(HeatTables.ByTask(Heat(("1.1", "s3", 20, 15), ("1.2", "s3", 12, 3)), Exam.Domains[0], Content)).Png.ToArray().ShouldMatchGolden("heat-map-two-columns");
    }

    [Fact]
    public void A_text_alternative_fits_every_platform_however_much_there_is_to_say()
    {
        var all = Exam.Tasks.SelectMany(task => Content.Services.Take(40).Select(service => (task.Id.Value, (string?)service.Slug, 9, 4))).ToArray();
        var heat = Heat(all);

        foreach (var table in new[] { HeatTables.ByTask(heat, null, Content), HeatTables.ByService(heat, null, Content), HeatTables.ByService(heat, Exam.Domains[0], Content) })
        {
            HeatPicture.AltText(table).Length.ShouldBeLessThanOrEqualTo(1000);
            table.Columns.Count.ShouldBeLessThanOrEqualTo(MlaBot.Chat.Pictures.HeatChart.MostColumns);
            table.Rows.ShouldAllBe(row => row.Sums.Count == table.Columns.Count);
            HeatPicture.Of(table).Png.Length.ShouldBeLessThan(500_000);
        }
    }

    private static Card Tasks(GroupHeat heat) => HeatMapCards.Map(heat, HeatTables.ByTask(heat, null, Content), null, Content);

    private static GroupHeat Heat(params (string Task, string? Service, int Answers, int Right)[] cells) => new(
        Exam,
        HeatCells.Of(cells.Select(cell => (new TaskId(cell.Task), cell.Service, (IReadOnlyList<Attempt>)[.. Enumerable.Range(0, cell.Answers).Select(number => new Attempt(number % 5, number < cell.Right))]))),
        PicksColdest: false);

    private static string Text(Card card) => string.Join('\n', card.Parts.OfType<Section>().Select(section => section.Markdown));
}

using FsCheck;
using FsCheck.Fluent;
using MlaBot.Chat.Pictures;
using MlaBot.Testing.Cards;
using MlaBot.Testing.Pictures;

namespace MlaBot.Chat.Tests.Pictures;

public sealed class HeatChartTests
{
    [Fact]
    public void The_picture_looks_as_it_did_when_somebody_last_looked_at_it() =>
        HeatChartPainter.Paint(HeatCharts.Full).ShouldMatchGolden("heat-chart");

    [Fact]
    public void The_same_chart_gives_the_same_bytes() =>
        HeatChartPainter.Paint(HeatCharts.Full).ShouldBe(HeatChartPainter.Paint(HeatCharts.Full));

    [Fact]
    public void A_picture_is_never_wider_than_a_screen_shows_it_and_small_as_a_file() =>
        Prop.ForAll(Gen.Choose(1, HeatChart.MostColumns).ToArbitrary(), Gen.Choose(1, 20).ToArbitrary(), (columns, rows) =>
        {
            var chart = new HeatChart("T", "S", [.. Enumerable.Repeat("A heading of words", columns)], [.. Enumerable.Range(0, rows).Select(row => new HeatChartRow($"Row {row}", [.. Enumerable.Range(0, columns).Select(cell => new HeatChartCell((row * 7 % 101 + cell) % 101, cell))]))], ["Note"]);
            var file = HeatChartPainter.Paint(chart);
            var picture = PngReader.Read(file);
            return picture.Width <= HeatChartPainter.Widest && file.Length < 250_000;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(HeatChart.MostColumns)]
    public void Nothing_is_written_into_the_right_margin(int columns)
    {
        var canvas = HeatChartPainter.Draw(HeatCharts.Full with
        {
            Columns = [.. HeatCharts.Full.Columns.Take(columns)],
            Rows = [.. HeatCharts.Full.Rows.Select(row => row with { Cells = [.. row.Cells.Take(columns)] })],
        });

        Enumerable.Range(0, canvas.Height).Where(y => canvas.Row(y)[^(20 * 3)..].IndexOfAnyExcept((byte)255) >= 0).ShouldBeEmpty();
    }

    [Fact]
    public void Every_step_can_be_told_from_its_neighbour_and_read_without_seeing_colours()
    {
        HeatStep.All.Zip(HeatStep.All.Skip(1)).ShouldAllBe(pair => Ink.Contrast(pair.First.Ink, pair.Second.Ink) >= 1.4 && pair.First.Ink.Luminance() < pair.Second.Ink.Luminance());
        HeatStep.All.ShouldAllBe(step => Ink.Contrast(step.Ink, step.Ink.OnTop()) >= 4.5);
        HeatStep.All.Select(step => step.Word).Distinct().Count().ShouldBe(HeatStep.All.Count);
    }

    [Fact]
    public void Each_share_belongs_to_the_step_that_its_number_names() =>
        new[] { 0, 39, 40, 54, 55, 69, 70, 84, 85, 100 }.Select(percent => HeatStep.Of(percent).Word)
            .ShouldBe(["cold", "cold", "cool", "cool", "mild", "mild", "warm", "warm", "hot", "hot"]);
}

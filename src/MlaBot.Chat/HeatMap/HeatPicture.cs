using MlaBot.Chat.Cards;
using MlaBot.Chat.Pictures;
using MlaBot.Core.HeatMap;

namespace MlaBot.Chat.HeatMap;

/// <summary>The picture of a heat map, with its words for people who do not see it.</summary>
public static class HeatPicture
{
    // Discord takes 1,024 characters of a text alternative.
    private const int LongestAlt = 1000;

    /// <summary>The picture.</summary>
    public static Picture Of(HeatTable table) => new(HeatChartPainter.Paint(Chart(table)), AltText(table));

    /// <summary>The table as it is drawn.</summary>
    public static HeatChart Chart(HeatTable table) => new(
        $"Group heat map · {table.Title}",
        $"Right first answers of the last {HeatRules.Window.TotalDays:0} days. The darker, the colder: that is where a question helps most.",
        table.Columns,
        [.. table.Rows.Select(row => new HeatChartRow(row.Label, [.. row.Sums.Select(sum => sum is null ? null : new HeatChartCell(sum.Percent, sum.Answers))], row.IsGroup))],
        [
            "Below each share stands its word and the number of answers. Few answers are drawn to the group's mean.",
            $"– not enough yet: fewer than {HeatRules.People} people or {HeatRules.Answers} answers. Small services stand together under other services, or count nowhere.",
        ]);

    /// <summary>The sums of all rows in words; the single cells stand as text below the picture.</summary>
    public static string AltText(HeatTable table)
    {
        var known = table.Rows.Where(row => row.Sums[0] is not null).Select(row => $"{row.Name} {Words(row.Sums[0]!)}");
        var unknown = table.Rows.Where(row => row.Sums[0] is null).Select(row => row.Name).ToArray();
        return LongText.Shortened(
            $"Heat map of the group, {table.Title}, share of right first answers. {string.Join("; ", known)}."
            + (unknown.Length == 0 ? "" : $" Not enough yet: {string.Join(", ", unknown)}."),
            LongestAlt);
    }

    /// <summary><c>62 %, mild</c>.</summary>
    public static string Words(HeatSum sum) => $"{sum.Percent} %, {HeatStep.Of(sum.Percent).Word}";
}

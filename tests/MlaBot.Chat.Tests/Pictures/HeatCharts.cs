using MlaBot.Chat.Pictures;

namespace MlaBot.Chat.Tests.Pictures;

/// <summary>Charts of the kinds that groups have.</summary>
internal static class HeatCharts
{
    /// <summary>Every step, long and short labels, and cells without an answer.</summary>
    public static HeatChart Full { get; } = new(
        "Group heat map · MLA-C01: tasks by service",
        "Right first answers of the last 90 days. The darker, the colder: that is where a question helps most.",
        ["All", "SageMaker Training", "S3", "Glue", "SageMaker Real-Time Inference", "CloudWatch", "IAM", "Other services"],
        [
            Group("Domain 1: Data Preparation for Machine Learning (ML)", 58),
            Row("1.1 Ingest and store data", 71, null, 92, 44, null, null, 55, 70),
            Row("1.2 Transform data and perform feature engineering", 39, null, 54, 12, null, null, null, 40),
            Row("1.3 Ensure data integrity and prepare data for modeling", null, null, null, null, null, null, null, null),
            Group("Domain 2: ML Model Development", 63),
            Row("2.1 Choose a modeling approach", 85, 100, null, null, null, null, null, null),
            Row("2.2 Train and refine models, and quote 'weights' (e.g. 0.5 < w <= 1) & more of a title that does not end at all", 0, 0, null, null, 69, null, null, null),
        ],
        ["Below each share stands its word and the number of answers. Few answers are drawn to the group's mean.", "– not enough yet: fewer than 3 people or 5 answers. Small services stand together under other services, or count nowhere."]);

    private static HeatChartRow Group(string label, int percent) => new(label, [Cell(percent), null, Cell(percent - 9), null, Cell(percent + 30), null, null, null], IsGroup: true);

    private static HeatChartRow Row(string label, params int?[] percents) => new(label, [.. percents.Select(percent => percent is { } known ? Cell(known) : null)]);

    private static HeatChartCell Cell(int percent) => new(percent, percent + 5);
}

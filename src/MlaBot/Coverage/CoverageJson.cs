using System.Text.Encodings.Web;
using System.Text.Json;

namespace MlaBot.Coverage;

/// <summary>Writes a report for programs.</summary>
internal static class CoverageJson
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The report as one object.</summary>
    public static string Of(CoverageReport report) => JsonSerializer.Serialize(
        new
        {
            exam = report.Exam.Id.Value,
            complete = !report.Missing.Any(),
            missing = report.Missing,
            points = report.Points.Select(row => new { id = row.Point.Id.Value, title = row.Point.Title, items = row.Items, notes = row.Notes, leastItems = PointRow.LeastItems, leastNotes = PointRow.LeastNotes }),
            services = report.Services.Select(row => new { slug = row.Slug, name = row.Name, items = row.Items, least = row.Least, limits = row.Limits, comparisons = row.Comparisons }),
            topics = report.Topics.Select(row => new { id = row.Id, group = row.Group, title = row.Title, items = row.Items, notes = row.Notes, steps = row.Steps, complete = row.Missing.Length == 0 }),
            catalogue = new
            {
                services = report.Catalogue.Services,
                limits = report.Catalogue.Limits,
                leastLimits = CatalogueCount.LeastLimits,
                servicesWithLimits = report.Catalogue.WithLimits,
                comparisons = report.Catalogue.Comparisons,
                leastComparisons = CatalogueCount.LeastComparisons,
            },
        },
        Options);
}

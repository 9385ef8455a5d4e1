using System.Globalization;
using Spectre.Console;

namespace MlaBot.Coverage;

/// <summary>Prints a report for people: three tables, then a line for each thing that is missing.</summary>
internal static class CoverageTable
{
    /// <summary>Prints the report.</summary>
    public static void Print(CoverageReport report, IAnsiConsole console)
    {
        Print(console, "Blueprint points", ["Point", "Title", "Items", "Notes", ""], report.Points.Select(row => (IReadOnlyList<string>)[row.Point.Id.Value, row.Point.Title, Number(row.Items), Number(row.Notes), Sign(row.Missing)]));
        Print(console, "Services", ["Service", "Name", "Items", "At least", "Limits", "Comparisons", ""], report.Services.Select(row => (IReadOnlyList<string>)[row.Slug, row.Name, Number(row.Items), Number(row.Least), Number(row.Limits), Number(row.Comparisons), Sign(row.Missing)]));
        Print(console, "Topics", ["Topic", "Title", "Items", "Notes", "Lab steps", ""], report.Topics.Select(row => (IReadOnlyList<string>)[row.Id, row.Title, Number(row.Items), Number(row.Notes), Number(row.Steps), Sign(row.Missing)]));
        string[] missing = [.. report.Missing];
        foreach (var sentence in missing)
        {
            console.Profile.Out.Writer.WriteLine(sentence);
        }

        var catalogue = report.Catalogue;
        console.Profile.Out.Writer.WriteLine(
            $"catalogue: {catalogue.Services} services, {catalogue.Limits} limits of {catalogue.WithLimits} services, {catalogue.Comparisons} comparisons");
        console.Profile.Out.Writer.WriteLine(
            $"{report.Exam.Id}: {Full(report.Points.Select(row => row.Missing))} points, {Full(report.Services.Select(row => row.Missing))} services, {Full(report.Topics.Select(row => row.Missing))} topics covered; "
            + (missing.Length == 0 ? "complete" : $"{missing.Length} missing"));
    }

    private static void Print(IAnsiConsole console, string title, string[] columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table().Title(title).Border(TableBorder.Simple).AddColumns(columns);
        foreach (var row in rows)
        {
            table.AddRow([.. row.Select(Markup.Escape)]);
        }

        console.Write(table);
    }

    private static string Full(IEnumerable<string> missing)
    {
        var all = missing.ToArray();
        return $"{all.Count(sentence => sentence.Length == 0)} of {all.Length}";
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Sign(string missing) => missing.Length == 0 ? "" : "MISSING";
}

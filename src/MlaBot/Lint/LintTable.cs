using Spectre.Console;

namespace MlaBot.Lint;

/// <summary>Prints a report for people: a table of rules, then one line for each finding.</summary>
internal static class LintTable
{
    private const int HintsShown = 5;

    /// <summary>Prints the report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="console">Where to print.</param>
    /// <param name="showsAll">True to list all findings of bank targets, not the first few.</param>
    public static void Print(LintReport report, IAnsiConsole console, bool showsAll)
    {
        console.Write(Table(report));
        foreach (var line in report.Lines.Where(line => line.Findings.Count > 0 && line.Verdict is not LintVerdict.Good))
        {
            PrintFindings(line, console, showsAll || line.Rule.Kind is LintKind.Item ? int.MaxValue : HintsShown);
        }

        foreach (var fault in report.WaiverFaults)
        {
            console.WriteLine(fault);
        }

        console.WriteLine(Summary(report));
    }

    private static Table Table(LintReport report)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("Rule", "Target", "Measured", "Verdict");
        foreach (var line in report.Lines)
        {
            var waived = line.Waived == 0 ? "" : $" ({line.Waived} waived)";
            table.AddRow(Markup.Escape(line.Rule.Name), Markup.Escape(line.Rule.Target), Markup.Escape(line.Measured + waived), Verdict(line.Verdict));
        }

        return table;
    }

    private static string Verdict(LintVerdict verdict) => verdict switch
    {
        LintVerdict.Good => "[green]good[/]",
        LintVerdict.Growing => "[yellow]growing[/]",
        _ => "[red]FAULT[/]",
    };

    private static void PrintFindings(LintLine line, IAnsiConsole console, int most)
    {
        foreach (var finding in line.Findings.Take(most))
        {
            var places = string.Join(", ", finding.Items.Select(item => $"{item.Source}: {item.Id}"));
            console.Profile.Out.Writer.WriteLine($"{(places.Length == 0 ? "bank" : places)}: {finding.Sentence} [{line.Rule.Name}]");
        }

        if (line.Findings.Count > most)
        {
            console.Profile.Out.Writer.WriteLine($"... and {line.Findings.Count - most} more [{line.Rule.Name}]; --all shows them");
        }
    }

    private static string Summary(LintReport report)
    {
        var counts = report.Lines.CountBy(line => line.Verdict).ToDictionary();
        return $"{report.Bank.Exam.Id}: {report.Bank.Items.Count} of {report.Bank.Target} items; "
            + $"{counts.GetValueOrDefault(LintVerdict.Good)} rules good, {counts.GetValueOrDefault(LintVerdict.Growing)} growing, "
            + $"{counts.GetValueOrDefault(LintVerdict.Fault)} with faults";
    }
}

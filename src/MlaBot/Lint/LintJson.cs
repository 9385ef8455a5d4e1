using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MlaBot.Storage.Packs;

namespace MlaBot.Lint;

/// <summary>Writes a report for programs.</summary>
internal static class LintJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The report of content that loaded.</summary>
    public static string Of(LintReport report) => JsonSerializer.Serialize(
        new
        {
            good = report.IsGood,
            exam = report.Bank.Exam.Id.Value,
            items = report.Bank.Items.Count,
            target = report.Bank.Target,
            full = report.Bank.IsFull,
            faults = report.WaiverFaults,
            rules = report.Lines.Select(line => new
            {
                name = line.Rule.Name,
                kind = line.Rule.Kind,
                target = line.Rule.Target,
                measured = line.Measured,
                verdict = line.Verdict,
                waived = line.Waived,
                findings = line.Findings.Select(finding => new
                {
                    items = finding.Items.Select(item => item.Id.Value),
                    places = finding.Items.Select(item => item.Source),
                    sentence = finding.Sentence,
                }),
            }),
        },
        Options);

    /// <summary>The faults of content that did not load.</summary>
    public static string Of(IReadOnlyList<PackFault> faults) =>
        JsonSerializer.Serialize(new { good = false, faults = faults.Select(fault => fault.ToString()), rules = Array.Empty<string>() }, Options);
}

using System.Globalization;

namespace MlaBot.Tests.Program;

/// <summary>A small exam whose five domains hold one question type each, in the order of the guide: the domain of a question tells its
/// type.</summary>
internal static class FixtureContent
{
    public const string ExamFile = "exams/mla-c01/exam.yaml";
    public const string ServicesFile = "services/storage.yaml";

    private const int ItemsPerDomain = 3;

    private static readonly Func<string, string>[] Types =
        [FixtureItems.MultipleChoice, FixtureItems.MultipleResponse, FixtureItems.Ordering, FixtureItems.Matching, FixtureItems.CaseStudy];

    /// <summary>Writes the files into a folder, which is made.</summary>
    public static void Write(string folder)
    {
        Write(folder, ExamFile, Exam());
        Write(folder, "exams/mla-c01/cases/5.yaml", FixtureItems.Cases);
        Write(folder, ServicesFile, FixtureItems.Services);
        for (var domain = 1; domain <= Types.Length; domain++)
        {
            Write(folder, ItemsFile(domain), string.Join('\n', Enumerable.Range(1, ItemsPerDomain).Select(number => Item(domain, number))));
        }
    }

    /// <summary>The file with the items of a domain.</summary>
    public static string ItemsFile(int domain) => $"exams/mla-c01/items/{domain}.1.yaml";

    private static string Item(int domain, int number)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"q-{domain}.1-{number:0000}");
        return $"""
            - id: {id}
              version: 1
              exams: [MLA-C01]
              blueprint: [{domain}.1.k{number}]
              services: [s3]
              difficulty: 2
              as_of: 2026-11-21
              takeaway: "What {id} leaves behind."
              refs: ["Amazon S3 User Guide: What is Amazon S3?"]
            {Types[domain - 1](id)}
            """;
    }

    private static string Exam() => $"""
        id: MLA-C01
        name: "An exam for tests"
        as_of: 2026-11-21
        form:
          questions: 65
          scored: 50
          minutes: 130
          passing_score: 720
          scale_minimum: 100
          scale_maximum: 1000
          price_usd: 150
          validity_years: 3
        question_types: [multiple-choice, multiple-response, ordering, matching]
        practice_types: [case-study]
        availability: []
        changes: []
        domains:
        {string.Join('\n', Enumerable.Range(1, Types.Length).Select(Domain))}
        """;

    private static string Domain(int domain) => $"""
          - id: "{domain}"
            title: "Domain of tests"
            weight: {100 / Types.Length}
            tasks:
              - id: "{domain}.1"
                title: "Task of tests"
                bank_target: {ItemsPerDomain}
                points:
        {string.Join('\n', Enumerable.Range(1, ItemsPerDomain).Select(number => $"          - {{id: {domain}.1.k{number}, kind: knowledge, title: \"Point {number}\", covers: \"What it covers\"}}"))}
        """;

    private static void Write(string folder, string file, string text)
    {
        var path = Path.Combine(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}

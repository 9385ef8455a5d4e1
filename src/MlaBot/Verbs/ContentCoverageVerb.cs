using System.CommandLine;
using MlaBot.Coverage;
using MlaBot.Lint;
using MlaBot.Storage.Packs;

namespace MlaBot.Verbs;

/// <summary><c>content coverage</c>: what items, notes and labs cover of an exam's blueprint, services and topics.</summary>
internal static class ContentCoverageVerb
{
    private const int Good = 0;
    private const int Problems = 1;
    private const int BadUsage = 2;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var content = new Option<string>("--content") { Description = "The content folder; default: content below the working folder, else below the program" };
        var exam = new Option<string?>("--exam") { Description = "The exam to count for; default: the first" };
        var complete = new Option<bool>("--complete") { Description = "End with exit code 1 when something has less than its minimum" };
        var json = new Option<bool>("--json") { Description = "Print the tables as JSON" };
        var command = new Command("coverage", "Count what the content covers: blueprint, services, topics (exit code 0 good, 1 problems, 2 bad usage)") { content, exam, complete, json };
        command.SetAction(parsed => Run(
            new CoverageRequest(ContentFolder.Find(parsed.GetValue(content) ?? ""), parsed.GetValue(exam), parsed.GetValue(complete), parsed.GetValue(json)),
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error));
        return command;
    }

    private static int Run(CoverageRequest request, TextWriter output, TextWriter error)
    {
        if (!Directory.Exists(request.Folder))
        {
            error.WriteLine($"There is no content folder {request.Folder}. Name one with --content.");
            return BadUsage;
        }

        var loaded = PackLoader.Load(request.Folder);
        if (loaded.Content is not { } content)
        {
            output.WriteLine(request.IsJson ? LintJson.Of(loaded.Faults) : $"{string.Join('\n', loaded.Faults)}\n{loaded.Faults.Count} faults; coverage is counted once they are mended.");
            return Problems;
        }

        if (ContentVerb.FindExam(content.Exams, request.Exam) is not { } exam)
        {
            error.WriteLine($"There is no exam {request.Exam}. The content holds {string.Join(", ", content.Exams.Select(exam => exam.Id))}.");
            return BadUsage;
        }

        var report = CoverageCount.Of(content, exam);
        if (request.IsJson)
        {
            output.WriteLine(CoverageJson.Of(report));
        }
        else
        {
            CoverageTable.Print(report, PlainConsole.On(output));
        }

        return request.IsComplete && report.Missing.Any() ? Problems : Good;
    }

    private sealed record CoverageRequest(string Folder, string? Exam, bool IsComplete, bool IsJson);
}

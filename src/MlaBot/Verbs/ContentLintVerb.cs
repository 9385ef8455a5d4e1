using System.CommandLine;
using MlaBot.Lint;
using MlaBot.Lint.Reviews;
using MlaBot.Storage.Packs;

namespace MlaBot.Verbs;

/// <summary><c>content lint</c>: checks the content as the loader does, then the question bank against its rules.</summary>
internal static class ContentLintVerb
{
    private const int Good = 0;
    private const int Problems = 1;
    private const int BadUsage = 2;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var content = new Option<string>("--content") { Description = "The content folder; default: content below the working folder, else below the program" };
        var exam = new Option<string?>("--exam") { Description = "The exam whose items to check; default: the first" };
        var strict = new Option<bool>("--strict") { Description = "Count missed bank targets as faults although the bank still grows" };
        var json = new Option<bool>("--json") { Description = "Print the report as JSON" };
        var all = new Option<bool>("--all") { Description = "List every finding of bank targets, not the first few" };
        var command = new Command("lint", "Check packs and question bank (exit code 0 good, 1 problems, 2 bad usage)") { content, exam, strict, json, all };
        command.SetAction(parsed => Run(
            new LintRequest(
                ContentFolder.Find(parsed.GetValue(content) ?? ""), parsed.GetValue(exam), parsed.GetValue(strict), parsed.GetValue(json), parsed.GetValue(all)),
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error));
        return command;
    }

    private static int Run(LintRequest request, TextWriter output, TextWriter error)
    {
        if (!Directory.Exists(request.Folder))
        {
            error.WriteLine($"There is no content folder {request.Folder}. Name one with --content.");
            return BadUsage;
        }

        var loaded = PackLoader.Load(request.Folder);
        if (loaded.Content is not { } content)
        {
            output.WriteLine(request.IsJson ? LintJson.Of(loaded.Faults) : $"{string.Join('\n', loaded.Faults)}\n{loaded.Faults.Count} faults; the bank is checked once they are mended.");
            return Problems;
        }

        if (ContentVerb.FindExam(content.Exams, request.Exam) is not { } exam)
        {
            error.WriteLine($"There is no exam {request.Exam}. The content holds {string.Join(", ", content.Exams.Select(exam => exam.Id))}.");
            return BadUsage;
        }

        var waivers = loaded.Waivers.Select(waiver => new LintWaiver(waiver.Rule, waiver.Items, waiver.Source)).ToArray();
        return Print(Linter.Check(content, exam, waivers, ReviewBook.Read(request.Folder), request.IsStrict), request, output);
    }

    private static int Print(LintReport report, LintRequest request, TextWriter output)
    {
        if (request.IsJson)
        {
            output.WriteLine(LintJson.Of(report));
        }
        else
        {
            LintTable.Print(report, PlainConsole.On(output), request.ShowsAll);
        }

        return report.IsGood ? Good : Problems;
    }

    private sealed record LintRequest(string Folder, string? Exam, bool IsStrict, bool IsJson, bool ShowsAll);
}

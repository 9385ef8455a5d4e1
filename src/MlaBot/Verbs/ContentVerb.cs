using System.CommandLine;
using MlaBot.Core.Exams;

namespace MlaBot.Verbs;

/// <summary><c>content</c>: what authors run.</summary>
internal static class ContentVerb
{
    public static Command Create() => new("content", "Work on the content: items, services, notes")
    {
        ContentLintVerb.Create(),
        ContentCoverageVerb.Create(),
    };

    /// <summary>The exam of a code, in any case; the first without a code. Null when there is none.</summary>
    public static Exam? FindExam(IReadOnlyList<Exam> exams, string? code) =>
        code is null ? exams[0] : exams.FirstOrDefault(exam => string.Equals(exam.Id.Value, code, StringComparison.OrdinalIgnoreCase));
}

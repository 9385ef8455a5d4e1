using MlaBot.Core.Questions;

namespace MlaBot.Lint.Rules;

/// <summary>An item that names the exam has a question type and a blueprint id of it.</summary>
internal sealed class ExamFit : ILintRule
{
    public string Name => "exam-fit";

    public LintKind Kind => LintKind.Item;

    public string Target => "items name only exams that ask their type and have one of their blueprint ids";

    public LintMeasure Check(LintBank bank) => LintMeasure.Of(
    [
        .. from item in bank.Content.Items
           where item.Exams.Contains(bank.Exam.Id)
           from sentence in Sentences(item, bank)
           select new LintFinding(item, sentence),
    ]);

    private static IEnumerable<string> Sentences(Item item, LintBank bank)
    {
        if (!bank.Exam.Asks(item.Type))
        {
            yield return $"{bank.Exam.Id} has no questions of type {item.Type.Code()}; take it out of exams";
        }

        if (!item.Blueprint.Any(bank.Places.Knows))
        {
            yield return $"{bank.Exam.Id} has none of its blueprint ids";
        }
    }
}

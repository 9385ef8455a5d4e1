using MlaBot.Core.Content;
using MlaBot.Core.Exams;
using MlaBot.Core.Questions;

namespace MlaBot.Testing;

/// <summary>A content with two exams over one bank: MLA-C01 asks every type, MLA-C02 choices only; of the points of MLA-C01 only 2.1.k1 is in MLA-C02.</summary>
public static class TwoExams
{
    /// <summary>The second exam.</summary>
    public static ExamId Second { get; } = new("MLA-C02");

    /// <summary>The content.</summary>
    /// <param name="items">Its bank.</param>
    public static ContentSnapshot Content(params Item[] items) => new(
        [
            New.Exam(Domain("1", "Old data", "1.1.k1"), Domain("2", "Old models", "2.1.k1")) with { ChooseWhen = "You sit in Japanese." },
            New.Exam(Domain("1", "New data", "1.1.s201"), Domain("2", "New models", "2.1.k1")) with
            {
                Id = Second, QuestionTypes = ["multiple-choice", "multiple-response"], PracticeTypes = [], ChooseWhen = "You sit in English.",
            },
        ],
        items,
        [],
        []);

    /// <summary>An item of both exams, whose first point only MLA-C01 knows: domain 1 there, domain 2 in MLA-C02.</summary>
    public static ChoiceItem Shared(string id = "q-1.1-0001") =>
        New.ChoiceItem(id: id) with { Exams = [New.ExamId, Second], Blueprint = [new("1.1.k1"), new("2.1.k1")] };

    private static ExamDomain Domain(string id, string title, string point) =>
        new(new(id), title, 50, [new ExamTask(new($"{id}.1"), $"{title}, task 1", 5, [new BlueprintPoint(new(point), IsSkill: false, "Point", "It")])]);
}

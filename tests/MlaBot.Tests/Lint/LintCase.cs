using MlaBot.Core.Content;
using MlaBot.Core.Exams;
using MlaBot.Core.Questions;
using MlaBot.Core.Services;
using MlaBot.Lint;
using MlaBot.Lint.Reviews;
using MlaBot.Testing;

namespace MlaBot.Tests.Lint;

/// <summary>Makes small banks that a rule looks at.</summary>
internal static class LintCase
{
    public const string Words12 = "It keeps the columns of one row group together on the disk.";

    public static LintBank Bank(params Item[] items) => Bank(Exam(), [], items);

    public static LintBank Bank(Exam exam, IReadOnlyList<ServiceEntry> services, params Item[] items) =>
        new(Content(exam, services, items), exam, Reviewed(items));

    public static ContentSnapshot Content(Exam exam, IReadOnlyList<ServiceEntry> services, params Item[] items) => new([exam], items, services, []);

    /// <summary>A good review record of each item.</summary>
    public static ReviewBook Reviewed(params Item[] items) =>
        new([.. items.Select(item => new ReviewRow(ReviewBook.PackOf(item), item.Id.Value, item.Version, "reviews.tsv(2)", []))], []);

    /// <summary>Two domains of two tasks, each with a target of 5 items and one point.</summary>
    public static Exam Exam() => New.Exam(Domain("1", 60), Domain("2", 40)) with { KeyShares = [new("sagemaker-ai", 40, 60)] };

    /// <summary>A service with a status and a place on the exam's list.</summary>
    public static ServiceEntry Service(
        string slug,
        string name,
        ServiceState state = ServiceState.Active,
        string? since = null,
        ExamScope scope = ExamScope.InScope,
        string? parent = null,
        string note = "",
        params string[] aliases) => new()
        {
            Slug = slug,
            Name = name,
            Category = "Machine Learning",
            Kind = "service",
            Parent = parent,
            Scope = new Dictionary<ExamId, ExamScope> { [New.ExamId] = scope },
            Aliases = aliases,
            Intents = [],
            Status = new ServiceStatus(state, since, note, "high", New.Date("2026-11-21")),
            Blueprint = [],
            What = "It is.",
            Exam = "Know it.",
            PickWhen = "Pick it.",
            Instead = [],
            Traps = [],
            Guides = [],
        };

    /// <summary>A choice item whose options have the given texts; those that begin with a star are keys.</summary>
    public static ChoiceItem Choice(string stem, params string[] options) => Choice("q-1.1-0001", stem, options);

    public static ChoiceItem Choice(string id, string stem, string[] options) => New.ChoiceItem(id: id) with
    {
        Stem = stem,
        IsMultiple = options.Count(option => option.StartsWith('*')) > 1,
        Options = [.. options.Select((text, index) => new AnswerOption(
            new PartId("abcdef"[index].ToString()),
            text.TrimStart('*'),
            text.StartsWith('*'),
            $"{Words12} {index}",
            text.StartsWith('*') ? null : "takes one for other"))],
    };

    /// <summary>Items with their keys at the given letters.</summary>
    public static ChoiceItem[] Keys(string letters) =>
        [.. letters.Select((letter, index) => New.ChoiceItem(letter.ToString(), id: $"q-1.1-{index + 1:0000}"))];

    public static string[] Sentences(this LintMeasure measure) => [.. measure.Findings.Select(finding => finding.Sentence)];

    private static ExamDomain Domain(string id, int weight) => New.Domain(id, 5, 5) with
    {
        Weight = weight,
        Tasks = [.. New.Domain(id, 5, 5).Tasks.Select(task => task with { Points = [new BlueprintPoint(new BlueprintId($"{task.Id}.k1"), false, "Point", "It")] })],
    };
}

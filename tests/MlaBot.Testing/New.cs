using MlaBot.Core.Channels;
using MlaBot.Core.Content;
using MlaBot.Core.Daily;
using MlaBot.Core.Exams;
using MlaBot.Core.Questions;
using MlaBot.Core.Time;
using NodaTime;
using NodaTime.Text;

namespace MlaBot.Testing;

/// <summary>Makes valid items, exams and moments of which a test names only what matters to it.</summary>
public static class New
{
    /// <summary>The exam that the builders serve.</summary>
    public static ExamId ExamId { get; } = new("MLA-C01");

    private static readonly InstantPattern Minutes = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm'Z'");

    /// <summary>An instant from text such as <c>2026-03-02T09:00Z</c> or <c>2026-03-02T09:00:05Z</c>.</summary>
    public static Instant Instant(string text) =>
        Minutes.Parse(text) is { Success: true, Value: var instant } ? instant : InstantPattern.ExtendedIso.Parse(text).Value;

    /// <summary>A date from text such as <c>2026-03-02</c>.</summary>
    public static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;

    /// <summary>A multiple-choice item, or multiple-response when the key has several letters.</summary>
    /// <param name="key">The letters of the right options in the order of the pack, such as <c>B</c> or <c>AC</c>.</param>
    /// <param name="options">How many options it has.</param>
    /// <param name="id">The item's id.</param>
    /// <param name="version">The item's version.</param>
    /// <param name="point">The blueprint point, and so task and domain.</param>
    /// <param name="shuffle">False when the options keep their order.</param>
    public static ChoiceItem ChoiceItem(
        string key = "B", int options = 4, string id = "q-1.1-0001", int version = 1, string point = "1.1.k1", bool shuffle = true) => new()
        {
            Id = new(id),
            Version = version,
            Exams = [ExamId],
            Blueprint = [new(point)],
            Services = [],
            Difficulty = 1,
            AsOf = Date("2026-03-01"),
            Stem = $"What does {id} ask?",
            Takeaway = "One sentence to carry away.",
            References = ["Developer guide"],
            Shuffle = shuffle,
            IsMultiple = key.Length > 1,
            Options = [.. Enumerable.Range(0, options).Select(index => Option(index, key))],
        };

    /// <summary>A case-study item.</summary>
    public static ChoiceItem CaseItem(string key = "B", int options = 4, string id = "q-1.1-0002") =>
        ChoiceItem(key, options, id) with { Case = new("case-1-01", "A shop", "A shop predicts what it sells.") };

    /// <summary>An ordering item whose key is s1, s2, … in this order, with spare steps after them.</summary>
    /// <param name="steps">How many steps the key has.</param>
    /// <param name="spare">How many steps must be left out.</param>
    /// <param name="id">The item's id.</param>
    /// <param name="shuffle">False when the steps keep the order of the pack.</param>
    public static OrderingItem OrderingItem(int steps = 4, int spare = 0, string id = "q-1.1-0003", bool shuffle = true)
    {
        var all = Enumerable.Range(1, steps + spare).Select(number => new PartId($"s{number}")).ToArray();
        return new()
        {
            Id = new(id),
            Version = 1,
            Exams = [ExamId],
            Blueprint = [new("1.1.k1")],
            Services = [],
            Difficulty = 2,
            AsOf = Date("2026-03-01"),
            Stem = $"In which order does {id} go?",
            Takeaway = "One sentence to carry away.",
            References = ["Developer guide"],
            Shuffle = shuffle,
            Steps = [.. all.Select(step => new OrderingStep(step, $"Step {step}", "Because."))],
            Key = all[..steps],
            Shown = [.. all.Reverse()],
        };
    }

    /// <summary>A matching item in which prompt p1 takes response r1, and so on, with spare responses after them.</summary>
    public static MatchingItem MatchingItem(int prompts = 3, int spare = 1, string id = "q-1.1-0004", bool shuffle = true) => new()
    {
        Id = new(id),
        Version = 1,
        Exams = [ExamId],
        Blueprint = [new("1.1.k1")],
        Services = [],
        Difficulty = 2,
        AsOf = Date("2026-03-01"),
        Stem = $"What goes with what in {id}?",
        Takeaway = "One sentence to carry away.",
        References = ["Developer guide"],
        Shuffle = shuffle,
        Prompts = [.. Enumerable.Range(1, prompts).Select(n => new MatchingPrompt(new($"p{n}"), $"Prompt {n}", new($"r{n}"), "Because."))],
        Responses = [.. Enumerable.Range(1, prompts + spare).Select(n => new MatchingResponse(new($"r{n}"), $"Response {n}", n > prompts ? "Spare." : null))],
    };

    /// <summary>The channel that the builders serve.</summary>
    public static ChannelKey ChannelKey { get; } = new(new GroupKey("local", "group"), "study");

    /// <summary>A channel with the immediate kind of feedback, whose questions stay open for ten hours.</summary>
    public static Channel Channel() => new()
    {
        Key = ChannelKey,
        Name = "study",
        Exam = ExamId,
        Zone = "Europe/Berlin",
        Feedback = FeedbackMode.Immediate,
        OpenFor = Duration.FromHours(10),
    };

    /// <summary>A schedule that was never saved.</summary>
    public static Schedule Schedule(LocalTime at, string zone, IReadOnlySet<IsoDayOfWeek>? days = null) => new()
    {
        Id = default,
        Channel = ChannelKey,
        Domain = new("1"),
        At = at,
        Zone = zone,
        Days = days ?? Days.EveryDay,
    };

    /// <summary>A domain with the given number of bank items for each of its tasks.</summary>
    public static ExamDomain Domain(string id = "1", params int[] targets) => new(
        new(id), $"Domain {id}", 25, [.. targets.Select((target, index) => new ExamTask(new($"{id}.{index + 1}"), $"Task {index + 1}", target, []))]);

    /// <summary>An exam of the given domains.</summary>
    public static Exam Exam(params ExamDomain[] domains) => new()
    {
        Id = ExamId,
        Name = "Machine Learning Engineer",
        AsOf = Date("2026-03-01"),
        Form = new(65, 50, 130, 720, 100, 1000, 150, 3),
        Domains = domains,
        QuestionTypes = ["multiple-choice", "multiple-response", "ordering", "matching"],
        PracticeTypes = ["case-study"],
        Availability = [],
        Changes = [],
    };

    /// <summary>An exam of four domains with three tasks each, and a bank with two items for each blueprint point.</summary>
    /// <param name="perTask">How many items a task has.</param>
    public static ContentSnapshot Content(int perTask = 4) => new(
        [Exam([.. Enumerable.Range(1, 4).Select(domain => Domain($"{domain}", perTask, perTask, perTask))])],
        [
            .. from domain in Enumerable.Range(1, 4)
               from task in Enumerable.Range(1, 3)
               from number in Enumerable.Range(1, perTask)
               select ChoiceItem(id: $"q-{domain}.{task}-{number:0000}", point: $"{domain}.{task}.k{(number + 1) / 2}"),
        ],
        [],
        []);

    private static AnswerOption Option(int index, string key)
    {
        var isCorrect = key.Contains((char)('A' + index), StringComparison.Ordinal);
        return new(new(((char)('a' + index)).ToString()), $"Option {index + 1}", isCorrect, "Because.", isCorrect ? null : "A confusion.");
    }
}

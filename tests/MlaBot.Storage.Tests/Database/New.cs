using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Exams;
using MlaBot.Core.Questions;
using MlaBot.Core.Reports;
using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Storage.Tests.Database;

/// <summary>Records with sensible values, for tests that care about few of them.</summary>
internal static class New
{
    /// <summary>A Monday.</summary>
    public static readonly LocalDate Monday = new(2026, 3, 2);

    public static readonly Instant Nine = Instant.FromUtc(2026, 3, 2, 9, 0);

    public static GroupKey Group(string id = "g1") => new("local", id);

    public static LearnerKey Learner(string user = "u1", string group = "g1") => new(Group(group), user);

    public static Channel Channel(string group = "g1", string id = "c1") => new()
    {
        Key = new ChannelKey(Group(group), id),
        Name = "study",
        Exam = new ExamId("MLA-C01"),
        Zone = "Europe/Berlin",
        Feedback = FeedbackMode.Immediate,
        OpenFor = Duration.FromHours(8),
    };

    public static Schedule Schedule(ChannelKey channel, string domain = "1") => new()
    {
        Id = default,
        Channel = channel,
        Domain = new DomainId(domain),
        At = new LocalTime(9, 30),
        Zone = "Europe/Berlin",
        Days = Days.Weekdays,
    };

    public static DailyPost Post(Schedule schedule, int day = 0, int slot = 0, string item = "q-1.1-0001") => new()
    {
        Id = default,
        Schedule = schedule.Id,
        Channel = schedule.Channel,
        Date = Monday.PlusDays(day),
        Slot = slot,
        Item = new ItemId(item),
        ItemVersion = 1,
        Presentation = Presentation.Parse("c,a,d,b"),
        State = PostState.Planned,
        Feedback = FeedbackMode.Immediate,
        DueAt = Nine + Duration.FromDays(day),
    };

    public static ChoiceItem Choice(string id = "q-1.1-0001", bool isMultiple = false, CaseScenario? scenario = null) => new()
    {
        Id = new ItemId(id),
        Version = 1,
        Exams = [new ExamId("MLA-C01")],
        Blueprint = [new BlueprintId("1.1.k3"), new BlueprintId("1.2.s1")],
        Services = ["amazon-s3"],
        Difficulty = 2,
        AsOf = Monday,
        Stem = "Which store fits \"columnar\" data – at low cost?",
        Takeaway = "Columnar files are read by column.",
        References = ["Storage best practices"],
        Qualifier = "most-cost-effective",
        Shuffle = false,
        IsMultiple = isMultiple,
        Case = scenario,
        Options =
        [
            new(new PartId("a"), "Parquet", IsCorrect: true, "It is columnar.", null),
            new(new PartId("b"), "CSV", IsCorrect: false, "It is read by row.", "csv-is-columnar"),
            new(new PartId("c"), "JSON", IsCorrect: isMultiple, "It is read by row.", "json-is-columnar"),
            new(new PartId("d"), "XML", IsCorrect: false, "It is read by row.", null),
        ],
    };

    public static OrderingItem Ordering() => new()
    {
        Id = new ItemId("q-1.2-0001"),
        Version = 1,
        Exams = [new ExamId("MLA-C01")],
        Blueprint = [new BlueprintId("1.2.k1")],
        Services = [],
        Difficulty = 1,
        AsOf = Monday,
        Stem = "Put the steps in order.",
        Takeaway = "Data first.",
        References = ["Life of a model"],
        Steps =
        [
            new(new PartId("s1"), "Collect", "Data comes first."), new(new PartId("s2"), "Train", "It needs data."),
            new(new PartId("s3"), "Deploy", "It needs a model."),
        ],
        Key = [new PartId("s1"), new PartId("s2"), new PartId("s3")],
        Shown = [new PartId("s3"), new PartId("s1"), new PartId("s2")],
    };

    public static MatchingItem Matching() => new()
    {
        Id = new ItemId("q-1.3-0001"),
        Version = 1,
        Exams = [new ExamId("MLA-C01"), new ExamId("MLA-C02")],
        Blueprint = [new BlueprintId("1.3.k1")],
        Services = ["amazon-s3", "amazon-efs"],
        Difficulty = 3,
        AsOf = Monday,
        Stem = "Match each need with a store.",
        Takeaway = "Files and objects differ.",
        References = ["Storage best practices"],
        Prompts =
        [
            new(new PartId("p1"), "Objects", new PartId("r1"), "It holds objects."), new(new PartId("p2"), "Files", new PartId("r2"), "It holds files."),
        ],
        Responses = [new(new PartId("r1"), "S3", null), new(new PartId("r2"), "EFS", null), new(new PartId("r3"), "EBS", "No prompt asks for blocks.")],
    };

    public static Answer Picked(string options) => new Answer.Picked(options.Split(',').Select(part => new PartId(part)));

    public static NewAnswer Answer(DailyPost post, string picked, string user = "u1", bool mayChange = false, string? group = null) => new(
        post.Id,
        new LearnerKey(group is null ? post.Channel.Group : Group(group), user),
        "Name of " + user,
        post.Item,
        post.ItemVersion,
        picked is "?" ? new Answer.Unknown() : Picked(picked),
        picked is "a",
        post.DueAt + Duration.FromMinutes(5),
        post.Date,
        IsGrace: false,
        mayChange);

    public static Report Report(DailyPost post, string user = "u1", ReportReason reason = ReportReason.Key, string text = "", string? group = null) => new()
    {
        Id = default,
        Post = post.Id,
        Number = post.Number,
        Item = post.Item,
        ItemVersion = post.ItemVersion,
        By = new LearnerKey(group is null ? post.Channel.Group : Group(group), user),
        ByName = "Name of " + user,
        Reason = reason,
        Text = text,
        At = post.DueAt,
    };
}

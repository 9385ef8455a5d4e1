using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Exams;
using MlaBot.Core.Questions;
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
}

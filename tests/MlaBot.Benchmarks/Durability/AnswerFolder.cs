using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Exams;
using MlaBot.Core.Questions;
using MlaBot.Core.Time;
using MlaBot.Storage.Database;
using MlaBot.Storage.Database.Stores;
using NodaTime;

namespace MlaBot.Benchmarks.Durability;

/// <summary>A database with an open post in a folder of its own.</summary>
internal sealed class AnswerFolder : IAsyncDisposable
{
    /// <summary>People who answer post after post.</summary>
    private const int Learners = 2_000;

    private const int Posts = 500;

    private static readonly Instant Nine = Instant.FromUtc(2026, 3, 2, 9, 0);

    private readonly string _folder = Directory.CreateTempSubdirectory("mlabot-durability-").FullName;

    private AnswerFolder() => Database = new SqliteDatabase(new SqliteStorageOptions(Path.Combine(_folder, "mlabot.db")));

    public SqliteDatabase Database { get; }

    public SqliteDailyStore Store => new(Database);

    /// <summary>Opens a new database and fills it with learners and open posts.</summary>
    public static async Task<AnswerFolder> OpenAsync()
    {
        var folder = new AnswerFolder();
        await folder.Database.OpenAsync(default);
        await folder.PostAsync();
        await folder.Database.Writer.WriteAsync(session => Fill(session.Sql), default);
        return folder;
    }

    /// <summary>Post and learner of the answer of that number, both from 1 on.</summary>
    public static (long Post, long Learner) Place(int number) => ((number / Learners % Posts) + 1, (number % Learners) + 1);

    /// <summary>The answer of that number; no two meet.</summary>
    public static NewAnswer Answer(int number) => new(
        new PostId(Place(number).Post),
        new LearnerKey(new GroupKey("local", "g1"), "u" + Place(number).Learner),
        "A learner",
        new ItemId("q-1.1-0001"),
        1,
        new Answer.Picked([new PartId("b")]),
        IsCorrect: true,
        Nine,
        new LocalDate(2026, 3, 2),
        IsGrace: false,
        MayChange: false);

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static int Fill(PreparedCommands sql)
    {
        sql.Run(
            """
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $1)
            INSERT INTO Learners (GroupId, UserId, Name) SELECT 1, 'u' || i, 'A learner' FROM n
            """,
            Learners);
        return sql.Run(
            """
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $1)
            INSERT INTO Posts (ScheduleId, ChannelId, GroupId, Domain, Date, Slot, ItemId, ItemVersion, Presentation, State, Feedback, DueAt, Note)
            SELECT ScheduleId, ChannelId, GroupId, Domain, Date, i, ItemId, ItemVersion, Presentation, State, Feedback, DueAt, Note FROM Posts, n
            """,
            Posts);
    }

    private async Task<DailyPost> PostAsync()
    {
        var key = new ChannelKey(new GroupKey("local", "g1"), "c1");
        await new SqliteChannelStore(Database).SaveAsync(
            new Channel { Key = key, Name = "study", Exam = new ExamId("MLA-C01"), Zone = "UTC", Feedback = FeedbackMode.Immediate, OpenFor = Duration.FromHours(8) },
            default);
        var schedule = await Store.SaveScheduleAsync(
            new Schedule { Id = default, Channel = key, Domain = new DomainId("1"), At = new LocalTime(9, 0), Zone = "UTC", Days = Days.EveryDay },
            default);
        return await Store.PlanAsync(
            new DailyPost
            {
                Id = default,
                Schedule = schedule.Id,
                Channel = key,
                Date = new LocalDate(2026, 3, 2),
                Slot = 0,
                Item = new ItemId("q-1.1-0001"),
                ItemVersion = 1,
                Presentation = Presentation.Parse("c,a,d,b"),
                State = PostState.Open,
                Feedback = FeedbackMode.Immediate,
                DueAt = Nine,
            },
            default);
    }
}

using MlaBot.Core.Boards;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Exams;
using MlaBot.Core.Streaks;
using MlaBot.Core.Time;
using MlaBot.Storage.Database;
using MlaBot.Storage.Database.Stores;
using MlaBot.Testing;
using NodaTime;

namespace MlaBot.Benchmarks.Boards;

/// <summary>A channel of 10,000 people who gave 1,000,000 answers in a hundred days, in a folder of its own.</summary>
internal sealed class BoardFolder : IAsyncDisposable
{
    public const int Learners = 10_000;
    public const int Days = 100;
    public const int PostsPerDay = 4;

    /// <summary>One person in so many answers a question.</summary>
    private const int OneOf = 4;

    private readonly string _folder = Directory.CreateTempSubdirectory("mlabot-boards-").FullName;

    private BoardFolder() => Database = new SqliteDatabase(new SqliteStorageOptions(Path.Combine(_folder, "mlabot.db")));

    public static LocalDate First { get; } = new(2026, 6, 20);

    public static LocalDate Last { get; } = First.PlusDays(Days - 1);

    public static ChannelKey Channel { get; } = new(new GroupKey("local", "g1"), "c1");

    public SqliteDatabase Database { get; }

    public SqliteBoardStore Boards => new(Database);

    public SqliteGroupDayStore GroupDays => new(Database);

    public SqliteChannelStore Channels => new(Database);

    public ManualTimeProvider Clock { get; } = new(Zones.At(DateTimeZoneProviders.Tzdb["Europe/Berlin"], Last, new LocalTime(23, 30)).ToDateTimeOffset());

    public ShowGroupStreak GroupStreak => new(GroupDays, Boards, new SqliteStreakStore(Database), Channels, Clock);

    public ShowBoard Show => new(Boards, new SeeBoard(Boards), Channels, GroupStreak, Clock);

    public ShowRecord Record => new(new SqliteRecordStore(Database), Boards, Channels, new ShowStreak(new SqliteStreakStore(Database), new SqliteLearnerStore(Database), Channels, Clock));

    public static LearnerKey Learner(int number) => new(Channel.Group, $"u{number}");

    /// <summary>Opens a new database and fills it; nothing is counted yet.</summary>
    public static async Task<BoardFolder> OpenAsync()
    {
        var folder = new BoardFolder();
        await folder.Database.OpenAsync(default);
        var channel = new Channel
        {
            Key = Channel,
            Name = "study",
            Exam = new ExamId("MLA-C01"),
            Zone = "Europe/Berlin",
            Feedback = FeedbackMode.Immediate,
            OpenFor = Duration.FromHours(10),
        };
        await folder.Channels.SaveAsync(channel, default);
        await folder.Database.Writer.WriteAsync(session => Fill(session.Sql), default);
        return folder;
    }

    public Task<long> CountAnswersAsync() => Database.Readers.ReadAsync(sql => sql.First("SELECT count(*) FROM Answers", row => row.GetInt64(0)), default);

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static int Fill(PreparedCommands sql)
    {
        sql.Run(
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $1)
            INSERT INTO Learners (GroupId, UserId, Name) SELECT 1, 'u' || i, 'Member ' || i FROM n
            """,
            Learners);
        var day = Period.DaysBetween(new LocalDate(1970, 1, 1), First);
        for (var post = 0; post < Days * PostsPerDay; post++)
        {
            var date = day + (post / PostsPerDay);
            var due = (date * 86_400_000L) + (post % PostsPerDay * 3 * 3_600_000L);
            sql.Run(
                """
                INSERT INTO Posts (Id, ScheduleId, ChannelId, GroupId, Domain, Date, Slot, ItemId, ItemVersion, Presentation, State, Feedback, DueAt, OpenedAt, ClosesAt, MessageId, Note)
                VALUES ($1, $2, 1, 1, $2, $3, 0, 'q-1.1-0001', 1, 'c,a,d,b', $4, 0, $5, $5, $6, 'm', '')
                """,
                post + 1,
                (post % PostsPerDay) + 1,
                date,
                (int)PostState.Settled,
                due,
                due + 36_000_000L);
            sql.Run(
                """
                INSERT INTO Answers (PostId, LearnerId, First, IsFirstCorrect, FirstAt, Last, IsLastCorrect, LastAt, Changes, Kind, Day, IsGrace)
                SELECT $1, Id, 'b', (Id * 31 + $1 * 17) % 100 < 40 + Id % 50, $2, 'b', 1, $2, 0, 0, $3, 0 FROM Learners
                WHERE ((Id * 2654435761 + $1 * 40503 * 65537) >> 9) % $4 = 0
                """,
                post + 1,
                due + 60_000,
                date,
                OneOf);
        }

        return 0;
    }
}

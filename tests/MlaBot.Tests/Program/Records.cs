using Microsoft.Data.Sqlite;
using MlaBot.Core.Daily;
using MlaBot.Core.Questions;
using NodaTime;

namespace MlaBot.Tests.Program;

/// <summary>Reads what the program has stored, beside it and read-only.</summary>
internal sealed class Records
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);
    private static readonly string[] Tables = ["Groups", "Channels", "RestDays", "Learners", "Schedules", "Posts", "ShownItems", "Answers"];

    private readonly BotFolder _folder;
    private readonly string _file;

    /// <summary>Looks at a folder's database.</summary>
    public Records(BotFolder folder)
        : this(folder, folder.Database)
    {
    }

    /// <summary>Looks at another file, such as a backup.</summary>
    public Records(BotFolder folder, string file) => (_folder, _file) = (folder, file);

    /// <summary>All posts, planned ones included, by their number.</summary>
    public IReadOnlyList<StoredPost> Posts() => Read(
        "SELECT p.Id, ifnull(ScheduleId, 0), Date, Slot, ItemId, Presentation, State, DueAt, Number, g.ExternalId FROM Posts p JOIN Groups g ON g.Id = p.GroupId ORDER BY p.Id",
        row => new StoredPost(
            row.GetInt64(0),
            row.IsDBNull(1) ? 0 : row.GetInt64(1),
            Epoch.PlusDays(row.GetInt32(2)),
            row.GetInt32(3),
            _folder.Snapshot.Item(new ItemId(row.GetString(4)))!,
            Presentation.Parse(row.GetString(5)),
            (PostState)row.GetInt32(6),
            Instant.FromUnixTimeMilliseconds(row.GetInt64(7)),
            row.GetInt32(8),
            row.GetString(9)));

    /// <summary>The post of an id; where there is one group, its questions have the numbers of their posts for days.</summary>
    public StoredPost Post(long id) => Posts().Single(post => post.Id == id);

    /// <summary>All answers, in the letters of their posts.</summary>
    public IReadOnlyList<StoredAnswerRow> Answers()
    {
        var posts = Posts().ToDictionary(post => post.Id);
        return Read(
            """
            SELECT a.PostId, l.UserId, a.First, a.Last, a.Changes, a.Kind = 1, a.IsLastCorrect
            FROM Answers a JOIN Learners l ON l.Id = a.LearnerId ORDER BY a.PostId, l.UserId
            """,
            row => new StoredAnswerRow(
                row.GetInt64(0),
                row.GetString(1),
                posts[row.GetInt64(0)].Letters(row.GetString(2)),
                posts[row.GetInt64(0)].Letters(row.GetString(3)),
                row.GetInt32(4),
                row.GetBoolean(5),
                row.GetBoolean(6)));
    }

    /// <summary>The numbers of the schedules that are not paused.</summary>
    public IReadOnlyList<long> Schedules() => Read("SELECT Id FROM Schedules WHERE PausedBecause IS NULL ORDER BY Id", row => row.GetInt64(0));

    /// <summary>How many rows each table holds, signs of life apart: equal before and after when nothing was stored.</summary>
    public string Counts() =>
        string.Join(", ", Tables.Select(table => $"{table} {Read($"SELECT count(*) FROM \"{table}\"", row => row.GetInt64(0))[0]}"));

    /// <summary>What SQLite finds wrong with the whole file; <c>ok</c> when nothing is.</summary>
    public string Integrity() => string.Join(
        ", ",
        [.. Read("PRAGMA integrity_check", row => row.GetString(0)), .. Read("PRAGMA foreign_key_check", row => $"foreign key of {row.GetString(0)}")]);

    /// <summary>Reads rows with a query of a test.</summary>
    public List<T> Read<T>(string query, Func<SqliteDataReader, T> map)
    {
        using var database = Sqlite.Open(_file, SqliteOpenMode.ReadOnly);
        using var command = Sqlite.Command(database, query);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(map(reader));
        }

        return rows;
    }
}

/// <summary>A post as stored.</summary>
/// <param name="Id">The id.</param>
/// <param name="Schedule">Its schedule; 0 for a question of a live round.</param>
/// <param name="Date">The local date.</param>
/// <param name="Slot">0 for the scheduled question of the date.</param>
/// <param name="Item">The item.</param>
/// <param name="Presentation">Which letter stands for which part.</param>
/// <param name="State">Where in its life it is.</param>
/// <param name="DueAt">When it is or was due.</param>
/// <param name="Number">The number that people see; 0 before it is sent.</param>
/// <param name="Group">The platform's id of its group.</param>
internal sealed record StoredPost(
    long Id, long Schedule, LocalDate Date, int Slot, Item Item, Presentation Presentation, PostState State, Instant DueAt, int Number, string Group)
{
    /// <summary>True once the platform has confirmed the message, whatever became of the question later.</summary>
    public bool WasSent => State is PostState.Open or PostState.Closing or PostState.Revealed or PostState.Settled or PostState.Withdrawn;

    /// <summary>The right answer, as people type it.</summary>
    public string Right => Presentation.InLetters(FixtureAnswers.Right(Item));

    /// <summary>A wrong answer of which a part is right wherever the type has parts.</summary>
    public string Wrong => Presentation.InLetters(FixtureAnswers.Wrong(Item));

    /// <summary>A stored answer in this post's letters.</summary>
    public string Letters(string stored) => Presentation.InLetters(Answer.Parse(Item, stored));
}

/// <summary>An answer as stored, in the letters of its post.</summary>
/// <param name="Post">The post's id.</param>
/// <param name="Person">Who answered.</param>
/// <param name="First">The first attempt.</param>
/// <param name="Last">The answer that holds.</param>
/// <param name="Changes">How often it was changed.</param>
/// <param name="IsPractice">True after the reveal.</param>
/// <param name="IsRight">Whether the answer that holds is right.</param>
internal sealed record StoredAnswerRow(long Post, string Person, string First, string Last, int Changes, bool IsPractice, bool IsRight);

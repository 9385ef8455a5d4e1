using System.Diagnostics;
using Microsoft.Data.Sqlite;
using MlaBot.Storage.Database;

namespace MlaBot.Benchmarks.Durability;

/// <summary>What the store is measured against: one connection, one row a transaction, every statement prepared.</summary>
internal sealed class RawLane : IAsyncDisposable
{
    private readonly AnswerFolder _folder;
    private readonly PreparedCommands _sql;
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _insert;
    private readonly SqliteCommand _commit;
    private int _next;

    private RawLane(AnswerFolder folder, bool isSlow)
    {
        _folder = folder;
        _sql = new PreparedCommands(SqliteFile.Open(folder.Database.File));
        _sql.Run("PRAGMA synchronous = FULL");
        _begin = Command("BEGIN IMMEDIATE");
        _commit = Command("COMMIT");
        _insert = Command(
            """
            INSERT INTO Answers (PostId, LearnerId, First, IsFirstCorrect, FirstAt, Last, IsLastCorrect, LastAt, Changes, Kind, Day, IsGrace)
            VALUES ($post, $learner, 'b', 1, 1772442000000, 'b', 1, 1772442000000, 0, 0, 20514, 0)
            """);
        _insert.Parameters.AddWithValue("$post", 0L);
        _insert.Parameters.AddWithValue("$learner", 0L);
        if (isSlow)
        {
            CommitDelay.Add(_sql.Connection);
        }
    }

    public static async Task<RawLane> OpenAsync(bool isSlow) => new(await AnswerFolder.OpenAsync(), isSlow);

    /// <summary>Writes for a while and gives the rows a second.</summary>
    public double Run(TimeSpan length)
    {
        var watch = Stopwatch.StartNew();
        var first = _next;
        while (watch.Elapsed < length)
        {
            _begin.ExecuteNonQuery();
            (_insert.Parameters[0].Value, _insert.Parameters[1].Value) = AnswerFolder.Place(_next++);
            _insert.ExecuteNonQuery();
            _commit.ExecuteNonQuery();
        }

        return (_next - first) / watch.Elapsed.TotalSeconds;
    }

    public async ValueTask DisposeAsync()
    {
        await _begin.DisposeAsync();
        await _insert.DisposeAsync();
        await _commit.DisposeAsync();
        _sql.Dispose();
        await _folder.DisposeAsync();
    }

    private SqliteCommand Command(string text)
    {
        var command = _sql.Connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this class.
        command.CommandText = text;
#pragma warning restore CA2100
        return command;
    }
}

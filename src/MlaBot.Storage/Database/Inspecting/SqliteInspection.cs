using System.Globalization;
using Microsoft.Data.Sqlite;
using MlaBot.Storage.Database.Opening;
using MlaBot.Storage.Database.Reading;
using NodaTime;

namespace MlaBot.Storage.Database.Inspecting;

/// <summary>Looks at a database from outside, read-only, also while a bot runs on it.</summary>
public static class SqliteInspection
{
    /// <summary>The last sign of life that a bot left; null when there is no database, or no bot ever ran on it.</summary>
    /// <exception cref="StorageRefusedException">The file is no database of this program, or is damaged.</exception>
    public static Task<Instant?> LastBeatAsync(SqliteStorageOptions options, CancellationToken cancellationToken) =>
        ReadAsync<Instant?>(options, sql => sql.First<Instant?>("SELECT At FROM Heartbeats", row => row.GetInstant(0)), null, cancellationToken);

    /// <summary>Checks the whole file and says in a sentence what it holds.</summary>
    /// <exception cref="StorageRefusedException">The file is no database of this program, or is damaged.</exception>
    public static Task<string> DescribeAsync(SqliteStorageOptions options, CancellationToken cancellationToken) => ReadAsync(
        options,
        sql =>
        {
            var file = Path.GetFullPath(options.File);
            FileCheck.Quick(file, sql);
            var (channels, learners, answers) = sql.First(
                "SELECT (SELECT count(*) FROM Channels), (SELECT count(*) FROM Learners), (SELECT count(*) FROM Answers)",
                row => (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)));
            return string.Create(CultureInfo.InvariantCulture, $"{channels} channels, {learners} learners, {answers} answers in {file}; no damage found.");
        },
        $"There is no database at {Path.GetFullPath(options.File)} yet; the first run makes it.",
        cancellationToken);

    private static Task<T> ReadAsync<T>(SqliteStorageOptions options, Func<PreparedCommands, T> read, T whenMissing, CancellationToken cancellationToken) =>
        Task.Run(
            () =>
            {
                var file = Path.GetFullPath(options.File);
                if (!FileCheck.HasDatabase(file))
                {
                    return whenMissing;
                }

                try
                {
                    using var connection = SqliteFile.Open(file, SqliteOpenMode.ReadOnly);
                    return read(new PreparedCommands(connection));
                }
                catch (SqliteException fault)
                {
                    throw StorageRefusals.From(file, fault);
                }
            },
            cancellationToken);
}

using System.Diagnostics;
using System.Globalization;
using MlaBot.Core;
using MlaBot.Core.Boards;
using NodaTime;
using Spectre.Console;

namespace MlaBot.Benchmarks.Boards;

/// <summary>Boards and records over a million answers, beside the plain aggregate over the answers.</summary>
internal static class BoardBenchmark
{
    private const double Goal = 50;
    private const int Calls = 60;
    private const int BaselineCalls = 5;

    public static async Task RunAsync()
    {
        await using var folder = await BoardFolder.OpenAsync();
        var answers = await folder.CountAnswersAsync();
        AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{answers:N0} answers of {BoardFolder.Learners:N0} people to {BoardFolder.Days * BoardFolder.PostsPerDay} questions of one channel."));
        await CountAsync(folder);
        var table = new Table().AddColumns("what", "median ms", "99th ms", "goal ms", "");
        foreach (var (name, calls, act) in Acts(folder))
        {
            var times = await TimeAsync(calls, act);
            var median = times[times.Length / 2];
            var isBaseline = name.StartsWith("baseline", StringComparison.Ordinal);
            table.AddRow(name, Say(median), Say(times[times.Length * 99 / 100]), isBaseline ? "" : Say(Goal), isBaseline ? "" : median < Goal ? "good" : "MISSED");
        }

        AnsiConsole.Write(table);
    }

    /// <summary>Counts all of it as a database from before there were boards is counted, and archives what has ended.</summary>
    private static async Task CountAsync(BoardFolder folder)
    {
        var writes = new List<double>();
        int counted;
        do
        {
            var began = Stopwatch.GetTimestamp();
            counted = await folder.Boards.ScoreMissingAsync(1, default);
            writes.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        while (counted > 0);
        var days = Stopwatch.StartNew();
        var stale = await folder.GroupDays.StaleAsync(1000, default);
        foreach (var date in stale)
        {
            await folder.GroupDays.CountAsync(date, default);
        }

        AnsiConsole.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Counting all questions: {writes.Sum() / 1000:0.0} s; one question of 2,500 answers holds the writer for {writes.Order().ElementAt(writes.Count / 2):0.0} ms (median). A day of the group: {days.Elapsed.TotalMilliseconds / stale.Count:0.0} ms beside the writer."));
        var finals = new MakeFinalBoard(folder.Boards, folder.GroupStreak);
        var channel = (await folder.Channels.FindAsync(BoardFolder.Channel, default))!;
        foreach (var board in await folder.Boards.EndingAsync(BoardFolder.Last, default))
        {
            await folder.Boards.ArchiveAsync(board, await finals.MakeAsync(channel, board.Period, default), isToTell: false, default);
        }
    }

    private static IEnumerable<(string Name, int Calls, Func<int, Task> Act)> Acts(BoardFolder folder)
    {
        foreach (var kind in BoardPeriod.Ending.Append(BoardKind.All))
        {
            yield return ($"board of the {kind}", Calls, learner => BoardAsync(folder, learner, new BoardWish(kind)));
        }

        yield return ("board of last week, archived", Calls, learner => BoardAsync(folder, learner, new BoardWish(BoardKind.Week) { IsLast = true }));
        yield return ("board of last month, archived", Calls, learner => BoardAsync(folder, learner, new BoardWish(BoardKind.Month) { IsLast = true }));
        yield return ("personal record", Calls, learner => RecordAsync(folder, learner));
        foreach (var kind in new[] { BoardKind.Week, BoardKind.Season, BoardKind.All })
        {
            var period = BoardPeriod.Of(kind, BoardFolder.Last);
            yield return ($"baseline: plain aggregate over the answers, {kind}", BaselineCalls, _ => AggregateAsync(folder, period));
        }
    }

    private static async Task RecordAsync(BoardFolder folder, int learner)
    {
        if (await folder.Record.HandleAsync(BoardFolder.Learner(learner), BoardFolder.Channel, default) is not Outcome<PersonalRecord>.Ok { Value.Domains.Count: > 0 })
        {
            throw new InvalidOperationException("A record was empty.");
        }
    }

    private static async Task BoardAsync(BoardFolder folder, int learner, BoardWish wish)
    {
        var shown = await folder.Show.HandleAsync(BoardFolder.Learner(learner), BoardFolder.Channel, wish, default);
        if (shown is not Outcome<BoardView>.Ok { Value: { Top.Count: > 0, Participants: > 5_000 } })
        {
            throw new InvalidOperationException($"A board was empty: {wish} {shown}");
        }
    }

    private static Task<int> AggregateAsync(BoardFolder folder, BoardPeriod period) => folder.Database.Readers.ReadAsync(
        sql => sql.All(
            """
            SELECT a.LearnerId, count(*), sum(a.IsFirstCorrect) FROM Posts p JOIN Answers a ON a.PostId = p.Id
            WHERE p.ChannelId = 1 AND p.ScheduleId IS NOT NULL AND p.Date >= $1 AND p.Date < $2 AND a.Kind = 0 GROUP BY a.LearnerId
            """,
            row => (row.GetInt64(0), row.GetInt32(1), row.GetInt32(2)),
            Days(period.Start),
            period.Kind == BoardKind.All ? int.MaxValue : Days(period.End)).Count,
        default);

    private static int Days(LocalDate date) => Period.DaysBetween(new LocalDate(1970, 1, 1), date);

    private static async Task<double[]> TimeAsync(int calls, Func<int, Task> act)
    {
        await act(1);
        var times = new double[calls];
        for (var call = 0; call < calls; call++)
        {
            var learner = (call * 7919 % BoardFolder.Learners) + 1;
            var began = Stopwatch.GetTimestamp();
            await act(learner);
            times[call] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }

        Array.Sort(times);
        return times;
    }

    private static string Say(double milliseconds) => milliseconds.ToString("0.0", CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using MlaBot.Core.Daily;
using MlaBot.Core.Questions;
using MlaBot.Storage.Database;
using MlaBot.Storage.Packs;

namespace MlaBot.Tests.Kills;

public sealed class KillTests(ITestOutputHelper console)
{
    private const int UsualKills = 20;

    private static readonly PostState[] Sent = [PostState.Open, PostState.Closing, PostState.Revealed, PostState.Settled, PostState.Withdrawn];

    [Fact]
    public async Task Killed_at_random_moments_it_loses_no_confirmed_answer_and_posts_nothing_twice_and_misses_nothing_silently()
    {
        var kills = Setting("MLABOT_KILLS", UsualKills);
        var seed = Setting("MLABOT_KILL_SEED", 20261121);
        var folder = Directory.CreateTempSubdirectory("mlabot-kills-").FullName;
        var acknowledged = new List<Acknowledged>();
        for (var kill = 0; kill < kills; kill++)
        {
            acknowledged.AddRange(await new KilledBot(folder, new Random(seed + kill)).LiveAndDieAsync(TestContext.Current.CancellationToken));
        }

        var last = await new KilledBot(folder, new Random(seed)).LiveOutAsync("/daily\n/streak\n", TestContext.Current.CancellationToken);
        last.ExitCode.ShouldBe(0, last.Errors);
        last.Output.ShouldContain("Your streak");

        var storage = new SqliteStorageOptions(Path.Combine(folder, "mlabot.db"));
        (await new SqliteMaintenance(storage).CheckAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
        using var database = new SqliteConnection($"Data Source={storage.File};Mode=ReadOnly;Pooling=False");
        await database.OpenAsync(TestContext.Current.CancellationToken);
        var stored = Answers(database);
        var posts = Posts(database);
        var markers = Markers(Path.Combine(folder, "local-chat.jsonl"));
        console.WriteLine(FormattableString.Invariant(
            $"seed {seed}: {kills} kills, {acknowledged.Count} confirmed answers, {posts.Count} posts, {markers.Count} messages"));

        // Without these the test would prove nothing.
        acknowledged.Count.ShouldBeGreaterThan(kills);
        posts.Count(post => Sent.Contains(post.State)).ShouldBeGreaterThan(kills / 2);

        foreach (var answer in acknowledged)
        {
            stored.ShouldContainKey((answer.Person, answer.Post));
            stored[(answer.Person, answer.Post)].ShouldBe(answer.Letters, $"seed {seed}: {answer}");
        }

        markers.CountBy(marker => marker).ShouldAllBe(count => count.Value == 1);
        foreach (var post in posts.Where(post => Sent.Contains(post.State)))
        {
            markers.ShouldContain($"post:{post.Id}");
        }

        foreach (var post in posts.Where(post => post.State == PostState.Settled))
        {
            markers.ShouldContain($"post:{post.Id}:reveal");
        }

        foreach (var schedule in posts.Where(post => post.Slot == 0).GroupBy(post => post.Schedule))
        {
            var dates = schedule.Select(post => post.Date).Order().ToArray();
            dates.ShouldBe(Enumerable.Range(dates[0], dates[^1] - dates[0] + 1), $"schedule {schedule.Key}: each date has its row");
        }

        Directory.Delete(folder, recursive: true);
    }

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : usual;

    private static Dictionary<(string Person, long Post), string> Answers(SqliteConnection database)
    {
        var content = PackLoader.Load(Path.Combine(Repository.Root, "content")).Content!;
        using var command = database.CreateCommand();
        command.CommandText = """
            SELECT l.Name, a.PostId, a.First, p.ItemId, p.Presentation
            FROM Answers a JOIN Learners l ON l.Id = a.LearnerId JOIN Posts p ON p.Id = a.PostId
            """;
        using var rows = command.ExecuteReader();
        var answers = new Dictionary<(string, long), string>();
        while (rows.Read())
        {
            var item = content.Item(new ItemId(rows.GetString(3)))!;
            var letters = Presentation.Parse(rows.GetString(4)).InLetters(Answer.Parse(item, rows.GetString(2)));
            answers.Add((rows.GetString(0), rows.GetInt64(1)), letters);
        }

        return answers;
    }

    private static List<(long Id, long Schedule, int Date, int Slot, PostState State)> Posts(SqliteConnection database)
    {
        using var command = database.CreateCommand();
        command.CommandText = "SELECT Id, ScheduleId, Date, Slot, State FROM Posts";
        using var rows = command.ExecuteReader();
        var posts = new List<(long, long, int, int, PostState)>();
        while (rows.Read())
        {
            posts.Add((rows.GetInt64(0), rows.GetInt64(1), rows.GetInt32(2), rows.GetInt32(3), (PostState)rows.GetInt32(4)));
        }

        return posts;
    }

    private static List<string> Markers(string transcript)
    {
        var markers = new List<string>();
        foreach (var line in File.ReadLines(transcript))
        {
            using var message = JsonDocument.Parse(line);
            if (message.RootElement.TryGetProperty("marker", out var marker))
            {
                markers.Add(marker.GetString()!);
            }
        }

        return markers;
    }
}

using System.Globalization;
using System.Security.Cryptography;
using MlaBot.Core.Daily;
using NodaTime;

namespace MlaBot.Tests.Program;

/// <summary>The bot under <c>kill -9</c>: what it confirmed is there, what it posted is there once, what it missed is written down.</summary>
/// <remarks><c>MLABOT_KILLS</c> sets how often it is killed, <c>MLABOT_KILL_SEED</c> repeats the moments of a run.</remarks>
public sealed class KillTests(ITestOutputHelper console) : IDisposable
{
    private const int UsualKills = 20;

    /// <summary>Kills that come first and while the bot starts, so that its first set-up is among what is interrupted.</summary>
    private const int KillsOfSetUp = 3;

    private readonly BotFolder _folder = new();
    private readonly int _kills = Setting("MLABOT_KILLS") ?? UsualKills;
    private readonly int _seed = Setting("MLABOT_KILL_SEED") ?? RandomNumberGenerator.GetInt32(int.MaxValue);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Killed_at_random_moments_nothing_acknowledged_is_lost_and_nothing_is_posted_twice()
    {
        console.WriteLine($"Repeat with MLABOT_KILLS={_kills} MLABOT_KILL_SEED={_seed}");
        var confirmed = await LiveAndDieAsync();
        await LiveOutAsync();

        var records = new Records(_folder);
        var (posts, markers) = (records.Posts(), Transcript.Of(_folder).Markers);
        console.WriteLine(FormattableString.Invariant(
            $"{_kills} kills, {confirmed.Count} confirmed answers, {posts.Count(post => post.WasSent)} questions sent, {posts.Count(post => post.State == PostState.Missed)} missed, {markers.Count} messages"));

        // Without these the rest would prove nothing.
        confirmed.Count.ShouldBeGreaterThan(_kills);
        posts.Count(post => post.WasSent).ShouldBeGreaterThan(_kills);
        records.Integrity().ShouldBe("ok");
        EveryConfirmedAnswerIsStored(confirmed, records);
        EveryQuestionStandsInTheChatOnce(posts, markers);
        EveryDateIsAccountedFor(posts);
    }

    private static int? Setting(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : null;

    private async Task<List<ConfirmedAnswer>> LiveAndDieAsync()
    {
        var random = new Random(_seed);
        var confirmed = new List<ConfirmedAnswer>();
        for (var kill = 0; kill < _kills; kill++)
        {
            var life = new KilledLife(_folder, random);
            confirmed.AddRange(await life.LiveAsync(dyingAtStart: kill < KillsOfSetUp || random.Next(4) == 0));
            life.Errors.ShouldBeFreeOfTraces();
            life.Errors.ShouldNotContain("fail:", Case.Sensitive);
        }

        return confirmed;
    }

    /// <summary>A last life without a kill: it still starts, posts, takes answers, and brings every question to its reveal.</summary>
    private async Task LiveOutAsync()
    {
        await using var bot = await _folder.StartAsync();
        (await bot.SayAsync("/schedule now 1")).ShouldSay("is posted.");
        (await bot.SayAsync("zoe", "?")).ShouldSay("Streak: 1 day, 2 freezes.");
        await bot.SayAsync("/as you");

        var records = new Records(_folder);
        records.Schedules().ShouldBe([1L, 2, 3, 4, 5], "the set-up is whole");
        await EachScheduleGoesOnAsync(records);
        foreach (var schedule in records.Schedules())
        {
            await bot.SayAsync($"/schedule pause {schedule}");
        }

        await bot.SayAsync("/time +13h");
        records.Posts().Where(post => post.WasSent).ShouldAllBe(post => post.State == PostState.Settled);
        (await bot.EndAsync()).ShouldBe(0);
        (bot.Output + bot.Errors).ShouldBeFreeOfTraces();
    }

    /// <summary>A question that came due in this very moment may still be on its way, and the next one is planned after it.</summary>
    private static async Task EachScheduleGoesOnAsync(Records records)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        long[] planned;
        do
        {
            planned = [.. records.Posts().Where(post => post.State == PostState.Planned).Select(post => post.Schedule).Order()];
            await Task.Delay(TimeSpan.FromMilliseconds(200), CancellationToken.None);
        }
        while (planned is not [1, 2, 3, 4, 5] && !limit.IsCancellationRequested);
        planned.ShouldBe([1L, 2, 3, 4, 5], "each schedule goes on");
    }

    private static void EveryConfirmedAnswerIsStored(List<ConfirmedAnswer> confirmed, Records records)
    {
        var numbers = records.Posts().ToDictionary(post => post.Id, post => (long)post.Number);
        var stored = records.Answers().ToDictionary(answer => (answer.Person, numbers[answer.Post]));
        foreach (var answer in confirmed)
        {
            stored.ShouldContainKey((answer.Person, answer.Post));
            stored[(answer.Person, answer.Post)].Last.ShouldBe(answer.Letters, answer.ToString());
        }
    }

    private static void EveryQuestionStandsInTheChatOnce(IReadOnlyList<StoredPost> posts, IReadOnlyList<string> markers)
    {
        posts.Select(post => (post.Schedule, post.Date, post.Slot)).ShouldBeUnique();
        markers.ShouldBeUnique();
        // post:12:2530375200:reveal: the number, the due instant, and a word for the reveal. A life that crossed the end of a month announced its board too.
        markers.Where(marker => marker.StartsWith("post:", StringComparison.Ordinal)).Select(marker => marker.Split(':')).Select(parts => string.Join(':', parts.Where((_, place) => place != 2))).Order(StringComparer.Ordinal).ShouldBe(
            posts.Where(post => post.WasSent).SelectMany(post => new[] { $"post:{post.Id}", $"post:{post.Id}:reveal" }).Order(StringComparer.Ordinal));
    }

    private static void EveryDateIsAccountedFor(IReadOnlyList<StoredPost> posts)
    {
        foreach (var schedule in posts.Where(post => post.Slot == 0).GroupBy(post => post.Schedule))
        {
            var dates = schedule.Select(post => post.Date).Order().ToArray();
            var days = Period.DaysBetween(dates[0], dates[^1]);
            dates.ShouldBe(Enumerable.Range(0, days + 1).Select(dates[0].PlusDays), $"schedule {schedule.Key}: each date has its row");
        }
    }
}
